"""The order in which a redline is read: what is gone before what took its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sotay.redline.changes import BlockChange, Fate
from sotay.rendering.redline.tree import shown_block

_GONE = frozenset({Fate.DELETED, Fate.MOVED_AWAY})
_ON_ONE_SIDE = _GONE | {Fate.INSERTED, Fate.MOVED}


def reading_order(changes: Sequence[BlockChange]) -> tuple[BlockChange, ...]:
    """Return the changes with what is gone before what is new; only what stands in one text changes its place.

    What is new comes first where it stands deeper in a list than what is gone: it belongs to the item before.
    """
    return tuple(_ordered(changes))


def _ordered(changes: Sequence[BlockChange]) -> Iterator[BlockChange]:
    for is_one_sided, together in groupby(changes, key=lambda change: change.fate in _ON_ONE_SIDE):
        run = list(together)
        gone = [change for change in run if change.fate in _GONE]
        new = [change for change in run if change.fate not in _GONE]
        if is_one_sided and gone and new:
            yield from (*new, *gone) if _depth(new[0]) > _depth(gone[0]) else (*gone, *new)
        else:
            yield from run


def _depth(change: BlockChange) -> int:
    return len(shown_block(change).within)
