"""The catalogue as linked data: CPSV-AP 3.2 as Turtle and as JSON-LD, written from one list of nodes."""
