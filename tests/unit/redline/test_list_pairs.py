"""Which item of a list is which: by what it says, its name, its mark, its words."""

from __future__ import annotations

import time

from sotay.redline.list_pairs import Named, Pairing, pair_items


def paired(old: list[str], new: list[str], likeness: float = 0.6) -> Pairing:
    return pair_items([Named(name, name) for name in old], [Named(name, name) for name in new], likeness)


def places(pairing: Pairing) -> list[tuple[int, int]]:
    return [(pair.old, pair.new) for pair in pairing.pairs]


def test_the_same_names_are_the_same_things() -> None:
    assert places(paired(["A", "B"], ["A", "B"])) == [(0, 0), (1, 1)]


def test_diacritics_and_numbering_do_not_make_another_thing() -> None:
    assert places(paired(["1. Giấy chứng sinh"], ["Giay chung sinh"], 1)) == [(0, 0)]


def test_a_name_in_other_words_is_the_same_thing_if_most_words_stayed() -> None:
    old, new = "Văn bản ủy quyền có công chứng", "Văn bản ủy quyền có chứng thực"
    assert places(paired([old], [new])) == [(0, 0)]
    assert places(paired([old], ["Giấy chứng sinh"])) == []


def test_a_mark_outlives_a_name_but_a_name_is_surer() -> None:
    old = [Named("Đơn", "1", "BM-1"), Named("Tờ khai", "2")]
    assert places(pair_items(old, [Named("Phiếu", "3", "BM-1")], 0.6)) == [(0, 0)]
    assert places(pair_items(old, [Named("Tờ khai", "4", "BM-1")], 0.6)) == [(1, 0)]


def test_of_two_with_one_name_each_finds_its_equal_first() -> None:
    old = [Named("Giấy", "nộp"), Named("Giấy", "xuất trình")]
    assert places(pair_items(old, [Named("Giấy", "xuất trình"), Named("Giấy", "nộp 2")], 0.6)) == [(1, 0), (0, 1)]


def test_as_few_things_as_possible_are_taken_to_have_moved() -> None:
    moved = [pair.new for pair in paired(["A", "B", "C", "D"], ["B", "C", "D", "A"]).pairs if pair.is_moved]
    assert moved == [3]
    assert not any(pair.is_moved for pair in paired(["A", "B", "C"], ["X", "A", "C", "Y"]).pairs)


def test_what_has_no_name_is_no_other_thing_without_a_name() -> None:
    assert places(pair_items([Named("", "1")], [Named("", "2")], 0.1)) == []


def test_very_long_lists_are_paired_by_name_only_and_soon() -> None:
    old = [f"giấy tờ số {place} của hồ sơ" for place in range(3000)]
    new = [*(f"giấy tờ số {place} trong hồ sơ" for place in range(2999)), old[0]]
    start = time.process_time()
    assert places(paired(old, new)) == [(0, 2999)]
    assert time.process_time() - start < 2
