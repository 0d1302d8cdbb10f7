"""Text of the national portal to text in normal form, and to Markdown that shows it as it is.

Reads: raw text with typing slips, hand-made lists and broken lines.
Returns: mended text; or Markdown that renders to the same words, one sentence a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sotay.text.normal import is_clean, mend
from sotay.text.sentences import sentences_of

_UNPRINTABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKER = re.compile(r"(?P<marker>[-–—+•●]|\*+)\s*(?=[^\s\d*])|(?P<spaced>[-–—+•●*])\s+(?=\S)")
_INLINE = re.compile(r"[\\`*\[\]]|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_BLOCK = re.compile(r"#{1,6}(?=\s|$)|>|[-+:~=](?=\s|$)|[-=]+$|[|:\-][|:\-\s]*$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def is_printable(text: str) -> bool:
    """Return whether every character of a text can stand in a file: no halves of a character, no non-characters."""
    return not _UNPRINTABLE.search(text)


@lru_cache(maxsize=4096)
def line_of(text: str | None) -> str:
    """Return a text in normal form on one line; empty for None."""
    printable = _UNPRINTABLE.sub("", text or "")
    return " ".join((printable if is_clean(printable) else mend(printable)).split())


def lines_of(text: str | None) -> list[str]:
    """Return the lines of a text that are not blank, each in normal form."""
    return [line for line in map(line_of, _LINES.split(text or "")) if line]


def escape(line: str) -> str:
    """Return one line of plain text as a line of Markdown that shows exactly that text."""
    escaped = _INLINE.sub(lambda match: "\\" + match[0], line)
    if _BLOCK.match(line):
        return escaped if escaped.startswith("\\") else "\\" + escaped
    return _NUMBERED.sub(r"\1\\\2", escaped, count=1) if _NUMBERED.match(line) else escaped


def paragraph(text: str, indent: str = "") -> str:
    """Return a text as one paragraph of Markdown, one sentence a line."""
    return f"\n{indent}".join(escape(sentence) for sentence in sentences_of(line_of(text)))


def listed(text: str, level: int = 0) -> str:
    """Return a text as one item of a list."""
    indent = "  " * level
    return f"{indent}- {paragraph(text, indent + '  ')}"


def markdown_of(text: str | None) -> str:
    """Return a text of many lines as paragraphs and nested lists; hand-typed bullets become list items."""
    blocks: list[str] = []
    markers: list[str] = []
    for marker, content in _joined(lines_of(text)):
        if not marker:
            blocks.append("\n" + paragraph(content))
            markers = []
            continue
        markers = markers[: markers.index(marker)] if marker in markers else markers
        gap = "" if blocks and (markers or blocks[-1].lstrip(" \n").startswith("- ")) else "\n"
        blocks.append(gap + listed(content, len(markers)))
        markers = [*markers, marker]
    return "\n".join(blocks).strip("\n")


def split_items(text: str | None) -> list[str]:
    """Return the paragraphs and list items of a text of many lines, without their bullets."""
    return [content for _, content in _joined(lines_of(text))]


def unmarked(line: str) -> str:
    """Return a line without the bullet that somebody typed before it."""
    return _split(line)[1]


def _split(line: str) -> tuple[str, str]:
    """Return the bullet of a line, if any, and its text."""
    match = _MARKER.match(line)
    if not match:
        return "", line
    if line.startswith("*") and line.endswith(":"):
        # A star before a line that ends with a colon is a heading of what follows, not one item among others.
        return "", line[match.end() :]
    return (match["marker"] or match["spaced"]).replace("–", "-").replace("—", "-"), line[match.end() :]


def _joined(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield bullet and text of every item; a line broken in mid-sentence is put together again."""
    pending: tuple[str, str] | None = None
    for line in lines:
        marker, content = _split(line)
        if pending and not marker and _continues(pending[1], content):
            pending = (pending[0], f"{pending[1]} {content}")
            continue
        if pending:
            yield pending
        pending = (marker, content)
    if pending:
        yield pending


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    lettered = re.match(r"[a-zđ]{1,4}[.)]", line)
    return line[0].islower() and not lettered and before[-1] not in ".;:?!"
