"""The numbers of a redline: each change in its order, and each item of a numbered list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sotay.redline.changes import Block, BlockChange, BlockKind, Fate

_IN_ONE_PIECE = frozenset({Fate.INSERTED, Fate.DELETED})
_UNNUMBERED = frozenset({Fate.KEPT, Fate.MOVED_AWAY})


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of the changes of a text; keys are positions among its changes."""

    total: int
    """How many changes there are."""
    number_of: Mapping[int, int]
    """The number of the change that a block belongs to, from 1."""
    firsts: frozenset[int]
    """The blocks with which a change begins."""
    ordinal_of: Mapping[int, int]
    """The number of an item of a numbered list, in the text in which it stands."""


def number_changes(changes: Sequence[BlockChange]) -> Numbering:
    """Number the changes; neighbouring blocks that were all inserted, or all deleted, are one change.

    The old place of what was moved has no number: the change stands at the new place.
    """
    number_of: dict[int, int] = {}
    firsts: set[int] = set()
    total, before = 0, Fate.KEPT
    for place, change in enumerate(changes):
        if change.fate not in _UNNUMBERED:
            if not (change.fate in _IN_ONE_PIECE and change.fate is before):
                total += 1
                firsts.add(place)
            number_of[place] = total
        before = change.fate
    return Numbering(total, number_of, frozenset(firsts), _ordinals(changes))


def _ordinals(changes: Sequence[BlockChange]) -> Mapping[int, int]:
    """The numbers of items: those of the new text, and of items that are gone those of the old one."""
    new = {place: c.new for place, c in enumerate(changes) if c.new and c.fate is not Fate.MOVED_AWAY}
    old = {place: c.old for place, c in enumerate(changes) if c.old and c.fate is not Fate.MOVED}
    counted_new, counted_old = dict(_count(new.items())), dict(_count(old.items()))
    return counted_old | counted_new


def _count(blocks: Iterable[tuple[int, Block]]) -> Iterator[tuple[int, int]]:
    path: list[tuple[str, int]] = []
    for place, block in blocks:
        for depth, key in enumerate(block.within):
            if block.opens[depth] or depth >= len(path) or path[depth][0] != key:
                del path[depth:]
                path.append((key, _start(key) - 1))
        del path[len(block.within) :]
        if block.kind is BlockKind.ITEM and path:
            key, count = path[-1]
            path[-1] = key, count + 1
            if key.startswith("numbers"):
                yield place, count + 1


def _start(key: str) -> int:
    word = key.partition(" ")[2]
    return int(word) if word.isdecimal() else 1
