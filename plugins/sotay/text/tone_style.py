"""Where the tone is written in syllables that end in oa, oe and uy: hòa, thủy (old style) or hoà, thuỷ (new style).

Reads: any text.
Returns: the words in each style; names of places and persons and what is quoted are left out, for they are as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Each begins with a plain set of letters, which is what lets a whole text be searched fast.
_OLD = re.compile("[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])(?<![qQ].)[yY])(?![^\\W\\d_])")
_NEW = re.compile("[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?![^\\W\\d_])")
_QUOTED = re.compile('“[^”\n]{1,400}”|"[^"\n]{1,400}"')
_START = re.compile(r"[^\W\d_]*\Z")
_BEFORE = re.compile(r"(?:^|\s)([^\W\d_]+) \Z")
_AFTER = re.compile(r" ([^\W\d_])")
_WINDOW = 24
"""How far back the word and the one before it are looked for."""


@dataclass(frozen=True, slots=True)
class TonedWord:
    """A word that shows a style."""

    index: int
    """Offset in the text."""
    word: str
    other: str
    """The same word in the other style."""


def in_old_style(text: str) -> tuple[TonedWord, ...]:
    """Return the words such as hòa, khỏe, thủy."""
    return tuple(_words(_OLD, text))


def in_new_style(text: str) -> tuple[TonedWord, ...]:
    """Return the words such as hoà, khoẻ, thuỷ."""
    return tuple(_words(_NEW, text))


def is_mixed(text: str) -> bool:
    """Return whether a text may hold both styles; the quick way for the many that do not."""
    return bool(_NEW.search(text) and _OLD.search(text))


def without_quotes(text: str) -> str:
    """Return the text with what is quoted blanked out; every offset stays."""
    return _QUOTED.sub(lambda quote: " " * len(quote[0]), text)


def _words(style: re.Pattern[str], text: str) -> Iterator[TonedWord]:
    for match in style.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        start = _START.search(before)
        onset = start[0] if start else ""
        word = onset + match[0]
        if not word.isupper() and not _is_name(word, before[: len(before) - len(onset)], text[match.end() :][:2]):
            yield TonedWord(match.start() - len(onset), word, onset + _moved(match[0]))


def _is_name(word: str, before: str, after: str) -> bool:
    """A big letter beside another word with a big letter: Khánh Hoà, Thuỷ Nguyên."""
    if not word[0].isupper():
        return False
    previous, following = _BEFORE.search(before), _AFTER.match(after)
    return bool((previous and previous[1][0].isupper()) or (following and following[1].isupper()))


def _moved(end: str) -> str:
    """Return the two letters with the tone on the other one."""
    first, second = (unicodedata.normalize("NFD", letter) for letter in end)
    moved = second[0] + first[1:], first[0] + second[1:]
    return unicodedata.normalize("NFC", moved[1] + moved[0])
