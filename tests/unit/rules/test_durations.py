"""Lengths of time in messages: in the unit the author wrote, with a decimal comma in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sotay.model.procedure import Duration, TimeUnit
from sotay.rules.durations import compared, in_words


def of(text: str) -> Duration:
    """Read `3 working_day`."""
    value, unit = text.split()
    return Duration(value=Decimal(value), unit=TimeUnit(unit))


@pytest.mark.parametrize(
    ("duration", "vi", "en"),
    [
        ("8.50 day", "8,5 ngày", "8.5 days"),
        ("10 working_day", "10 ngày làm việc", "10 working days"),
        ("0 working_day", "trong ngày làm việc", "within the working day"),
        ("2 month", "2 tháng", "2 months"),
        ("0.5 working_hour", "0,5 giờ làm việc", "0.5 working hours"),
        ("24 hour", "24 giờ", "24 hours"),
    ],
)
def test_a_duration_reads_as_people_say_it(duration: str, vi: str, en: str) -> None:
    words = in_words(of(duration))
    assert (words.vi, words.en) == (vi, en)


@pytest.mark.parametrize(
    ("steps", "limit", "total", "most"),
    [
        (["4 day", "4 day"], "7 day", "8 ngày", "7 ngày"),
        (["1 working_day", "9 working_hour"], "2 working_day", "17 giờ làm việc", "16 giờ làm việc"),
        (["5 working_hour", "4 working_hour"], "0 working_day", "9 giờ làm việc", "8 giờ làm việc"),
    ],
)
def test_steps_and_limit_are_told_in_one_unit(steps: list[str], limit: str, total: str, most: str) -> None:
    told = compared([of(step) for step in steps], of(limit))
    assert [phrase.vi for phrase in told] == [total, most]
