"""The files of an audit pack."""
