"""When a document must be reviewed: as it says, else by its interval, else by its risk."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.deadlines.review import interval_of, months_after, months_of, review_due
from sotay.model.document import Document, Risk
from sotay.model.province import ReviewIntervals

BY_RISK = ReviewIntervals()


def due(**keys: Any) -> date | None:
    return review_due(Document.model_validate({"effective_date": "2026-07-01", **keys}), BY_RISK)


@pytest.mark.parametrize(("interval", "months"), [("6m", 6), ("1y", 12), ("3y", 36), ("18m", 18), ("999y", 11988)])
def test_an_interval_is_a_number_of_months_or_years(interval: str, months: int) -> None:
    assert months_of(interval) == months


@pytest.mark.parametrize(
    "interval", [None, "", "0m", "06m", "1", "y", "1 y", "1Y", "-1y", "1.5y", "6 tháng", "1000y", "٣y", "1y\n"]
)
def test_anything_else_is_no_interval(interval: str | None) -> None:
    assert months_of(interval) is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 7, 1), 6, date(2027, 1, 1)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last_one(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_a_stated_day_comes_before_an_interval_and_an_interval_before_the_risk() -> None:
    assert due(review_by="2026-12-31", review_every="1y", risk="low") == date(2026, 12, 31)
    assert due(review_every="1y", risk="low") == date(2027, 7, 1)
    assert due(risk="low") == date(2029, 7, 1)
    assert due() is None


def test_an_interval_runs_from_the_effect_else_from_the_approval_else_not_at_all() -> None:
    assert due(review_every="6m", approved_date="2026-06-15") == date(2027, 1, 1)
    assert due(review_every="6m", approved_date="2026-06-15", effective_date=None) == date(2026, 12, 15)
    assert due(review_every="6m", effective_date=None) is None


def test_an_interval_of_unknown_form_gives_no_day() -> None:
    assert due(review_every="6 tháng") is None


@pytest.mark.parametrize(("risk", "interval"), [(Risk.HIGH, "6m"), (Risk.MEDIUM, "1y"), (Risk.LOW, "3y")])
def test_each_risk_has_its_interval(risk: Risk, interval: str) -> None:
    assert interval_of(risk, BY_RISK) == interval
