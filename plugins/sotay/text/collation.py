"""The Vietnamese alphabetical order, as in CLDR: base letters first, then tones."""

from __future__ import annotations

import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_BASE = {letter: index + 20 for index, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Return a key that sorts texts as a Vietnamese dictionary does: ngang, huyền, hỏi, ngã, sắc, nặng."""
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text).lower():
        tone = 0
        base = ""
        for part in unicodedata.normalize("NFD", character):
            if part in _TONES:
                tone = _TONES[part]
            else:
                base += part
        base = unicodedata.normalize("NFC", base)
        letters.append(_BASE.get(base) or (ord(base[0]) % 20 if not base[0].isdigit() else int(base[0]) + 5))
        tones.append(tone)
    return tuple(letters), tuple(tones), text
