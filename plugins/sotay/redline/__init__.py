"""Two versions of a document to what changed between them: fields, blocks, table cells, words."""
