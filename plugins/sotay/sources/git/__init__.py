"""Everything that is asked of Git."""
