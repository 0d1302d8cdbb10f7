"""Paragraphs that were split in two and paragraphs that were joined, which are no deletions or insertions.

Reads: the blocks of two texts and which of them are pairs.
Returns: for a split block the new blocks that it became, for a joined one the old blocks that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from sotay.redline.alignment import Alignment
from sotay.redline.changes import Block, Fate, Run, Words
from sotay.redline.common_order import common_count
from sotay.redline.likeness import is_prose
from sotay.redline.syllables import Unit, units_of
from sotay.redline.words import joined_words, unit_changes

_SHARE = 0.6
"""The share of a part's words that the whole must have, beyond those that it shares with the other part."""
_FEWEST_WORDS = 3
_LONGEST = 4_000
"""Words up to which a block is looked through for parts."""


class Split(NamedTuple):
    """One old block that became several new ones."""

    old: int
    new: range


class Join(NamedTuple):
    """Several old blocks that became one new one."""

    old: range
    new: int


def seams(alignment: Alignment) -> Iterator[Split | Join]:
    """Yield every split and join, by rising place in the new text."""
    kinship = alignment.kinship
    of_new = _Parts(kinship.new, kinship.likeness.words, alignment.old_of)
    of_old = _Parts(kinship.old, kinship.likeness.words, alignment.new_of)
    for new in sorted(alignment.in_place):
        old = alignment.old_of[new]
        was, now = kinship.old[old], kinship.new[new]
        if was.runs == now.runs or not (is_prose(was) and is_prose(now)):
            continue
        split = of_new.around(new, was)
        if len(split) > 1:
            yield Split(old, split)
            continue
        join = of_old.around(old, now)
        if len(join) > 1:
            yield Join(join, new)


def split_words(old: Sequence[Run], new: Sequence[Sequence[Run]]) -> list[tuple[Words, ...]]:
    """Return the words of each part that a text became; what was deleted between parts belongs to the earlier."""
    parts = [units_of(part) for part in new]
    return _cut(unit_changes(units_of(old), tuple(chain.from_iterable(parts))), parts, Fate.DELETED)


def joined_parts(old: Sequence[Sequence[Run]], new: Sequence[Run]) -> list[tuple[Words, ...]]:
    """Return the words of each part that a text was; what was inserted between parts belongs to the earlier."""
    parts = [units_of(part) for part in old]
    return _cut(unit_changes(tuple(chain.from_iterable(parts)), units_of(new)), parts, Fate.INSERTED)


def _cut(words: Iterable[Words], parts: Sequence[Sequence[Unit]], loose: Fate) -> list[tuple[Words, ...]]:
    """Deal words out to parts; those of one fate are no part of any."""
    dealt: list[list[Words]] = [[] for _ in parts]
    part, left = 0, len(parts[0])
    for word in words:
        if word.fate is not loose:
            while not left:
                part, left = part + 1, len(parts[part + 1])
            left -= 1
        dealt[part].append(word)
    return [joined_words(words) for words in dealt]


class _Parts:
    """Looks on one side for the parts of a block of the other side."""

    def __init__(
        self,
        blocks: Sequence[Block],
        words: Callable[[tuple[Run, ...]], tuple[str, ...]],
        paired: Container[int],
    ) -> None:
        self._blocks, self._words, self._paired = blocks, words, paired
        self._taken: set[int] = set()

    def around(self, place: int, whole: Block) -> range:
        """The parts of a block: one that is its pair, and those beside it that have no pair of their own."""
        words = self._words(whole.runs)
        first = last = place
        if len(words) <= _LONGEST:
            while self._adds(words, range(first, last + 1), last + 1):
                last += 1
            while self._adds(words, range(first, last + 1), first - 1):
                first -= 1
        parts = range(first, last + 1)
        if len(parts) > 1:
            self._taken.update(parts)
        return parts

    def _adds(self, whole: Sequence[str], parts: range, place: int) -> bool:
        if not 0 <= place < len(self._blocks) or place in self._paired or place in self._taken:
            return False
        part = self._words(self._blocks[place].runs)
        if not is_prose(self._blocks[place]) or not _FEWEST_WORDS <= len(part) <= len(whole):
            return False
        already = [word for one in parts for word in self._words(self._blocks[one].runs)]
        if len(already) > _LONGEST:
            return False
        both = [*part, *already] if place < parts.start else [*already, *part]
        return common_count(whole, both) - common_count(whole, already) >= _SHARE * len(part)
