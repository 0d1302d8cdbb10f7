"""ST8xx, ST9xx: letters, links, structure and plain words of every text."""
