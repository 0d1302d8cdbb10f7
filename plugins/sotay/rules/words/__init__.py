"""Facts in words, as parts of messages."""
