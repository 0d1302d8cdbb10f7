"""Tables as they were typed, beside what the parser makes of them: it cuts and pads rows without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sotay.markup.markdown import plain_text
from sotay.model.document import Body

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_HEAD = 2
"""The head and the line under it."""


@dataclass(frozen=True, slots=True)
class RaggedRow:
    """A row with more or fewer cells than its table has columns."""

    line: int
    """Line in the file, counted from 1."""
    cells: int
    columns: int


def ragged_rows(body: Body) -> Iterator[RaggedRow]:
    """Yield the rows that are cut or padded when shown."""
    lines = body.text.split("\n")
    for token in body.tokens:
        if token.type == "table_open" and token.map:
            start, end = token.map
            columns = _cells(lines[start])
            for index in range(start + _HEAD, min(end, len(lines))):
                cells = _cells(lines[index])
                if cells not in (columns, 0):
                    yield RaggedRow(body.first_line + index, cells, columns)


def header_cells(body: Body) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the line and the names of the columns of each table."""
    line, names = 0, list[str]()
    for index, token in enumerate(body.tokens):
        if token.type == "table_open":
            line, names = body.first_line + (token.map or [0])[0], []
        elif token.type == "th_open":
            names.append(plain_text(body.tokens[index + 1]).strip())
        elif token.type == "thead_close":
            yield line, tuple(names)


def lost_tables(body: Body) -> Iterator[int]:
    """Yield the lines of what was meant to be the rule of a table, but shows as plain text."""
    for token in body.tokens:
        if token.type == "inline" and token.map and "|" in token.content and "-" in token.content:
            for index, line in enumerate(token.content.split("\n")):
                if index and "|" in line and _RULE.match(line):
                    yield body.first_line + token.map[0] + index


def _cells(line: str) -> int:
    text = line.strip(" \t>")
    if not text:
        return 0
    bars = len(_BAR.findall(text))
    return bars + 1 - text.startswith("|") - (len(text) > 1 and text.endswith("|") and not text.endswith("\\|"))
