"""What two sequences have in common in the same order.

Reads: sequences of names, or places that belong together.
Returns: pairs of places that rise on both sides. Ties fall the same way every time.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

Pair = tuple[int, int]
"""A place in the old sequence and a place in the new one."""

_MOST_CELLS = 64_000_000
"""Old length times new length up to which an exact answer is worth its time: 0.1 s and 8 MB."""
_MOST_NAMES = 1_000_000
"""How many names can have a letter of their own."""


def common_places(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the longest common subsequence as pairs of places; of two very long, only what they begin and end with."""
    start, old_end, new_end = _differing(old, new)
    pairs = [(place, place) for place in range(start)]
    old_length, new_length = old_end - start, new_end - start
    if old_length * new_length <= _MOST_CELLS and old_length + new_length <= _MOST_NAMES:
        pairs += [(start + i, start + j) for i, j in _longest(old[start:old_end], new[start:new_end])]
    return [*pairs, *zip(range(old_end, len(old)), range(new_end, len(new)), strict=True)]


def common_count(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Return the length of the longest common subsequence."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - as below

    return int(LCSseq.similarity(*as_letters(old, new)))


def _differing(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int, int]:
    """Where two sequences begin to differ, and where each ends to."""
    start, old_end, new_end = 0, len(old), len(new)
    while start < min(old_end, new_end) and old[start] == new[start]:
        start += 1
    while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return start, old_end, new_end


def _longest(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    if not old or not new:
        return
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - many redlines never need it, and it takes 30 ms to load

    for step in LCSseq.opcodes(*as_letters(old, new)):
        if step.tag == "equal":
            yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)


def as_letters(*sequences: Sequence[Hashable]) -> tuple[str, ...]:
    """Return sequences as texts with one letter for each name, the form that can be compared fastest."""
    letters: dict[Hashable, str] = {}
    return tuple("".join(letters.setdefault(name, chr(len(letters))) for name in names) for names in sequences)


def heaviest_order(pairs: Sequence[Pair], weights: Sequence[float]) -> list[int]:
    """Return which pairs, given by rising old place, rise on both sides and weigh most together."""
    ranks = {place: rank for rank, place in enumerate(sorted({new for _, new in pairs}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    """A Fenwick tree over new places: the heaviest chain that ends at or before each, and its last pair."""
    before = [-1] * len(pairs)
    level: list[tuple[int, tuple[float, int]]] = []
    last_old = -1
    for index, ((old, new), weight) in enumerate(zip(pairs, weights, strict=True)):
        if old != last_old:
            _enter(best, level)
            level, last_old = [], old
        heaviest, before[index] = _up_to(best, ranks[new] - 1)
        level.append((ranks[new], (heaviest + weight, index)))
    _enter(best, level)
    chain: list[int] = []
    index = _up_to(best, len(ranks))[1]
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _enter(best: list[tuple[float, int]], chains: Sequence[tuple[int, tuple[float, int]]]) -> None:
    for first, chain in chains:
        rank = first
        while rank < len(best):
            if chain[0] > best[rank][0]:
                best[rank] = chain
            rank += rank & -rank


def _up_to(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found
