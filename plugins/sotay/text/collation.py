"""The Vietnamese alphabetical order, as in CLDR: base letters first, then tones."""

from __future__ import annotations

import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BLANK, _MARK, _DIGIT, _LETTER, _OTHER = range(5)

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Return a key that sorts texts as a Vietnamese dictionary does: ngang, huyền, hỏi, ngã, sắc, nặng."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text).lower():
        parts = unicodedata.normalize("NFD", character)
        tone = max(_TONES.get(part, 0) for part in parts)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        if base:
            letters.append(_weight(base))
            tones.append(tone)
        elif tones:  # a tone on a letter with which it does not compose
            tones[-1] = tone
    return tuple(letters), tuple(tones), text.swapcase()


def _weight(base: str) -> tuple[int, int]:
    """Blanks first, then marks, digits, the letters of the alphabet, and the letters of other scripts."""
    letter = base if base in _RANK else unicodedata.normalize("NFD", base)[0]
    if letter in _RANK:
        return _LETTER, _RANK[letter]
    if letter.isalpha():
        return _OTHER, ord(letter)
    value = unicodedata.digit(letter, None)
    if value is not None:
        return _DIGIT, value
    return (_BLANK, 0) if letter.isspace() else (_MARK, ord(letter))
