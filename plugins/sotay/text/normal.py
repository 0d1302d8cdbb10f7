"""The normal form of Vietnamese text, and the characters that break search, comparison and print.

Reads: any text.
Returns: where it departs from the normal form, and the mended text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
    "\u3164\ufeff\uffa0\ufff9\ufffa\ufffb"
) | {chr(code) for code in range(0xE0000, 0xE0080)}
"""Joiners, marks of direction, fillers, tags: all can hide in a text that looks right."""
_HIDDEN_BREAKS = frozenset("\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029")
_LOOK_ALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ", "\u01cd": "Ă", "\u01ce": "ă"}
_BULLET = "-"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_SUSPECT = re.compile(f"[{''.join(sorted(_INVISIBLE | _HIDDEN_BREAKS))}{''.join(_LOOK_ALIKES)}{_PRIVATE}{_CONTROL}]")


_MAY_BE_MARKS = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u1e00-\u1fff\u2000-\u20cf\u2100-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\ue000-\ufaff]{31,}"
)
_FIRST_MARK, _FIRST_PLAIN, _LAST_PLAIN = "\u0300", "\u1e00", "\u20cf"
"""Below the first, and between the others, stands nothing that composes with the letter before it."""
_MOST_MARKS = 30
"""How many marks may stand on one letter (Unicode Standard Annex 15, stream-safe text)."""


class SuspectKind(StrEnum):
    """How a character departs from the normal form."""

    NOT_NFC = "not_nfc"
    INVISIBLE = "invisible"
    PRIVATE_USE = "private_use"
    LOOK_ALIKE = "look_alike"


@dataclass(frozen=True, slots=True)
class Suspect:
    """One departure from the normal form."""

    kind: SuspectKind
    index: int
    """Offset in the text, in code points."""
    text: str
    """The characters in question."""
    mended: str
    """What they should be; empty where they should go."""


def has_endless_marks(text: str) -> bool:
    """Return whether more marks are piled on one letter than any language needs; composing them could take hours."""
    for match in _MAY_BE_MARKS.finditer(text):
        run = 0
        for character in match[0]:
            run = run + 1 if unicodedata.combining(character) else 0
            if run > _MOST_MARKS:
                return True
    return False


def is_clean(text: str) -> bool:
    """Return whether a text has no suspect; the quick way for the many texts that have none."""
    return unicodedata.is_normalized("NFC", text) and _SUSPECT.search(text) is None


def suspects(text: str) -> Iterator[Suspect]:
    """Yield every departure from the normal form, in order of place."""
    if is_clean(text):
        return
    start = 0
    for end in _cluster_ends(text):
        cluster = text[start:end]
        composed = cluster if cluster < _FIRST_MARK and end == start + 1 else _composed(cluster)
        if composed != cluster:
            yield Suspect(SuspectKind.NOT_NFC, start, cluster, composed)
        for offset, character in enumerate(cluster):
            kind = _kind_of(character)
            if kind:
                yield Suspect(kind, start + offset, character, _mended(character))
        start = end


def mend(text: str) -> str:
    """Return the text in normal form: composed, nothing invisible, look-alikes and odd bullets and breaks replaced."""
    return _composed("".join(_mended(c) if _kind_of(c) else c for c in text))


def corrections(text: str) -> Iterator[Suspect]:
    """Yield the smallest replacements that together bring a text into normal form, in order of place.

    What comes together once an invisible letter between is gone is one replacement. A hidden line break becomes a
    blank: in a file, a real one could end a value or the row of a table.
    """
    if is_clean(text):
        return
    kept = [(index, letter) for index, c in enumerate(text) if (letter := _mended_in_line(c))]
    done = first = 0
    for last in _cluster_ends("".join(letter for _, letter in kept)) if kept else ():
        start, end = kept[first][0], kept[last - 1][0] + 1
        if done < start:
            yield _smallest(done, text[done:start], "")
        written, composed = text[start:end], _composed("".join(letter for _, letter in kept[first:last]))
        if written != composed:
            yield _smallest(start, written, composed)
        done, first = end, last
    if done < len(text):
        yield _smallest(done, text[done:], "")


def _mended_in_line(character: str) -> str:
    return " " if character in _HIDDEN_BREAKS else _mended(character) if _kind_of(character) else character


def _smallest(start: int, written: str, mended: str) -> Suspect:
    """The replacement of one passage, without what stands at its ends before and after alike."""
    kind = next(suspects(written)).kind
    while written and mended and written[0] == mended[0]:
        start, written, mended = start + 1, written[1:], mended[1:]
    while written and mended and written[-1] == mended[-1]:
        written, mended = written[:-1], mended[:-1]
    return Suspect(kind, start, written, mended)


@lru_cache(maxsize=1024)
def _kind_of(character: str) -> SuspectKind | None:
    if " " <= character <= "~" or character in "\t\n\r":
        return None
    if character in _LOOK_ALIKES:
        return SuspectKind.LOOK_ALIKE
    category = unicodedata.category(character)
    if category == "Cc" or character in _INVISIBLE or character in _HIDDEN_BREAKS:
        return SuspectKind.INVISIBLE
    return SuspectKind.PRIVATE_USE if category == "Co" else None


@lru_cache(maxsize=1024)
def _mended(character: str) -> str:
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    if character in _HIDDEN_BREAKS:
        return "\n"
    return _BULLET if _kind_of(character) is SuspectKind.PRIVATE_USE else ""


def _cluster_ends(text: str) -> Iterator[int]:
    """Yield the end of each run of characters that compose with each other: a letter and the marks on it."""
    for index in range(1, len(text)):
        if _stands_alone(text[index - 1], text[index]):
            yield index
    yield len(text)


def _stands_alone(before: str, after: str) -> bool:
    """Whether a character does not compose with the one before it."""
    if after < _FIRST_MARK or _FIRST_PLAIN <= after <= _LAST_PLAIN:
        return True
    return not unicodedata.combining(after) and unicodedata.is_normalized("NFC", _composed(before) + _composed(after))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
