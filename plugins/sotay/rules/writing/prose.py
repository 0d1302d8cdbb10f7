"""What is prose in a text: its sentences with their lines, without tables, headings, code or comments."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.markup.markdown import typed_lines
from sotay.model.document import Body

_OUTSIDE = {"heading_open": 1, "heading_close": -1, "table_open": 1, "table_close": -1}


def prose_lines(body: Body) -> Iterator[tuple[int, str]]:
    """Yield each line of prose as it was typed, with its line in the file."""
    depth = 0
    for token in body.tokens:
        depth += _OUTSIDE.get(token.type, 0)
        if token.type == "inline" and token.map and not depth:
            yield from typed_lines(token, body.first_line)


def is_comment(text: str, start: int) -> bool:
    """Return whether a place in a YAML text is behind the `#` of a comment."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.lstrip().startswith("#") or " #" in before
