"""Folding: Vietnamese text as it is typed without diacritics, for search, ids and suggestions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the text in small letters without diacritics; `đ` becomes `d`."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


def slug(text: str) -> str:
    """Return an ASCII name for addresses and anchors: folded words joined by hyphens."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def closest(word: str, known: Iterable[str], likeness: float = 0.75) -> str | None:
    """Return the known word that a misspelt one was most likely meant to be, or None if none is so much alike."""
    by_fold = {fold(candidate): candidate for candidate in known}
    near = get_close_matches(fold(word), by_fold, n=1, cutoff=likeness)
    return by_fold[near[0]] if near else None
