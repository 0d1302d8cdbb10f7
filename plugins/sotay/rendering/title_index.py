"""The plain index of a site's procedures: by letter, as a Vietnamese dictionary orders them, and by field.

Reads: lines of procedures.
Returns: groups of lines with anchors; many titles of one letter are parted by their first word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sotay.rendering.listing import ProcedureLine
from sotay.text.collation import sort_key
from sotay.text.fold import fold

_TELEX = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_OPENING = "thủ tục "
_REST = "#"
_WORD = re.compile(r"\w+")
_MOST_TOGETHER = 40
"""A letter with more titles than this is parted by first words."""


@dataclass(frozen=True, slots=True)
class WordGroup:
    """The titles of one letter that begin with the same word."""

    word: str
    """Empty where the letter is not parted."""
    lines: tuple[ProcedureLine, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The titles that begin with one letter."""

    letter: str
    anchor: str
    count: int
    words: tuple[WordGroup, ...]


def by_letter(lines: Iterable[ProcedureLine]) -> tuple[LetterGroup, ...]:
    """Group lines by the first letter of their titles, in the order of the alphabet; within a letter by title."""
    together: dict[str, list[ProcedureLine]] = {}
    for line in sorted(lines, key=lambda line: sort_key(_without_opening(line.title))):
        together.setdefault(_letter(line.title), []).append(line)
    return tuple(
        LetterGroup(letter.upper(), f"chu-{_name(letter)}", len(group), _parted(group))
        for letter, group in sorted(together.items(), key=lambda pair: (pair[0] == _REST, sort_key(pair[0])))
    )


def _parted(lines: Sequence[ProcedureLine]) -> tuple[WordGroup, ...]:
    if len(lines) <= _MOST_TOGETHER:
        return (WordGroup("", tuple(lines)),)
    together: dict[str, list[ProcedureLine]] = {}
    for line in lines:
        together.setdefault(_first_word(line.title), []).append(line)
    return tuple(WordGroup(word.capitalize(), tuple(group)) for word, group in together.items())


def _first_word(title: str) -> str:
    word = _WORD.match(_without_opening(title))
    return word[0].lower() if word else ""


def _without_opening(title: str) -> str:
    """A title without the words that so many begin with: `Thủ tục đăng ký khai sinh` is sought under Đ."""
    return title[len(_OPENING) :].lstrip() if title.lower().startswith(_OPENING) else title


def _letter(title: str) -> str:
    """The first letter without its tone; what is no letter stands together at the end."""
    first = unicodedata.normalize("NFC", _without_opening(title)).lower()[:1]
    letter = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", first) if c not in _TONES))
    return letter if letter.isalpha() and fold(letter).isascii() else _REST


def _name(letter: str) -> str:
    """The letter as it is typed in Telex, for addresses."""
    return "khac" if letter == _REST else _TELEX.get(letter, letter)
