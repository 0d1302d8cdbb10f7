"""What a change does: to documents, terms and files, to whom, and what must be decided next."""
