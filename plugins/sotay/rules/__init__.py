"""The rules: one family a module, the catalogue, and the runner."""
