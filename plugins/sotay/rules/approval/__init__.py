"""ST2xx: decisions, those who take them, and what they put into force."""
