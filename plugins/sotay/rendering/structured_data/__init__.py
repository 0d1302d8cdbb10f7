"""What pages tell programs about their subject, in the words of schema.org (JSON-LD in the head of a page)."""
