"""Numbers of legal documents, as they stand in 27 real samples and as people mistype them."""

from __future__ import annotations

import pytest

from sotay.text.legal_number import is_decision, is_well_formed, mend_number, year_of

REAL = [
    "123/2015/NĐ-CP",
    "19/2014/QĐ-TTg",
    "60/2014/QH13",
    "26/2014/TT-BKHCN",
    "72/2011/TTLT-BTC-BGTVT",
    "66.7/2025/NQ-CP",
    "237/NQ-UBTVQH16",
    "163/QĐ-BTP",
    "1523/QĐ-BCA-C06",
    "329/SKHCN",
    "12729/VPCP-KGVX",
    "11/2025/NQ-HĐND",
    "01/VBHN-VPQH",
    "1047/2013/UBTVQH13",
    "28/2026/QH16",
    "03/2025/TT-VPCP",
    "9441/TB-BNV",
    "101/QĐ-BKHCN",
    "3383/BNV-CVL",
    "663/QĐ-TTPVHCC",
    "05/2015/TTLT-BTP-BCA-BYT",
]


@pytest.mark.parametrize("number", REAL)
def test_a_real_number_is_well_formed(number: str) -> None:
    assert is_well_formed(number)
    assert mend_number(number) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("123/2015/ND-CP", "123/2015/NĐ-CP"),
        ("163/QD-BTP", "163/QĐ-BTP"),
        ("19/2014/QĐ-TTG", "19/2014/QĐ-TTg"),
        ("123 / 2015 / NĐ - CP", "123/2015/NĐ-CP"),
        (" 60/2014/QH13 ", "60/2014/QH13"),
        ("123/2015/NÐ-CP", "123/2015/NĐ-CP"),
    ],
)
def test_a_usual_slip_is_refused_and_the_right_number_known(typed: str, meant: str) -> None:
    assert not is_well_formed(typed)
    assert mend_number(typed) == meant
    assert is_well_formed(meant)


@pytest.mark.parametrize(
    "text", ["", "1681", "Luật Hộ tịch", "NĐ 63/2010", "2267./QĐ-BXD", "QĐ/0001-BTP", "SỐ 64/QĐ-NHNN", "Demo/QĐ-BCA"]
)
def test_what_is_no_number_cannot_be_mended_into_one(text: str) -> None:
    assert not is_well_formed(text)
    assert not is_well_formed(mend_number(text))


def test_a_number_of_a_legal_act_has_its_year_and_one_of_an_individual_act_has_none() -> None:
    assert year_of("123/2015/NĐ-CP") == 2015
    assert year_of("66.7/2025/NQ-CP") == 2025
    assert year_of("163/QĐ-BTP") is None
    assert year_of("Luật Hộ tịch") is None


@pytest.mark.parametrize("number", ["163/QĐ-BTP", "45/QĐ-STP", "1250/QĐ-UBND", "1523/QĐ-BCA-C06", "19/2014/QĐ-TTg"])
def test_an_individual_decision_is_recognised(number: str) -> None:
    assert is_decision(number)


@pytest.mark.parametrize("number", ["123/2015/NĐ-CP", "45", "45/QD-STP", "QĐ-STP"])
def test_another_number_is_no_decision(number: str) -> None:
    assert not is_decision(number)
