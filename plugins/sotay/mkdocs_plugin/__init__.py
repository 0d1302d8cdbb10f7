"""The adapter to MkDocs: takes what MkDocs gives, calls the product, gives back what MkDocs wants."""
