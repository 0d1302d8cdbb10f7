"""A legal document is out of force only where a stated date says so; what is unknown is not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.legal import LegalDocument


def a_law(**dates: str) -> LegalDocument:
    stated = {"number": "01/2020/TT-ABC", "title": "Thông tư", "issuer": "Bộ", "source": "Ví dụ"}
    return LegalDocument.model_validate(stated | dates)


@pytest.mark.parametrize(
    ("day", "is_in_force"),
    [(date(2020, 6, 30), False), (date(2020, 7, 1), True), (date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_it_is_in_force_from_its_effect_to_the_eve_of_its_end(day: date, *, is_in_force: bool) -> None:
    assert a_law(effective="2020-07-01", ends="2025-01-01").in_force(day) is is_in_force


def test_without_dates_nothing_speaks_against_it() -> None:
    assert a_law().in_force(date(1990, 1, 1))
