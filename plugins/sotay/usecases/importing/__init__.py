"""National records to draft procedures, with a report of what a person must settle."""
