"""The units that words are compared by: Vietnamese syllables, whole numbers and dates, marks of punctuation, blanks.

Reads: runs.
Returns: their units, which join to the same text; `1.500.000`, `15:00`, `01/07/2026` and `123/2015/NĐ-CP` are one each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sotay.redline.changes import Run

_LETTER = r"[\w\u0300-\u036f]"
_UNIT = re.compile(
    rf"https?://[^\s<>]+(?<![.,;:)])"
    rf"|{_LETTER}+(?:(?:(?<=\d)[.,:](?=\d)|[/-](?={_LETTER})){_LETTER}+)*%?"
    r"|\n|[^\S\n]+|[^\w\s]"
)
_WORD = re.compile(rf"{_LETTER}")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest stretch of text that is compared."""

    text: str
    marks: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether it only parts others; an element without text parts nothing."""
        return bool(self.text) and self.text.isspace()

    @property
    def is_word(self) -> bool:
        """Whether it is a syllable or a number rather than a mark of punctuation."""
        return bool(_WORD.match(self.text))

    @property
    def has_digit(self) -> bool:
        """Whether it is a number, a date, a time or the number of a document."""
        return bool(_DIGIT.search(self.text))

    @property
    def sameness(self) -> str:
        """What two units share that are the same whatever they look like; elements without words need the same look."""
        return self.text if self.text and self.marks[-1:] != ("footnote",) else "\0".join((self.text, *self.marks))


def units_of(runs: Iterable[Run]) -> tuple[Unit, ...]:
    """Return the units of runs."""
    return tuple(unit for run in runs for unit in _units_of_run(run))


def words_of(runs: Iterable[Run]) -> tuple[str, ...]:
    """Return the words of runs in small letters, without punctuation; what else there is where they have no words."""
    words = tuple(word for run in runs for word in _UNIT.findall(run.text.lower()) if _WORD.match(word))
    return words or tuple(unit.sameness for unit in units_of(runs) if not unit.is_blank)


def _units_of_run(run: Run) -> list[Unit]:
    if not run.text or run.marks[-1:] == ("footnote",):
        return [Unit(run.text, run.marks)]
    return [Unit(found[0], run.marks) for found in _UNIT.finditer(run.text)]
