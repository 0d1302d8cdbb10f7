"""A review of a change as Markdown for a pull request."""
