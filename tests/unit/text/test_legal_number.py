"""Numbers of legal documents, as they stand in 27 real samples and as people mistype them."""

from __future__ import annotations

import pytest

from sotay.text.legal_number import (
    citations,
    is_act,
    is_decision,
    is_well_formed,
    lacks_year,
    mend_number,
    one_slip_away,
    year_of,
)

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
        ("2267./QĐ-BXD", "2267/QĐ-BXD"),
        ("05/2025/TT BTP", "05/2025/TT-BTP"),
        ("63/2010/NĐ–CP", "63/2010/NĐ-CP"),
        ("63/2010/NĐ/CP", "63/2010/NĐ-CP"),
        ("60/2014/QH 13", "60/2014/QH13"),
    ],
)
def test_a_usual_slip_is_refused_and_the_right_number_known(typed: str, meant: str) -> None:
    assert not is_well_formed(typed)
    assert mend_number(typed) == meant
    assert is_well_formed(meant)


@pytest.mark.parametrize(
    "text", ["", "1681", "Luật Hộ tịch", "NĐ 63/2010", "QĐ/0001-BTP", "SỐ 64/QĐ-NHNN", "Demo/QĐ-BCA"]
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


CITED = [
    ("Nghị định số 123/2015/NĐ-CP", ["123/2015/NĐ-CP"]),
    ("Điều 8 Nghị định 63/2010/NĐ-CP; Luật Hộ tịch 60/2014/QH13.", ["63/2010/NĐ-CP", "60/2014/QH13"]),
    ("tại Nghị định151/2024/NĐ-CPMẫu số 1", ["151/2024/NĐ-CP"]),
    ("Quyết định 19/2018/QĐ-TTgMẫu", ["19/2018/QĐ-TTg"]),
    ("2391/QĐ-BNNMTCấp lại", ["2391/QĐ-BNNMT"]),
    ("23/2026/NĐ-CPMau51.docx", ["23/2026/NĐ-CP"]),
    ("39/2026/NĐ -CPmau", ["39/2026/NĐ-CP"]),
    ("Nghị quyết 66.7/2025/NQ-CP, 237/NQ-UBTVQH16", ["66.7/2025/NQ-CP", "237/NQ-UBTVQH16"]),
    ("Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT", ["05/2015/TTLT-BTP-BCA-BYT"]),
    ("01/2014/NQLT-CP-UBTƯMTTQVN", ["01/2014/NQLT-CP-UBTƯMTTQVN"]),
    ("Nghị định 13/2020/ND CP và 55/2015/NĐ-về", ["13/2020/NĐ-CP", "55/2015/NĐ-CP"]),
    ("34/225/TT-NHNN ngày 29/9/2021/TT-BTC", [None, None]),
]


@pytest.mark.parametrize(("text", "numbers"), CITED)
def test_prose_is_read_for_its_numbers_also_where_words_are_glued_to_them(text: str, numbers: list[str | None]) -> None:
    assert [citation.number for citation in citations(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "ngày 30/2020",
        "từ 01/7/2025",
        "1/2 trang",
        "mẫu 27/THCT-KML/GSQL",
        "mẫu số 01-1/HT",
        "05-1/BK-QTT-TNCN",
        "02/TB/TEM",
    ],
)
def test_dates_fractions_and_symbols_of_forms_are_no_numbers_of_laws(text: str) -> None:
    assert citations(text) == ()


def test_a_look_alike_of_d_with_stroke_is_no_slip_of_its_own() -> None:
    assert not citations("Nghị định 123/2015/NÐ-CP")[0].is_mistyped
    assert citations("Nghị định 123/2015/ND-CP")[0].is_mistyped


def test_an_act_bears_a_year_and_decrees_and_circulars_should() -> None:
    assert is_act("123/2015/NĐ-CP")
    assert is_act("28/2026/QH16")
    assert not is_act("163/QĐ-BTP")
    assert not is_act("12/2020/TB-BNV")
    assert lacks_year("26/TT-BKHCN")
    assert not lacks_year("163/QĐ-BTP")


def test_one_slip_is_recognised_but_another_serial_number_is_another_law() -> None:
    known = ["118/2025/NĐ-CP", "60/2014/QH13", "04/2020/TT-BTP"]
    assert one_slip_away("118/2026/NĐ-CP", known) == "118/2025/NĐ-CP"
    assert one_slip_away("181/2025/NĐ-CP", known) == "118/2025/NĐ-CP"
    assert one_slip_away("60/2014/QH31", known) == "60/2014/QH13"
    assert one_slip_away("119/2025/NĐ-CP", known) is None
    assert one_slip_away("118/2025/NĐ-CP", known) is None


def test_of_two_numbers_that_may_be_meant_neither_is_suggested() -> None:
    assert one_slip_away("04/2020/TT-BT", ["04/2020/TT-BTP", "04/2020/TT-BTC"]) is None


def test_a_missing_slash_or_hyphen_is_found_in_prose_and_put_right() -> None:
    for typed in ("123/2015NĐ-CP", "123/2015/NĐCP", "123/2015/NDCP", "123/2015/nđ-cp"):
        (found,) = citations(f"theo Nghị định số {typed} của Chính phủ")
        assert (found.text, found.number, found.is_mistyped) == (typed, "123/2015/NĐ-CP", True)
    assert [found.number for found in citations("Luật số 60/2014QH13")] == ["60/2014/QH13"]
    assert not citations("mẫu 02/2014NHNN, ngày 15/11/2015 Nộp")
