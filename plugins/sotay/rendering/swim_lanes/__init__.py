"""The steps of a procedure as a chart of lanes, drawn with the page: who acts, in which order, for how long."""
