"""Numbers in words: năm, mười lăm, một trăm hai mươi.

Reads: Vietnamese words.
Returns: the number they say, or None where they say no number for certain.
"""

from __future__ import annotations

from collections.abc import Sequence

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ODD = frozenset({"linh", "lẻ"})
_THOUSANDS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}


def number_in_words(text: str) -> int | None:
    """Return the number that a text says in words, or None if it is not wholly a number in words."""
    words = text.lower().split()
    total, start = 0, 0
    smallest = 10**12
    for index, word in enumerate(words):
        if word in _THOUSANDS:
            part = _below_thousand(words[start:index])
            if part is None or _THOUSANDS[word] >= smallest:
                return None
            smallest = _THOUSANDS[word]
            total, start = total + part * smallest, index + 1
    if start == len(words):
        return total if words else None
    rest = _below_thousand(words[start:])
    return None if rest is None else total + rest


def _below_thousand(words: Sequence[str]) -> int | None:
    if "trăm" in words:
        at = words.index("trăm")
        hundreds = _digit(words[:at])
        rest = words[at + 1 :]
        tail = _digit(rest[1:]) if rest and rest[0] in _ODD else _below_hundred(rest) if rest else 0
        return None if hundreds is None or tail is None else hundreds * 100 + tail
    return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    match words:
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _DIGITS:
            return 10 + _DIGITS[unit]
        case [tens, "mươi"] if tens in _DIGITS:
            return _DIGITS[tens] * 10
        case [tens, "mươi", unit] if tens in _DIGITS and unit in _DIGITS:
            return _DIGITS[tens] * 10 + _DIGITS[unit]
        case [tens, unit] if tens in _DIGITS and unit in {"mốt", "tư", "lăm", "nhăm"}:
            return _DIGITS[tens] * 10 + _DIGITS[unit]
        case _:
            return _digit(words)


def _digit(words: Sequence[str]) -> int | None:
    return _DIGITS.get(words[0]) if len(words) == 1 else None
