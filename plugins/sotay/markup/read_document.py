"""The text of a file to a controlled document, with every fault of its form.

Reads: the text of one Markdown file and its path.
Returns: a DocumentFile; what could not be read is a problem of its source, never an exception.
"""

from __future__ import annotations

from sotay.markup.conform import conform
from sotay.markup.front_matter import split_front_matter
from sotay.markup.markdown import parse_body
from sotay.markup.yaml_values import read_yaml
from sotay.model.document import Document, DocumentFile
from sotay.model.source import Problem, ProblemKind, Source


def read_document(path: str, text: str) -> DocumentFile:
    """Read a controlled document; the values that do not fit the schema are left out and reported."""
    parts = split_front_matter(text)
    if parts is None:
        problem = Problem(ProblemKind.UNREADABLE, 1, {"reason": "front matter"})
        return DocumentFile(Source(path, text, problems=(problem,)), Document(), parse_body(text))
    read = read_yaml(parts.yaml, parts.yaml_line)
    conformed = conform(Document, read, parts.yaml_line)
    source = Source(path, text, conformed.lines, conformed.problems)
    return DocumentFile(source, conformed.value or Document(), parse_body(parts.body, parts.body_line))
