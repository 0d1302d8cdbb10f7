"""The values: what a province, its agencies, documents and decisions are. No behaviour beyond small questions."""
