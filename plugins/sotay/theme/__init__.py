"""The theme `sotay`: Material for MkDocs with the province's colours, type and Vietnamese words."""
