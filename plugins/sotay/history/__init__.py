"""Fingerprints of texts, and the ledger of decisions that says what is in force."""
