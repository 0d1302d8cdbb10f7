"""Folding: Vietnamese text as it is typed without diacritics, for search, ids and suggestions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_VIETNAMESE = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


_PLAIN = str.maketrans({letter: _without_marks(letter) for letter in _VIETNAMESE})
"""Every Vietnamese letter with a mark; a text of these and ASCII needs no decomposing."""


def fold(text: str) -> str:
    """Return the text in small letters without diacritics; `đ` becomes `d`."""
    plain = text.lower().translate(_PLAIN)
    return plain if plain.isascii() else _without_marks(text)


def slug(text: str) -> str:
    """Return an ASCII name for addresses and anchors: folded words joined by hyphens."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def closest(word: str, known: Iterable[str], likeness: float = 0.75) -> str | None:
    """Return the known word that a misspelt one was most likely meant to be, or None if none is so much alike."""
    ordered = sorted(known) if isinstance(known, (set, frozenset)) else known
    return _closest(word, tuple(ordered), likeness)


@lru_cache(maxsize=4096)
def _closest(word: str, known: tuple[str, ...], likeness: float) -> str | None:
    """The same slip is often made many times, against the same register."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a clean province never needs it, and it takes 30 ms to load

    by_fold = _by_fold(known)
    near = process.extractOne(fold(word), by_fold.keys(), scorer=fuzz.ratio, score_cutoff=likeness * 100)
    return by_fold[near[0]] if near else None


@lru_cache(maxsize=64)
def _by_fold(known: tuple[str, ...]) -> dict[str, str]:
    return {fold(candidate): candidate for candidate in known}
