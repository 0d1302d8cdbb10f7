"""ST410, ST440–ST449: forms, and the files beside documents and decisions."""
