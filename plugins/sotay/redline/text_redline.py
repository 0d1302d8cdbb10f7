"""Two Markdown bodies to every block of both, with what happened to it.

Reads: the token streams of the old and the new body.
Returns: changes in the order of the new text, what is gone where it stood. All are kept exactly where the two texts
have the same fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sotay.model.document import Body
from sotay.redline.alignment import Alignment
from sotay.redline.blocks import outline, text_blocks
from sotay.redline.cells import cell_changes
from sotay.redline.changes import Block, BlockChange, Fate, Seam
from sotay.redline.seams import Join, Split, joined_parts, seams, split_words
from sotay.redline.words import word_changes


def text_changes(old: Body | Sequence[Token], new: Body | Sequence[Token]) -> tuple[BlockChange, ...]:
    """Return what happened to every block of two bodies."""
    return block_changes(_blocks(old), _blocks(new))


def block_changes(old: Sequence[Block], new: Sequence[Block]) -> tuple[BlockChange, ...]:
    """Return what happened to every block of two texts."""
    return tuple(_Telling(old, new).changes())


def _blocks(text: Body | Sequence[Token]) -> tuple[Block, ...]:
    return text_blocks(text.tokens if isinstance(text, Body) else text)


class _Telling:
    """Tells the changes between two texts in order."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self._old, self._new = old, new
        self._alignment = Alignment(old, new)
        self._splits: dict[int, Split] = {}
        self._joins: dict[int, Join] = {}
        for seam in seams(self._alignment):
            if isinstance(seam, Split):
                self._splits.update(dict.fromkeys(seam.new, seam))
            else:
                self._joins[seam.new] = seam

    def changes(self) -> Iterator[BlockChange]:
        """Tell what is gone from between two blocks that stayed before what is new between them."""
        told = 0
        for new_place, (first, end) in enumerate(self._steady()):
            yield from self._gone(told, first)
            told = max(told, first, end)
            split, join = self._splits.get(new_place), self._joins.get(new_place)
            old_place = self._alignment.old_of.get(new_place)
            if split:
                if new_place == split.new.start:
                    yield from self._split(split)
            elif join:
                yield from self._join(join)
            elif old_place is None:
                yield BlockChange(Fate.INSERTED, new=self._new[new_place], new_place=new_place)
            else:
                yield self._pair(old_place, new_place)
        yield from self._gone(told, len(self._old))

    def _steady(self) -> list[tuple[int, int]]:
        """For each new block, which old blocks stand in its place; where none does, those of the next that has some."""
        steady: list[tuple[int, int]] = []
        following = len(self._old)
        for new_place in reversed(range(len(self._new))):
            split, join = self._splits.get(new_place), self._joins.get(new_place)
            old_place = split.old if split else self._alignment.old_of.get(new_place)
            if join:
                steady.append((join.old.start, join.old.stop))
            elif old_place is not None and (split or new_place in self._alignment.in_place):
                steady.append((old_place, old_place + 1))
            else:
                steady.append((following, following))
            following = steady[-1][0]
        return steady[::-1]

    def _gone(self, start: int, end: int) -> Iterator[BlockChange]:
        """What stood between two places of the old text and stands there no longer."""
        for place in range(start, end):
            now = self._alignment.new_of.get(place)
            fate = Fate.DELETED if now is None else Fate.MOVED_AWAY
            yield BlockChange(fate, old=self._old[place], old_place=place, new_place=now)

    def _pair(self, old_place: int, new_place: int) -> BlockChange:
        old, new = self._old[old_place], self._new[new_place]
        fate = Fate.MOVED
        if new_place in self._alignment.in_place:
            fate = Fate.KEPT if self._is_kept(old_place, new_place) else Fate.REWORDED
        said_same = fate is Fate.KEPT or (fate is Fate.MOVED and old.runs == new.runs and old.cells == new.cells)
        if said_same:
            return BlockChange(fate, old, new, old_place, new_place)
        if old.cells:
            table = self._alignment.kinship.table(old_place, new_place)
            return BlockChange(fate, old, new, old_place, new_place, cells=cell_changes(old, new, table))
        return BlockChange(fate, old, new, old_place, new_place, word_changes(old.runs, new.runs))

    def _is_kept(self, old_place: int, new_place: int) -> bool:
        """Whether nothing happened to a block, other than what follows from what happened to the block before it."""
        old, new = self._old[old_place], self._new[new_place]
        if (old.kind, old.level, old.runs, old.cells) != (new.kind, new.level, new.runs, new.cells):
            return False
        if outline(old) != outline(new):
            return False
        both_begin = [one and other for one, other in zip(old.opens, new.opens, strict=True)]
        if any(begins and old.within[depth] != new.within[depth] for depth, begins in enumerate(both_begin)):
            return False
        return old.opens == new.opens or not self._follows_the_same(old_place, new_place)

    def _follows_the_same(self, old_place: int, new_place: int) -> bool:
        before = self._alignment.old_of.get(new_place - 1)
        if before is None or before != old_place - 1 or new_place - 1 not in self._alignment.in_place:
            return False
        return outline(self._old[before]) == outline(self._new[new_place - 1])

    def _split(self, split: Split) -> Iterator[BlockChange]:
        old = self._old[split.old]
        words = split_words(old.runs, [self._new[place].runs for place in split.new])
        for place, part in zip(split.new, words, strict=True):
            seam = Seam.SPLIT if place != split.new.start else None
            yield BlockChange(Fate.REWORDED, old, self._new[place], split.old, place, part, seam=seam)

    def _join(self, join: Join) -> Iterator[BlockChange]:
        new = self._new[join.new]
        words = joined_parts([self._old[place].runs for place in join.old], new.runs)
        for place, part in zip(join.old, words, strict=True):
            seam = Seam.JOINED if place != join.old.start else None
            yield BlockChange(Fate.REWORDED, self._old[place], new, place, join.new, part, seam=seam)
