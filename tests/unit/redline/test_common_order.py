from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sotay.redline.common_order import common_count, common_places, heaviest_order

letters = st.text("abc", max_size=9)


def longest(old: str, new: str) -> int:
    """The length of the longest common subsequence, by the textbook."""
    row = [0] * (len(new) + 1)
    for one in old:
        before = row
        row = [0]
        for place, other in enumerate(new):
            row.append(before[place] + 1 if one == other else max(row[-1], before[place + 1]))
    return row[-1]


@given(letters, letters)
def test_what_is_common_is_common_in_order_and_as_much_as_can_be(old: str, new: str) -> None:
    pairs = common_places(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(pairs) == longest(old, new) == common_count(old, new)


def test_of_texts_too_long_to_compare_only_the_ends_are_common() -> None:
    old, new = [*range(9_000), "z"], [0, *range(9_000, 1, -1), "z"]
    assert common_places(old, new) == [(0, 0), (9_000, 9_000)]


places = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=7, unique=True).map(sorted)


@given(places, st.data())
def test_the_heaviest_order_is_the_heaviest(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.sampled_from([1.0, 2.0, 5.0]), min_size=len(pairs), max_size=len(pairs)))

    def rises(chosen: tuple[int, ...]) -> bool:
        return all(pairs[a][0] < pairs[b][0] and pairs[a][1] < pairs[b][1] for a, b in pairwise(chosen))

    best = max(
        sum(weights[index] for index in chosen)
        for size in range(len(pairs) + 1)
        for chosen in combinations(range(len(pairs)), size)
        if rises(chosen)
    )
    found = heaviest_order(pairs, weights)
    assert rises(tuple(found))
    assert sum(weights[index] for index in found) == best
