"""The Vietnamese alphabetical order of CLDR: base letters before tones, tones ngang huyền hỏi ngã sắc nặng."""

from __future__ import annotations

import unicodedata

import pytest

from sotay.text.collation import sort_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g"],
        ["o", "ô", "ơ", "p", "t", "u", "ư", "v"],
        ["Cao Bằng", "Cần Thơ"],
        ["đá", "đạ", "đã nhận"],
        ["dạ", "đá"],
        ["tư", "từ", "tử", "tứ", "tự", "tưa"],
        ["hoa", "hòa", "hoài"],
        ["An Giang", "Ánh Sáng", "Ăn uống", "Ấp Bắc"],
        ["Bắc Giang", "Bắc Kạn", "Bắc Ninh"],
    ],
    ids=lambda words: words[0],
)
def test_words_stand_as_in_a_vietnamese_dictionary(in_order: list[str]) -> None:
    keys = [sort_key(word) for word in in_order]
    assert keys == sorted(keys)


def test_the_order_does_not_depend_on_how_letters_were_typed() -> None:
    words = ["mạ", "má", "ma"]
    apart = [unicodedata.normalize("NFD", word) for word in words]
    assert sorted(apart, key=sort_key) == [apart[2], apart[1], apart[0]]


def test_blanks_come_before_marks_and_these_before_digits_and_letters() -> None:
    assert sorted(["Mẫua", "Mẫu1", "Mẫu-1", "Mẫu 9"], key=sort_key) == ["Mẫu 9", "Mẫu-1", "Mẫu1", "Mẫua"]


def test_a_short_title_comes_before_a_longer_one_that_begins_with_it() -> None:
    titles = ["Chứng thực bản sao", "Chứng thực", "Chứng thực chữ ký"]
    assert sorted(titles, key=sort_key) == ["Chứng thực", "Chứng thực bản sao", "Chứng thực chữ ký"]


def test_small_letters_come_before_capital_ones_of_the_same_word() -> None:
    assert sorted(["Xã", "xã"], key=sort_key) == ["xã", "Xã"]


def test_a_foreign_letter_stands_with_its_base_letter() -> None:
    assert sorted(["Zurich", "Öresund", "Phú Thọ", "Ninh Bình"], key=sort_key) == [
        "Ninh Bình",
        "Öresund",
        "Phú Thọ",
        "Zurich",
    ]


@pytest.mark.parametrize("odd", ["nhà ở dưới 250 m²", "q\u0323", "①", "漢", "½", "\u0301", ""])
def test_no_letter_is_too_odd_to_be_put_in_order(odd: str) -> None:
    assert sorted([odd, "a"], key=sort_key)
