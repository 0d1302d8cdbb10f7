"""What took effect, as Atom feeds."""
