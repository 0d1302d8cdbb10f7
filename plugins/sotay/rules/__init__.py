"""The rules: one family a package, the catalogue, and the runner."""
