"""Which item of the new list is which of the old one, and which of them stand in another order now.

Reads: two lists of things with names.
Returns: pairs of positions, and the positions of what is gone and of what is new.
The same thing is told by, in this order: being equal, its name, its name without diacritics and numbering,
a mark of its own, a name that shares most of its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from sotay.text.paper_name import same_name

_MOST_COMPARED = 40_000
"""Pairs of names whose words are compared; lists so long that there are more are matched by equal names only."""


@dataclass(frozen=True, slots=True)
class Named:
    """An item of a list, by what it can be recognised."""

    name: str
    """What people call it; empty for what has no name."""
    whole: Hashable
    """Everything it says."""
    mark: str | None = None
    """A code of its own that outlives its name, such as that of a form."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The positions of one thing in the old list and in the new one."""

    old: int
    new: int
    is_moved: bool
    """Whether it passed another thing that stayed; the fewest things possible are taken to have moved."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What became of the items of a list."""

    pairs: tuple[Pair, ...]
    """In the order of the new list."""
    gone: tuple[int, ...]
    """Positions in the old list of what the new one has no longer."""
    added: tuple[int, ...]
    """Positions in the new list of what the old one did not have."""


def pair_items(old: Sequence[Named], new: Sequence[Named], likeness: float) -> Pairing:
    """Pair the items of two lists; names pair if they share at least that part of their words, from 0 to 1."""
    matched: dict[int, int] = {}
    for recognise in _WAYS_TO_RECOGNISE:
        _match(matched, _unmatched(old, matched.values()), _unmatched(new, matched), recognise)
    _match_alike(matched, _unmatched(old, matched.values()), _unmatched(new, matched), likeness)
    places = sorted(matched)
    stayed = _longest_rise([matched[place] for place in places])
    return Pairing(
        tuple(Pair(matched[place], place, matched[place] not in stayed) for place in places),
        tuple(_unmatched(old, matched.values())),
        tuple(_unmatched(new, matched)),
    )


_WAYS_TO_RECOGNISE: tuple[Callable[[Named], Hashable], ...] = (
    lambda item: item.whole,
    lambda item: item.name,
    lambda item: same_name(item.name),
    lambda item: item.mark,
)


def _unmatched(items: Sequence[Named], taken: Iterable[int]) -> dict[int, Named]:
    done = set(taken)
    return {place: item for place, item in enumerate(items) if place not in done}


def _match(
    matched: dict[int, int], old: dict[int, Named], new: dict[int, Named], recognise: Callable[[Named], Hashable]
) -> None:
    """Match what is recognised by the same thing; what has nothing to be recognised by matches nothing."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, item in old.items():
        if recognise(item):
            waiting[recognise(item)].append(place)
    for place, item in new.items():
        if waiting.get(recognise(item)):
            matched[place] = waiting[recognise(item)].popleft()


def _match_alike(matched: dict[int, int], old: dict[int, Named], new: dict[int, Named], likeness: float) -> None:
    """Match names that share most of their words, the most alike first."""
    if not 0 < len(old) * len(new) <= _MOST_COMPARED:
        return
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - many redlines never need it, and it takes 30 ms to load

    old_words = {place: item.name.lower().split() for place, item in old.items() if item.name}
    new_words = {place: item.name.lower().split() for place, item in new.items() if item.name}
    alike = [
        (-Indel.normalized_similarity(words, others, score_cutoff=likeness), abs(place - other), place, other)
        for place, words in new_words.items()
        for other, others in old_words.items()
    ]
    taken: set[int] = set()
    for score, _, place, other in sorted(alike):
        if score and place not in matched and other not in taken:
            matched[place] = other
            taken.add(other)


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """The most places that already stand in rising order."""
    ends: list[int] = []
    """For each length the smallest place that a rise of that length can end with."""
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    rise: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return frozenset(rise)
