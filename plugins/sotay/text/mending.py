"""Edits: what is mended in a text, where, and for which rule.

Reads: any text.
Returns: edits of single passages; everything outside them stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sotay.text.look_alikes import look_alikes, may_hold_look_alikes
from sotay.text.normal import Suspect, SuspectKind, corrections

_CODES = {
    SuspectKind.NOT_NFC: "ST801",
    SuspectKind.INVISIBLE: "ST802",
    SuspectKind.PRIVATE_USE: "ST803",
    SuspectKind.LOOK_ALIKE: "ST804",
}
_SIGNS = "ST810"
_ODD_BLANK = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(rf"[ \t]*[{_ODD_BLANK}][ \t{_ODD_BLANK}]*")
_AN_ODD_BLANK = re.compile(f"[{_ODD_BLANK}]")
_RUN_TO_LAST = re.compile(rf".*[{_ODD_BLANK}]")
_WIDE = re.compile("[\uff01\uff05\uff08\uff09\uff0b-\uff1b\uff1d\uff1f]")
"""Wide digits and marks; those that would be markup once they are plain are not among them."""
_TO_PLAIN = 0xFF01 - ord("!")
_MOST_TRIALS = 400
"""How often a text is put together anew to find the lines that do not fit; what is left then is left alone."""
_CODE_INDENT = 4
"""From so many blanks on, Markdown takes an indented line for a listing."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One passage to be replaced."""

    start: int
    """Offset in the text, in code points."""
    end: int
    """Offset after the passage."""
    replacement: str
    """What stands there afterwards."""
    code: str
    """The rule that the passage offends."""
    line: int
    """Counted from 1."""


Passage = tuple[int, int, str, str]
"""Start, end and replacement of a passage, and the rule that it offends."""


def edits_of(text: str, passages: Iterable[Passage]) -> list[Edit]:
    """Return the edits of some passages of a text, in order, with their lines."""
    edits, line, position = [], 1, 0
    for start, end, replacement, code in sorted(passages):
        line += text.count("\n", position, start)
        position = start
        edits.append(Edit(start, end, replacement, code, line))
    return edits


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with its passages replaced; the edits must not overlap."""
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, text[position:]])


def fitting_edits(text: str, edits: Sequence[Edit], fits: Callable[[str], bool]) -> tuple[Edit, ...]:
    """Return all edits if the text they make fits, else those of the lines that can be mended while it still fits."""
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(edit.line, []).append(edit)
    kept: list[Edit] = []
    waiting, tried = [list(by_line.values())], 0
    while waiting and tried < _MOST_TRIALS:
        lines = waiting.pop()
        together = [edit for line in lines for edit in line]
        tried += 1
        if not together or fits(apply_edits(text, [*kept, *together])):
            kept += together
        elif len(lines) > 1:
            middle = len(lines) // 2
            waiting += [lines[middle:], lines[:middle]]
    return tuple(kept)


def letter_edits(text: str) -> list[Edit]:
    """Bring the letters into normal form (ST801–ST804)."""
    return edits_of(text, map(_passage, corrections(text)))


def twin_edits(text: str) -> list[Edit]:
    """Replace letters of other scripts that stand in our words (ST804)."""
    if not may_hold_look_alikes(text):
        return []
    passages, start = list[Passage](), 0
    for line in text.split("\n"):
        passages += [_passage(found, start) for found in look_alikes(line)]
        start += len(line) + 1
    return edits_of(text, passages)


def _passage(found: Suspect, offset: int = 0) -> Passage:
    start = found.index + offset
    return start, start + len(found.text), found.mended, _CODES[found.kind]


def has_odd_signs(text: str) -> bool:
    """Return whether a text has a blank, digit or mark that is not a plain one (ST810)."""
    return bool(_AN_ODD_BLANK.search(text) or _WIDE.search(text))


def plain_signs(text: str) -> str:
    """Return the text with plain blanks, digits and marks in place of odd ones."""
    return _WIDE.sub(lambda sign: chr(ord(sign[0]) - _TO_PLAIN), _AN_ODD_BLANK.sub(" ", text))


def sign_edits(text: str, body: int) -> list[Edit]:
    """Make plain blanks, digits and marks of odd ones (ST810); `body` is the offset at which Markdown begins.

    Left alone is what would change its meaning: before a `#` in YAML, and an indent that would make a listing.
    """
    if not has_odd_signs(text):
        return []
    passages = [(*sign.span(), plain_signs(sign[0]), _SIGNS) for sign in _WIDE.finditer(text)]
    for run in _RUN.finditer(text):
        mended = _mended_run(text, run, in_body=run.start() >= body)
        if mended is not None:
            passages.append((*run.span(), mended, _SIGNS))
    return edits_of(text, passages)


def _mended_run(text: str, run: re.Match[str], *, in_body: bool) -> str | None:
    plain = plain_signs(run[0])
    after = text[run.end() : run.end() + 1]
    if after in ("", "\n", "\r"):  # two plain blanks here would break the line in Markdown
        return _RUN_TO_LAST.sub("", run[0])
    if in_body:
        is_indent = text[run.start() - 1 : run.start()] in ("", "\n", "\r")
        return None if is_indent and len(plain.expandtabs(_CODE_INDENT)) >= _CODE_INDENT else plain
    return None if after == "#" else plain
