"""From a folder to checked findings and finished sites."""
