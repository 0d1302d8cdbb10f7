"""Forms of codes: what fits, what would fit, and what is no form."""

from __future__ import annotations

import pytest

from sotay.rules.control.code_form import CodePattern, code_pattern, form_words, proposal, unknown_placeholders

FOLDER = {"field": "HT", "agency": "STP"}


def pattern(form: str) -> CodePattern:
    made = code_pattern(form)
    assert made
    return made


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("QT-{field}-{no}", "QT-HT-01"),
        ("QT-{field}-{no}", "QT-HTKT-99"),
        ("QT-{field}-{no}", "QT-HT-100"),
        ("BM-{field}-{no}-{no}", "BM-QMS-04-02"),
        ("STCL-{agency}-{no}", "STCL-KHCN-01"),
        ("MH-STCL-{no}", "MH-STCL-01"),
        ("QT-ISO-{field}-{field}-{no}", "QT-ISO-HT-CT-01"),
        ("QT-{field}{no}", "QT-HT01"),
    ],
)
def test_a_code_of_the_form_fits(form: str, code: str) -> None:
    assert pattern(form).symbols(code)


@pytest.mark.parametrize("code", ["QT-HT-1", "QT-HT-001", "HD-HT-01", "QT-HT-01-02", "QT-ht-01", "QT-H-01", "QT-HT-٠١"])
def test_another_code_does_not(code: str) -> None:
    assert pattern("QT-{field}-{no}").symbols(code) is None


def test_what_stands_for_each_placeholder_is_told() -> None:
    found = pattern("BM-{field}-{no}-{no}").symbols("BM-QMS-04-02")
    assert found == (("field", "QMS"), ("no", "04"), ("no", "02"))


@pytest.mark.parametrize(
    "form", ["QT-{so}-{no}", "QT-{field-{no}", "QT-{}-{no}", "QT-{field}}-{no}", "{", "QT-{ field }"]
)
def test_an_unknown_placeholder_is_no_form(form: str) -> None:
    assert list(unknown_placeholders(form))
    assert code_pattern(form) is None


@pytest.mark.parametrize(
    "form",
    [
        "",
        "QT",
        "qt-{field}-{no}",
        "QT/{field}-{no}",
        "{no}-QT",
        "QT-{field} {no}",
        "QT-(.*)",
        "QT-{field}{agency}-{no}",
        "QT-{no}{no}",
    ],
)
def test_a_form_that_gives_no_valid_code_is_no_form(form: str) -> None:
    assert not list(unknown_placeholders(form))
    assert code_pattern(form) is None


def test_a_form_in_words_shows_what_each_placeholder_is() -> None:
    words = form_words("QT-{field}-{no}")
    assert words.vi == "“QT-<ký hiệu thư mục>-<hai chữ số>”"
    assert words.en == "“QT-<symbol of the folder>-<two digits>”"


@pytest.mark.parametrize(
    ("form", "code", "taken", "fits"),
    [
        ("QT-{field}-{no}", "QT-HT-7", (), "QT-HT-07"),
        ("QT-{field}-{no}", "QT-HT-7", ("QT-HT-07", "QT-HT-01"), "QT-HT-02"),
        ("QT-{field}-{no}", "QT-TTHC-3000368", (), "QT-HT-01"),
        ("QT-{field}-{no}", "QT-CT-05", (), "QT-HT-05"),
        ("BM-{field}-{no}-{no}", "BM-HT-4-2", (), "BM-HT-04-02"),
        ("BM-{field}-{no}-{no}", "BM-HT-4-2", ("BM-HT-04-02", "BM-HT-04-01"), "BM-HT-04-03"),
        ("BM-{field}-{no}-{no}", "BM-HT", ("BM-HT-01-01",), "BM-HT-01-02"),
        ("STCL-{agency}-{no}", "STCL-01", (), "STCL-STP-01"),
        ("QT-{field}-{no}", "QT-HT-0", (), "QT-HT-01"),
        ("MH-STCL", "MH-01", (), "MH-STCL"),
    ],
)
def test_what_would_fit_keeps_the_number_if_it_is_free(form: str, code: str, taken: tuple[str, ...], fits: str) -> None:
    assert proposal(pattern(form), code, FOLDER, taken) == fits


def test_what_would_fit_leaves_open_a_symbol_that_nobody_laid_down() -> None:
    assert proposal(pattern("QT-{field}-{no}"), "QT-1", {}, ()) == "QT-…-01"


def test_where_every_number_is_taken_the_search_ends() -> None:
    taken = {f"QT-HT-{number:02d}" for number in range(1, 1000)}
    assert proposal(pattern("QT-{field}-{no}"), "QT-HT-7", FOLDER, taken) == "QT-HT-999"
