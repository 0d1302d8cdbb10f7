"""Sổ tay: the QMS manual sites and the public portal of a province, from Markdown under Git."""

__version__ = "0.1.0"
