"""ST100–ST109, ST138, ST139: the form of a file, whatever it says."""
