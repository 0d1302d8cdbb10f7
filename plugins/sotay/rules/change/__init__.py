"""ST3xx: change control. What was issued or recorded is not changed behind anybody's back."""
