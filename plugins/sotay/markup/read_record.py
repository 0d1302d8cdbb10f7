"""The text of a file to a record, with every fault of its form.

Reads: the text of one Markdown file and its path.
Returns: a RecordFile, or only its source where the front matter lacks what a record cannot do without.
"""

from __future__ import annotations

from sotay.markup.conform import conform
from sotay.markup.front_matter import split_front_matter
from sotay.markup.markdown import parse_body
from sotay.markup.yaml_values import read_yaml
from sotay.model.record import Record, RecordFile
from sotay.model.source import Problem, ProblemKind, Source


def read_record(path: str, text: str) -> RecordFile | Source:
    """Read a record; the values that do not fit the schema are left out and reported."""
    parts = split_front_matter(text)
    if parts is None:
        return Source(path, text, problems=(Problem(ProblemKind.UNREADABLE, 1, {"reason": "front matter"}),))
    conformed = conform(Record, read_yaml(parts.yaml, parts.yaml_line), parts.yaml_line)
    source = Source(path, text, conformed.lines, conformed.problems)
    if conformed.value is None:
        return source
    return RecordFile(source, conformed.value, parse_body(parts.body, parts.body_line))
