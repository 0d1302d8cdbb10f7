"""A report as a table: for people, for a spreadsheet, for programs.

Reads: a Table, whose cells are texts already.
Returns: text in one of the forms; a cell can neither break the table, nor be markup, nor steer a terminal,
nor run as a formula of a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings.text import harmless
from sotay.rendering.markdown_text import inert

_BOM = "\ufeff"
"""By which spreadsheets know that a CSV file is UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""By what spreadsheets know a formula, also in the wide letters of East Asian keyboards."""
_WIDEST = 60
"""The most letters of a cell where it stands in line with others."""


class TableFormat(StrEnum):
    """A form of a report."""

    TEXT = "text"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a report."""

    key: str
    """Its name for programs."""
    title: Phrase
    """Its name for people."""
    is_detail: bool = False
    """Whether it is left out where lines must be short, as on a terminal."""


@dataclass(frozen=True, slots=True)
class Table:
    """A report."""

    name: str
    """Its name for programs."""
    title: str
    """What it is about, of which days, as known at which commit."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """The cells by column; empty where nothing is known."""


def table_text(table: Table, form: TableFormat, language: Language) -> str:
    """Return a report in a form; ends with a line break."""
    match form:
        case TableFormat.TEXT:
            return _plain(table, language)
        case TableFormat.MARKDOWN:
            return _markdown(table, language)
        case TableFormat.CSV:
            return _csv(table, language)
        case TableFormat.JSON:
            return _json(table)
        case _:
            assert_never(form)


def _plain(table: Table, language: Language) -> str:
    """Columns as wide as their longest cell, without details; a long cell is cut, unless it is the last one."""
    shown = [index for index, column in enumerate(table.columns) if not column.is_detail]
    head = [table.columns[index].title(language) for index in shown]
    lines = [head, *([_one_line(row[index]) for index in shown] for row in table.rows)]
    lines = [[*map(_cut, line[:-1]), line[-1]] for line in lines]
    widths = [max(_width(line[index]) for line in lines) for index in range(len(head))]
    rule = ["─" * width for width in [*widths[:-1], min(widths[-1], _WIDEST)]]
    text = [_one_line(table.title), ""]
    text += [
        "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (lines[0], rule, *lines[1:])
    ]
    return "\n".join(text) + "\n"


def _one_line(text: str) -> str:
    """A text without breaks, and without letters that a terminal would obey."""
    return harmless(" ".join(text.split()))


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    """How many columns of a terminal a letter takes."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _markdown(table: Table, language: Language) -> str:
    head = [column.title(language) for column in table.columns]
    cells = ([inert(" ".join(cell.split())) for cell in row] for row in table.rows)
    lines = [f"# {inert(table.title)}", "", _row(head), _row(["---"] * len(head)), *map(_row, cells)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _csv(table: Table, language: Language) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.title(language) for column in table.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return _BOM + written.getvalue()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _json(table: Table) -> str:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    content = {"report": table.name, "title": table.title, "rows": rows}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
