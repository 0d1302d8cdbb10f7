"""Rows of a national record that the import could not turn into data and kept in the text of the draft.

Reads: the body of a document.
Returns: each such row with its line, as far as it can be told from ordinary text beyond doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.document import Body

_BELOW = r"\.?[ \t]*(?P<below>(?:\n  .*)*)$"
"""The end of a row, and the indented lines of its text."""
_CHANNEL = re.compile(
    r"^- (?P<channel>[^–;:\n]{1,80}) – thời hạn: (?P<limit>[^;\n]*); đơn vị: (?P<unit>[^;\n]*); "
    r"phí, lệ phí: (?P<fee>[^\n]*)" + _BELOW,
    re.MULTILINE,
)
_PAPER = re.compile(
    r"^- Giấy tờ \(\d{1,9} bản chính, \d{1,9} bản sao[;)][^\n]*:" + _BELOW,
    re.MULTILINE,
)
_EMPTY = "(trống)"
_ESCAPED = re.compile(r"\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A way to file as the national portal has it."""

    line: int
    """In the file, counted from 1."""
    channel: str
    """Its name on the portal."""
    limit: str
    """What the portal states as the time limit; empty where it states none."""
    fee: str
    """What the portal states as the fee; empty where it states none."""
    description: str
    """The text below it."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as the national portal has it."""

    line: int
    """In the file, counted from 1."""
    text: str
    """What stands in the place of its name, on one line."""


def channel_rows(body: Body) -> Iterator[ChannelRow]:
    """Yield the kept ways to file."""
    if " – thời hạn: " in body.text:
        for line, match, below in _rows(body, _CHANNEL):
            limit, fee = (_stated(match[key]) for key in ("limit", "fee"))
            unit = _stated(match["unit"])
            yield ChannelRow(line, match["channel"], f"{limit} {unit}".strip(), fee, _text(below))


def _text(below: str) -> str:
    """Return the text of an item of a list: without its bullets, its breaks and the marks of Markdown."""
    lines = (_ESCAPED.sub("", line.strip().removeprefix("- ")) for line in below.split("\n"))
    return "\n".join(line for line in lines if line)


def _stated(words: str) -> str:
    stated = _ESCAPED.sub("", words).rstrip(". ")
    return "" if stated == _EMPTY else stated


def paper_rows(body: Body) -> Iterator[PaperRow]:
    """Yield the kept papers."""
    if "- Giấy tờ (" in body.text:
        for line, _, below in _rows(body, _PAPER):
            yield PaperRow(line, " ".join(_text(below).split()))


def _rows(body: Body, form: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str], str]]:
    """Yield the rows of a form with their line in the file and the text below them."""
    line, start = body.first_line, 0
    for match in form.finditer(body.text):
        line += body.text.count("\n", start, match.start())
        start = match.start()
        yield line, match, match["below"]
