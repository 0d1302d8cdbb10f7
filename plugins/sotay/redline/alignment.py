"""Which block of the new text each block of the old one has become, and which of them moved.

Reads: the blocks of two texts.
Returns: pairs of places. First what is equal, by what is rare; then what is alike in one place; then what is alike
elsewhere. What keeps its order, by weight, stays in place; the rest moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from sotay.redline.changes import Block, BlockKind
from sotay.redline.common_order import Pair, common_places, heaviest_order
from sotay.redline.kinship import Kinship
from sotay.redline.rewordings import Rewordings

_FEWEST_WORDS = 4
"""A block of fewer words that turns up elsewhere may be there by chance."""
_FEWEST_ONCE = 1
"""The same where no other block of either text says it, or none under its heading."""


class Alignment:
    """The pairs of two texts' blocks."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Find every pair."""
        self.kinship = Kinship(old, new)
        self.old_of: dict[int, int] = {}
        """The old place of every new block that is not new."""
        self.new_of: dict[int, int] = {}
        """The new place of every old block that is still there."""
        self._names = self.kinship.old_names(), self.kinship.new_names()
        self._keep_order()
        self._find_moved()
        rewordings = Rewordings(self.kinship, self.old_of, self.new_of)
        for old_gap, new_gap in self._gaps():
            rewordings.in_place(old_gap, new_gap)
        rewordings.beside_moved()
        rewordings.elsewhere()
        self.in_place = frozenset(new for _, new in self._in_order())
        """The new places of the pairs that did not move."""

    def _pair(self, old: int, new: int) -> None:
        self.old_of[new] = old
        self.new_of[old] = new

    def _keep_order(self) -> None:
        """Pair equal blocks that keep their order: those that are rare first, then all between them."""
        old_names, new_names = self._names
        anchors = _anchors(self.kinship, old_names, new_names)
        weights = [self.kinship.weight(new) for _, new in anchors]
        chosen = [anchors[index] for index in heaviest_order(anchors, weights)]
        before = (-1, -1)
        for old, new in [*chosen, (len(old_names), len(new_names))]:
            old_start, new_start = before[0] + 1, before[1] + 1
            for i, j in common_places(old_names[old_start:old], new_names[new_start:new]):
                self._pair(old_start + i, new_start + j)
            if old < len(old_names):
                self._pair(old, new)
            before = (old, new)

    def _find_moved(self) -> None:
        """Pair equal blocks that stand elsewhere now, and the equal blocks beside them however short."""
        once = {new for _, new in _anchors(self.kinship, *self._names)}
        by_name: dict[Hashable, list[int]] = defaultdict(list)
        for old, name in enumerate(self._names[0]):
            if old not in self.new_of:
                by_name[name].append(old)
        found: dict[Hashable, Iterator[int]] = {name: iter(places) for name, places in by_name.items()}
        moved: list[Pair] = []
        for new, name in enumerate(self._names[1]):
            if new in self.old_of or name not in found or not self._is_telling(new, once=new in once):
                continue
            for old in islice(found[name], 1):
                self._pair(old, new)
                moved.append((old, new))
        for step in (1, -1):
            for pair in moved:
                self._follow(*pair, step)

    def _is_telling(self, new: int, *, once: bool) -> bool:
        block = self.kinship.new[new]
        if block.kind in (BlockKind.HEADING, BlockKind.HEAD_ROW, BlockKind.ROW):
            return True
        return len(self.kinship.words(block)) >= (_FEWEST_ONCE if once else _FEWEST_WORDS)

    def _follow(self, old: int, new: int, step: int) -> None:
        old_names, new_names = self._names
        old, new = old + step, new + step
        while 0 <= old < len(old_names) and 0 <= new < len(new_names) and old_names[old] == new_names[new]:
            if old in self.new_of or new in self.old_of:
                return
            self._pair(old, new)
            old, new = old + step, new + step

    def _in_order(self) -> list[Pair]:
        pairs = sorted(self.new_of.items())
        weights = [self.kinship.weight(new) for _, new in pairs]
        return [pairs[index] for index in heaviest_order(pairs, weights)]

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the places between pairs in order that have no pair, old and new."""
        before = (-1, -1)
        for old, new in [*self._in_order(), (len(self.kinship.old), len(self.kinship.new))]:
            old_gap = [place for place in range(before[0] + 1, old) if place not in self.new_of]
            new_gap = [place for place in range(before[1] + 1, new) if place not in self.old_of]
            if old_gap and new_gap:
                yield old_gap, new_gap
            before = (old, new)


def _anchors(kinship: Kinship, old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of blocks that are equal to no others, in the whole text or at least under their heading."""
    pairs = dict(_unique_in_both(old, new))
    under_old, under_new = _under_headings(kinship.old, old), _under_headings(kinship.new, new)
    for place, other in _unique_in_both(under_old, under_new):
        pairs.setdefault(place, other)
    return sorted(pairs.items())


def _unique_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    old_counts, new_counts = Counter(old), Counter(new)
    where = {name: place for place, name in enumerate(new) if new_counts[name] == 1}
    yield from ((place, where[name]) for place, name in enumerate(old) if old_counts[name] == 1 and name in where)


def _under_headings(blocks: Sequence[Block], names: Sequence[Hashable]) -> list[Hashable]:
    heading: Hashable = None
    under: list[Hashable] = []
    for block, name in zip(blocks, names, strict=True):
        heading = name if block.kind is BlockKind.HEADING else heading
        under.append((heading, name))
    return under
