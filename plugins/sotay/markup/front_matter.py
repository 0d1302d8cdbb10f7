"""A controlled document's file, split into front matter and body.

Reads: the text of a file that starts with a line `---`.
Returns: the YAML between the first two such lines, and the Markdown after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""Lines as YAML, Markdown and editors count them; `str.splitlines` knows more line ends than these."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a document's text, with the line each starts on (counted from 1)."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(text: str) -> FrontMatter | None:
    """Split a text; None if it has no front matter. Only a line that is exactly `---` closes it."""
    lines = _LINE.findall(text)
    if not lines or lines[0].rstrip() != "---":
        return None
    for index in range(1, len(lines)):
        if lines[index].rstrip() == "---" and not lines[index][0].isspace():
            return FrontMatter("".join(lines[1:index]), 2, "".join(lines[index + 1 :]), index + 2)
    return None
