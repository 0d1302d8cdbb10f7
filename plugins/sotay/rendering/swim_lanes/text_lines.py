"""Text broken into lines that fit, by how wide the letters of the theme's fonts are.

Reads: a text, the room, the size of its letters in pixels, the weight of the font.
Returns: lines. Fonts that stand in until ours has come are about as wide; what is left free covers the difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sotay.rendering.swim_lanes.font_widths import LETTERS_BY_WIDTH

_WIDTHS: Final[Mapping[int, Mapping[str, int]]] = {
    weight: {letter: width for width, letters in by_width.items() for letter in letters}
    for weight, by_width in LETTERS_BY_WIDTH.items()
}
_WIDEST = 1300
"""For a letter that the font does not have; in thousandths of the size, as all widths."""
_TO_SPARE = 1.04


def width_of(text: str, size: int, weight: int) -> float:
    """Return how wide a text is at most, in pixels."""
    widths = _WIDTHS[weight]
    return sum(widths.get(letter, _WIDEST) for letter in text) * size * _TO_SPARE / 1000


def lines_of(text: str, room: float, size: int, weight: int) -> tuple[str, ...]:
    """Return the lines of a text, none wider than the room; a word that is wider is broken where it must be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, size, weight) <= room:
            lines[-1] = longer
            continue
        *full, last = _pieces(word, room, size, weight)
        lines += [*full, last]
    return tuple(line for line in lines if line)


def _pieces(word: str, room: float, size: int, weight: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, weight) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
