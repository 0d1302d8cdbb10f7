"""The open data of the portal: JSON with its schemas, CSV, and linked data (CPSV-AP), from the same publication."""
