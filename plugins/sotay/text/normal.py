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

_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_HIDDEN_BREAKS = frozenset("\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029")
_LOOK_ALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}
_BULLET = "-"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_SUSPECT = re.compile(f"[{''.join(sorted(_INVISIBLE | _HIDDEN_BREAKS))}{''.join(_LOOK_ALIKES)}{_PRIVATE}{_CONTROL}]")


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
        composed = _composed(cluster)
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


def _kind_of(character: str) -> SuspectKind | None:
    if " " <= character <= "~" or character in "\t\n\r":
        return None
    if character in _LOOK_ALIKES:
        return SuspectKind.LOOK_ALIKE
    category = unicodedata.category(character)
    if category == "Cc" or character in _INVISIBLE or character in _HIDDEN_BREAKS:
        return SuspectKind.INVISIBLE
    return SuspectKind.PRIVATE_USE if category == "Co" else None


def _mended(character: str) -> str:
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    if character in _HIDDEN_BREAKS:
        return "\n"
    return _BULLET if _kind_of(character) is SuspectKind.PRIVATE_USE else ""


def _cluster_ends(text: str) -> Iterator[int]:
    """Yield the end of each run of characters that compose with each other: a letter and the marks on it."""
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if not unicodedata.combining(after) and unicodedata.is_normalized("NFC", _composed(before) + _composed(after)):
            yield index
    yield len(text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
