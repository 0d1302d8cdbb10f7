"""Rules about records: who answers for them, when they were made, what they are evidence of."""
