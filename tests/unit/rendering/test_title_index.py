"""The plain index: the letters of the alphabet in their order, and crowded letters parted by first words."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from sotay.rendering.listing import ProcedureLine
from sotay.rendering.title_index import LetterGroup, by_letter
from sotay.text.collation import sort_key


def a_line(title: str) -> ProcedureLine:
    return ProcedureLine(title, "../thu-tuc/x/", "1.000001", "", "", None)


def letters(*titles: str) -> list[str]:
    return [group.letter for group in by_letter(map(a_line, titles))]


def titles(group: LetterGroup) -> list[str]:
    return [line.title for part in group.words for line in part.lines]


def test_letters_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    assert letters("Ô nhiễm", "Đăng ký", "Ưu đãi", "Ăn uống", "Dán nhãn", "Ơn", "Âm thanh", "An toàn", "Êm", "Uy") == [
        *("A", "Ă", "Â", "D", "Đ", "Ê", "Ô", "Ơ", "U", "Ư"),
    ]


def test_a_tone_does_not_make_another_letter() -> None:
    (group,) = by_letter(map(a_line, ("Ổ khóa", "Ốm đau", "Ôtô")))
    assert (group.letter, group.count) == ("Ô", 3)


def test_a_letter_in_decomposed_form_is_the_same_letter() -> None:
    (group,) = by_letter(map(a_line, ("Ở nhờ", "O\u031b\u0309 tro\u0323")))
    assert (group.letter, group.anchor) == ("Ơ", "chu-ow")


def test_the_words_that_so_many_titles_begin_with_do_not_count() -> None:
    assert letters("Thủ tục đăng ký khai sinh", "THỦ TỤC cấp bản sao", "Thủ tướng") == ["C", "Đ", "T"]


def test_what_begins_with_no_letter_stands_at_the_end() -> None:
    groups = by_letter(map(a_line, ("35 năm công tác", "Ý kiến", "“Gia đình văn hóa”")))
    assert [(group.letter, group.anchor) for group in groups] == [("Y", "chu-y"), ("#", "chu-khac")]


def test_titles_of_one_letter_stand_as_in_a_dictionary() -> None:
    (group,) = by_letter(map(a_line, ("Cấp sổ", "Cấp đổi", "Cải chính", "Cấp bản sao")))
    assert titles(group) == ["Cải chính", "Cấp bản sao", "Cấp đổi", "Cấp sổ"]


def test_a_crowded_letter_is_parted_by_first_words() -> None:
    many = [f"Cấp giấy {letter}" for letter in string.ascii_lowercase[1:]] + [f"Chuyển nơi {n}" for n in range(20)]
    many.append("Cấp, đổi thẻ")
    (group,) = by_letter(map(a_line, many))
    assert [(part.word, len(part.lines)) for part in group.words] == [("Cấp", 26), ("Chuyển", 20)]


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=60))
def test_every_title_stands_in_the_index_once(words: list[str]) -> None:
    groups = by_letter(map(a_line, words))
    assert sorted((title for group in groups for title in titles(group)), key=sort_key) == sorted(words, key=sort_key)
    assert len({group.anchor for group in groups}) == len(groups)
    assert all(group.count == len(titles(group)) for group in groups)
