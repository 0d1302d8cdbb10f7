"""Inline Markdown tokens to runs: stretches of text with one look each, as exact as the fingerprint and no more exact.

Reads: the children of an inline token.
Returns: runs in which only layout is lost: how lines were broken, how many blanks stood in a row, which signs
were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from sotay.redline.changes import Run

HARD_BREAK = "\n"
"""A line break that the author asked for; in text it stands for nothing else."""
_REFERENCE = "[{number}]"
_FIRST = "*"
"""The number of a footnote that is referred to for the first time follows from where that is."""
_BLANKS = re.compile(r"\s{2,}|[^\S ]")
"""Runs of blanks, and single ones that are no plain blank: the fingerprint reads each as one plain blank."""
_NAMES = {"code_inline": "code", "footnote_ref": "footnote"}


def runs_of(children: Sequence[Token]) -> tuple[Run, ...]:
    """Return the runs of the content of an inline token."""
    reading = _Reading()
    reading.read(children)
    return tuple(reading.runs)


@dataclass(slots=True)
class _Reading:
    """The runs so far, and the elements that are open."""

    runs: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    empty: list[bool] = field(default_factory=list)
    """For each open element, whether nothing was read in it yet."""

    def read(self, children: Sequence[Token]) -> None:
        for child in _texts_joined(children):
            if isinstance(child, str):
                self.add(child)
            elif child.nesting < 0:
                self.close()
            elif child.nesting > 0:
                self.open(child)
            else:
                self.leaf(child)

    def leaf(self, child: Token) -> None:
        self.open(child)
        if child.children:
            self.read(child.children)
        elif child.type == "footnote_ref":
            is_repeated = bool(child.meta["subId"])
            self.add(_REFERENCE.format(number=child.meta["id"] + 1 if is_repeated else _FIRST))
        elif child.content and child.type != "image":
            self.add(child.content)
        self.close()

    def open(self, child: Token) -> None:
        self.empty[:] = [False] * len(self.empty)
        mark = _mark(child)
        # Two neighbours that look alike are still two: what stands between them is nothing, in the outer look.
        before = self.runs[-1].marks if self.runs else ()
        if before[: len(self.marks) + 1] == (*self.marks, mark):
            self.runs.append(Run("", tuple(self.marks)))
        self.marks.append(mark)
        self.empty.append(True)

    def close(self) -> None:
        if self.empty.pop():
            self.runs.append(Run("", tuple(self.marks)))
        self.marks.pop()

    def add(self, text: str) -> None:
        self.empty[:] = [False] * len(self.empty)
        marks = tuple(self.marks)
        if self.runs and self.runs[-1].marks == marks and self.runs[-1].text:
            self.runs[-1] = Run(self.runs[-1].text + text, marks)
        else:
            self.runs.append(Run(text, marks))


def _texts_joined(children: Sequence[Token]) -> Iterator[str | Token]:
    """Yield what is no text as it is, and between that the texts in normal blanks; a hard break is text of its own."""
    words = ""
    for child in children:
        if child.type == "text":
            words += child.content
        elif child.type == "softbreak":
            words += " "
        else:
            if words:
                yield _BLANKS.sub(" ", words)
            words = ""
            yield HARD_BREAK if child.type == "hardbreak" else child
    if words:
        yield _BLANKS.sub(" ", words)


def _mark(token: Token) -> str:
    """What an element is called, with everything else that its fingerprint covers."""
    name = _NAMES.get(token.type, token.type.removesuffix("_open"))
    address = token.attrs.get("href", token.attrs.get("src"))
    title = token.attrs.get("title")
    return name + ("" if address is None else f" {address}") + ("" if title is None else f' "{title}"')
