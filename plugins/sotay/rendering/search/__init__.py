"""The index that the search of a site reads."""
