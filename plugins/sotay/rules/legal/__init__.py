"""ST5xx: the legal documents that are cited, and their register."""
