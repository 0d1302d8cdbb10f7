"""Markdown and YAML text to values, with line numbers; Markdown to HTML."""
