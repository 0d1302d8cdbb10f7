from __future__ import annotations

import unicodedata

import pytest

from sotay.redline.changes import Run
from sotay.redline.syllables import units_of, words_of


def units(text: str) -> list[str]:
    return [unit.text for unit in units_of([Run(text)])]


@pytest.mark.parametrize(
    "whole",
    [
        "1.500.000",
        "15:00",
        "01/07/2026",
        "123/2015/NĐ-CP",
        "45/QĐ-UBND",
        "BM-MC-01",
        "2,5",
        "10%",
        "1.001193",
        "07/2026",
    ],
)
def test_a_number_is_one_unit(whole: str) -> None:
    assert units(f"theo {whole}, trong") == ["theo", " ", whole, ",", " ", "trong"]


def test_punctuation_and_blanks_are_units_of_their_own() -> None:
    assert units("(hồ sơ).") == ["(", "hồ", " ", "sơ", ")", "."]
    assert units("tư pháp – hộ tịch") == ["tư", " ", "pháp", " ", "–", " ", "hộ", " ", "tịch"]


def test_a_syllable_typed_in_pieces_is_one_unit() -> None:
    assert len(units(unicodedata.normalize("NFD", "nghiệp"))) == 1


def test_an_address_is_one_unit_without_the_full_stop_after_it() -> None:
    assert units("xem https://dichvucong.gov.vn/a?b=1.") == ["xem", " ", "https://dichvucong.gov.vn/a?b=1", "."]


def test_a_number_in_a_list_is_not_glued_to_its_word() -> None:
    assert units("3.Nội dung") == ["3", ".", "Nội", " ", "dung"]


def test_words_are_compared_in_small_letters_and_signs_where_there_are_no_words() -> None:
    assert words_of([Run("Nộp "), Run("Phí.", ("strong",))]) == ("nộp", "phí")
    assert words_of([Run("– …")]) == ("–", "…")
