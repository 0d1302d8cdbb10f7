"""What changed in the facts of a control block, one family of facts a module, in words that a citizen understands."""
