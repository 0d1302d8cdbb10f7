"""ST101–ST129: the control block, the code and the sections of a document."""
