"""The pages of versions: history, each version, comparisons, and the way between them."""
