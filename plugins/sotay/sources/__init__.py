"""Reads the world: files, Git, the clock. The only place that imports git."""
