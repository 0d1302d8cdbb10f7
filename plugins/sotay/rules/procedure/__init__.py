"""ST4xx: what a citizen is owed about a procedure is stated, and adds up."""
