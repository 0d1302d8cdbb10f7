"""A redline as text: for a page, a terminal, a pull request, a program."""
