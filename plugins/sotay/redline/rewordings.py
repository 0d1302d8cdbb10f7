"""Pairs of blocks that say the same in other words, where one stood and the other stands, or elsewhere.

Reads: which blocks have no pair yet, and where.
Returns: more pairs. How many comparisons are made grows with the length of the texts, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sotay.redline.changes import BlockKind
from sotay.redline.common_order import Pair, heaviest_order
from sotay.redline.kinship import Kinship
from sotay.redline.likeness import ALIKE, ALIKE_FAR

_MOST_COMPARED = 100
"""Old blocks times new blocks of one gap up to which each is compared with each."""
_RARE = 12
"""What stands in more blocks than this does not say which of them is meant."""
_CANDIDATES = 3
_MOST_FEATURES = 300
"""Words by which a long block is known well enough."""
_FEWEST_WORDS = 6
"""A block of fewer words is not looked for elsewhere once it was reworded."""
_BESIDE = 0.35
"""From here on two blocks are the same if the blocks beside them moved together."""
_WITH_NEXT = (BlockKind.HEADING, BlockKind.TERM)
"""Kinds that are known by what stands below them."""
_ALONE = (BlockKind.FOOTNOTE, BlockKind.CODE)
"""Kinds that are known by their place."""


class Rewordings:
    """Adds to the pairs of two texts' blocks."""

    def __init__(self, kinship: Kinship, old_of: dict[int, int], new_of: dict[int, int]) -> None:
        """Take the pairs that were found so far; more are added to them."""
        self._kinship = kinship
        self._old_of, self._new_of = old_of, new_of

    def in_place(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair what is alike in one gap, and what is known by the blocks beside it."""
        few = len(old) * len(new) <= _MOST_COMPARED
        pairs = [(i, j) for i in old for j in new] if few else sorted(self._candidates(old, new, near=True))
        alike = [(pair, self._kinship.between(*pair)) for pair in pairs]
        likely = [(pair, likeness) for pair, likeness in alike if likeness >= ALIKE]
        for index in heaviest_order([pair for pair, _ in likely], [likeness for _, likeness in likely]):
            self._pair(*likely[index][0])
        self._pair_by_place([i for i in old if i not in self._new_of], [j for j in new if j not in self._old_of])

    def beside_moved(self) -> None:
        """Pair what is somewhat alike and stands beside blocks that moved together."""
        for step in (1, -1):
            for new, old in sorted(self._old_of.items()):
                i, j = old + step, new + step
                while self._is_free(i, j) and self._kinship.between(i, j) >= _BESIDE:
                    self._pair(i, j)
                    i, j = i + step, j + step

    def elsewhere(self) -> None:
        """Pair what is alike wherever it stands, the most alike first."""
        old = [place for place in range(len(self._kinship.old)) if place not in self._new_of]
        new = [place for place in range(len(self._kinship.new)) if place not in self._old_of]
        long_old = [place for place in old if self._is_long(place, old=True)]
        long_new = [place for place in new if self._is_long(place, old=False)]
        alike = ((self._kinship.between(*pair), pair) for pair in self._candidates(long_old, long_new, near=False))
        for likeness, (i, j) in sorted(alike, key=lambda found: (-found[0], found[1])):
            if likeness >= ALIKE_FAR and self._is_free(i, j):
                self._pair(i, j)

    def _pair(self, old: int, new: int) -> None:
        self._old_of[new] = old
        self._new_of[old] = new

    def _is_free(self, old: int, new: int) -> bool:
        return (
            0 <= old < len(self._kinship.old)
            and 0 <= new < len(self._kinship.new)
            and old not in self._new_of
            and new not in self._old_of
        )

    def _is_long(self, place: int, *, old: bool) -> bool:
        block = (self._kinship.old if old else self._kinship.new)[place]
        return block.kind is BlockKind.ROW or len(self._kinship.words(block)) >= _FEWEST_WORDS

    def _pair_by_place(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair a heading or a term with the one that stands above the same text now, and what alone is left."""
        among = frozenset(new)
        for i in old:
            if self._kinship.old[i].kind in _WITH_NEXT and i + 1 in self._new_of:
                self._pair_if_like_kind(i, self._new_of[i + 1] - 1, among)
            if self._kinship.old[i].kind is BlockKind.DEFINITION and i - 1 in self._new_of:
                self._pair_if_like_kind(i, self._new_of[i - 1] + 1, among)
        for kind in _ALONE:
            was = [i for i in old if self._kinship.old[i].kind is kind]
            now = [j for j in new if self._kinship.new[j].kind is kind]
            if len(was) == len(now) == 1:
                self._pair(was[0], now[0])

    def _pair_if_like_kind(self, old: int, new: int, among: frozenset[int]) -> None:
        if new in among and self._is_free(old, new) and self._kinship.old[old].kind is self._kinship.new[new].kind:
            self._pair(old, new)

    def _candidates(self, old: Sequence[int], new: Sequence[int], *, near: bool) -> Iterator[Pair]:
        """Yield pairs that share something rare, and where `near` those that stand as far from an end of the gap."""
        where: dict[object, list[int]] = defaultdict(list)
        for i in old:
            for feature in self._features(i, old=True):
                if len(where[feature]) <= _RARE:
                    where[feature].append(i)
        for number, j in enumerate(new):
            shared: Counter[int] = Counter()
            for feature in self._features(j, old=False):
                places = where.get(feature, ())
                if len(places) <= _RARE:
                    shared.update(places)
            best = sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:_CANDIDATES]
            likely = {i for i, _ in best}
            if near:
                ends = (number, len(old) - len(new) + number)
                likely.update(old[place] for place in ends if 0 <= place < len(old))
            yield from ((i, j) for i in sorted(likely))

    def _features(self, place: int, *, old: bool) -> set[object]:
        """What a block may be known by: its words, and its words two by two."""
        words = self._kinship.words((self._kinship.old if old else self._kinship.new)[place])[:_MOST_FEATURES]
        return {*words, *pairwise(words)}
