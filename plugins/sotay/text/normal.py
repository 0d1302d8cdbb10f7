"""The normal form of Vietnamese text, and the characters that break search, comparison and print.

Reads: any text.
Returns: where it departs from the normal form, and the mended text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_LOOK_ALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}
_BULLET = "-"


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
    return unicodedata.is_normalized("NFC", text) and not any(map(_kind_of, set(text)))


def suspects(text: str) -> Iterator[Suspect]:
    """Yield every departure from the normal form, in order of place."""
    if is_clean(text):
        return
    start = 0
    for end in _cluster_ends(text):
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield Suspect(SuspectKind.NOT_NFC, start, cluster, composed)
        for offset, character in enumerate(cluster):
            kind = _kind_of(character)
            if kind:
                yield Suspect(kind, start + offset, character, _mended(character))
        start = end


def mend(text: str) -> str:
    """Return the text in normal form: composed, without invisible letters, look-alikes and private bullets replaced."""
    return unicodedata.normalize("NFC", "".join(_mended(c) if _kind_of(c) else c for c in text))


def _kind_of(character: str) -> SuspectKind | None:
    if character < "\u00ad":
        return None
    if character in _INVISIBLE:
        return SuspectKind.INVISIBLE
    if character in _LOOK_ALIKES:
        return SuspectKind.LOOK_ALIKE
    if unicodedata.category(character) == "Co":
        return SuspectKind.PRIVATE_USE
    return None


def _mended(character: str) -> str:
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    return "" if character in _INVISIBLE else _BULLET


def _cluster_ends(text: str) -> Iterator[int]:
    """Yield the end of each run of a character and the combining marks on it."""
    for index in range(1, len(text)):
        if not unicodedata.combining(text[index]):
            yield index
    yield len(text)
