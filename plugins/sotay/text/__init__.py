"""Vietnamese text: normal form, folding, collation, numbers of legal documents."""
