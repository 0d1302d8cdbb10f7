"""Edits of single passages: letters, blanks, numbers of legal documents."""

from __future__ import annotations

import pytest

from sotay.text.mending import Edit, apply_edits, fitting_edits, letter_edits, sign_edits, twin_edits
from sotay.text.mending_numbers import mended_number, slips


def with_plain_blanks(text: str, body: int = 0) -> str:
    return apply_edits(text, sign_edits(text, body))


def in_prose(text: str) -> str:
    for start, end, number in reversed(list(slips(text))):
        text = text[:start] + number + text[end:]
    return text


def test_each_edit_names_its_place_and_its_rule() -> None:
    text = "Đơn\nho\u0323 \u00d0\u200e"
    assert letter_edits(text) == [
        Edit(5, 7, "ọ", "ST801", 2),
        Edit(8, 9, "Đ", "ST804", 2),
        Edit(9, 10, "", "ST802", 2),
    ]


def test_a_letter_of_another_script_in_a_word_of_ours_is_replaced() -> None:
    text = "Đơn\nСông аn tỉnh\nПравда"
    assert apply_edits(text, twin_edits(text)) == "Đơn\nCông an tỉnh\nПравда"


def test_a_tone_mark_split_from_its_letter_is_one_edit() -> None:
    assert letter_edits("ha\u200b\u0300ng") == [Edit(1, 4, "à", "ST802", 1)]


def test_only_the_lines_that_can_be_mended_are_mended() -> None:
    text = "\u00d0\n\u00d0 xấu\n\u00d0"
    fitting = fitting_edits(text, letter_edits(text), lambda mended: "Đ xấu" not in mended)
    assert apply_edits(text, fitting) == "Đ\n\u00d0 xấu\nĐ"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("05\u00a0ngày", "05 ngày"),
        ("a \u2003 b", "a   b"),
        ("cuối dòng\u00a0\u00a0\nmới", "cuối dòng\nmới"),
        ("ngắt dòng\u00a0  \nmới", "ngắt dòng  \nmới"),
        ("\u00a0\u00a0- mục", "  - mục"),
        ("\u00a0\u00a0\u00a0\u00a0thụt", "\u00a0\u00a0\u00a0\u00a0thụt"),
        ("a\u00a0# b", "a # b"),
        ("từ 1/7/２０２６：（mới）", "từ 1/7/2026:(mới)"),
        ("＜b＞ ｜ ＊", "＜b＞ ｜ ＊"),
        ("chỉ có dấu cách thường", "chỉ có dấu cách thường"),
    ],
)
def test_an_odd_blank_in_a_text_becomes_a_plain_one(text: str, mended: str) -> None:
    assert with_plain_blanks(text) == mended


@pytest.mark.parametrize(
    ("yaml", "mended"),
    [("\u00a0\u00a0\u00a0\u00a0- a", "    - a"), ("title: a\u00a0# b", "title: a\u00a0# b")],
)
def test_in_yaml_an_indent_is_mended_and_a_comment_never_made(yaml: str, mended: str) -> None:
    assert with_plain_blanks(yaml, len(yaml)) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Nghị định 123/2015/ND-CP.", "Nghị định 123/2015/NĐ-CP."),
        ("số 39/2026/NĐ -CP, kèm", "số 39/2026/NĐ-CP, kèm"),
        ("(66/2023/TT- BCA)", "(66/2023/TT-BCA)"),
        ("36/2025/QD-TTG", "36/2025/QĐ-TTg"),
        ("163/QD-BTP", "163/QĐ-BTP"),
        ("60 / 2014 / QH13", "60/2014/QH13"),
        ("10/2025/NĐ-CP - Chính phủ", "10/2025/NĐ-CP - Chính phủ"),
        ("45/QĐ - UBND tỉnh", "45/QĐ-UBND tỉnh"),
        ("123/2015/NĐ–CP", "123/2015/NĐ-CP"),
        ("Nghị định 01/2025/ND thì thiếu", "Nghị định 01/2025/ND thì thiếu"),
        ("tỷ lệ 3 / 4", "tỷ lệ 3 / 4"),
        ("từ 01 / 2025 đến", "từ 01 / 2025 đến"),
        ("Mẫu 01/ND - tờ khai", "Mẫu 01/ND - tờ khai"),
        ("118/2025/NĐ-CP", "118/2025/NĐ-CP"),
        ("a/123/2015/ND-CP", "a/123/2015/ND-CP"),
    ],
)
def test_only_a_number_with_one_right_form_is_mended(text: str, mended: str) -> None:
    assert in_prose(text) == mended


@pytest.mark.parametrize("number", ["123/2015/CP", "Luật Hộ tịch", "118/2025/NĐ-CP", "", "123/15/ND-CP", "123/2015/NĐ"])
def test_a_number_that_stays_unclear_or_is_right_is_left_alone(number: str) -> None:
    assert mended_number(number) is None
