"""The normal form: composed letters, nothing invisible, nothing that only looks like Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest

from sotay.text.normal import SuspectKind, has_endless_marks, is_clean, mend, suspects


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def kinds(text: str) -> list[tuple[SuspectKind, int, str]]:
    return [(suspect.kind, suspect.index, suspect.mended) for suspect in suspects(text)]


@pytest.mark.parametrize(
    "text", ["", "Đăng ký khai sinh", "thủy lợi – hòa giải", "1.001193/QĐ-BTP", "ô\u00a0trống\t\n"]
)
def test_ordinary_vietnamese_text_is_clean(text: str) -> None:
    assert is_clean(text)
    assert not list(suspects(text))
    assert mend(text) == text


def test_letters_typed_apart_are_pointed_out_one_by_one() -> None:
    text = decomposed("hồ") + " sơ"
    assert kinds(text) == [(SuspectKind.NOT_NFC, 1, "ồ")]
    assert mend(text) == "hồ sơ"


def test_a_decomposed_word_counts_as_its_composed_self_once_mended() -> None:
    assert mend(decomposed("Giấy xác nhận tình trạng hôn nhân")) == "Giấy xác nhận tình trạng hôn nhân"


@pytest.mark.parametrize("letter", ["\u200b", "\u200e", "\u202d", "\ufeff", "\u00ad", "\u2066", "\x00", "\x7f", "\x9f"])
def test_an_invisible_letter_inside_a_word_is_taken_out(letter: str) -> None:
    assert kinds(f"đăng{letter} ký") == [(SuspectKind.INVISIBLE, 4, "")]
    assert mend(f"đăng{letter} ký") == "đăng ký"


@pytest.mark.parametrize("letter", ["\x0b", "\x0c", "\x1d", "\x85", "\u2028", "\u2029"])
def test_a_hidden_line_break_pasted_from_a_word_processor_becomes_a_real_one(letter: str) -> None:
    assert kinds(f"Nơi nhận:{letter}Lưu") == [(SuspectKind.INVISIBLE, 9, "\n")]
    assert mend(f"Nơi nhận:{letter}Lưu") == "Nơi nhận:\nLưu"


def test_a_bullet_of_the_symbol_font_becomes_a_dash() -> None:
    assert kinds("\uf0b7 Bản sao") == [(SuspectKind.PRIVATE_USE, 0, "-")]
    assert mend("\uf0b7 Bản sao") == "- Bản sao"


@pytest.mark.parametrize(("foreign", "meant"), [("Ð", "Đ"), ("ð", "đ"), ("Ɖ", "Đ"), ("ɖ", "đ")])
def test_a_foreign_letter_that_looks_like_d_with_stroke_becomes_it(foreign: str, meant: str) -> None:
    assert kinds(f"{foreign}ơn") == [(SuspectKind.LOOK_ALIKE, 0, meant)]
    assert mend(f"{foreign}ơn") == f"{meant}ơn"


def test_several_faults_come_in_order_of_place() -> None:
    text = "Ð" + decomposed("ơ") + "n\u200b \uf0b7"
    assert [kind for kind, _, _ in kinds(text)] == [
        SuspectKind.LOOK_ALIKE,
        SuspectKind.NOT_NFC,
        SuspectKind.INVISIBLE,
        SuspectKind.PRIVATE_USE,
    ]


def test_a_tone_mark_split_from_its_letter_by_an_invisible_one_finds_back_to_it() -> None:
    assert mend("ha\u200b\u0300ng") == "hàng"


def test_two_letters_that_compose_without_a_mark_are_pointed_out_together() -> None:
    assert kinds("\u1100\u1161") == [(SuspectKind.NOT_NFC, 0, "가")]


def test_marks_without_end_are_seen_before_anybody_composes_them() -> None:
    assert has_endless_marks("a" + "\u0301" * 31)
    assert has_endless_marks("a" + "\u0301\u0323" * 100_000)


def test_what_people_write_has_no_endless_marks() -> None:
    assert not has_endless_marks("Ủy ban nhân dân " + unicodedata.normalize("NFD", "Nghị quyết về việc ") * 500)
    assert not has_endless_marks("a\u0301" * 10_000)
    assert not has_endless_marks("ភាសាខ្មែរ" * 500)
