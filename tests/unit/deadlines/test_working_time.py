"""Steps are set against a time limit in working hours; only what certainly takes longer is called so."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from sotay.deadlines.working_time import excess, is_longer, least_working_hours, most_working_hours
from sotay.model.procedure import Duration, TimeUnit


def of(text: str) -> Duration:
    """Read `3 working_day`."""
    value, unit = text.split()
    return Duration(value=Decimal(value), unit=TimeUnit(unit))


def exceeds(steps: Iterable[Duration], limit: Duration) -> bool:
    """Whether steps together certainly take longer than a limit."""
    return excess(steps, limit) is not None


@pytest.mark.parametrize(
    ("limit", "hours"),
    [
        ("4 working_hour", 4),
        ("3 working_day", 24),
        ("0.5 working_day", 4),
        ("0 working_day", 8),
        ("5 hour", 5),
        ("24 hour", 8),
        ("60 hour", 24),
        ("1 day", 8),
        ("6 day", 40),
        ("7 day", 40),
        ("15 day", 88),
        ("1 month", 184),
    ],
)
def test_a_limit_holds_at_most_so_many_working_hours(limit: str, hours: int) -> None:
    assert most_working_hours(of(limit)) == hours


@pytest.mark.parametrize(
    ("step", "hours"),
    [
        ("0.5 working_hour", Decimal("0.5")),
        ("2 working_day", 16),
        ("0 working_day", 0),
        ("4 hour", 4),
        ("12 hour", 8),
        ("24 hour", 0),
        ("72 hour", 8),
        ("2 day", 0),
        ("5 day", 24),
        ("7 day", 40),
        ("1 month", 160),
    ],
)
def test_a_step_takes_up_at_least_so_many_working_hours(step: str, hours: Decimal) -> None:
    assert least_working_hours(of(step)) == hours


@pytest.mark.parametrize(
    ("steps", "limit"),
    [
        (["2 working_hour", "5 working_hour", "2 working_hour"], "0 working_day"),
        (["1 working_day", "2 working_day", "0.5 working_day"], "3 working_day"),
        (["1 working_day", "9 working_hour"], "2 working_day"),
        (["4 day", "4 day"], "7 day"),
        (["1 month", "1 month"], "1 month"),
        (["1 working_hour"], "0 working_hour"),
        (["8 day", "1 working_hour"], "7 day"),
        (["2 day", "1 working_day"], "2 day"),
        (["9 working_hour"], "0 day"),
    ],
)
def test_steps_that_add_up_to_more_than_the_limit_exceed_it(steps: list[str], limit: str) -> None:
    assert exceeds([of(step) for step in steps], of(limit))


@pytest.mark.parametrize(
    ("steps", "limit"),
    [
        (["0.5 working_hour", "7 working_hour", "0.5 working_hour"], "0 working_day"),
        (["1 working_day", "2 working_day"], "3 working_day"),
        (["3 day", "4 day"], "7 day"),
        (["5 working_day"], "7 day"),
        (["24 hour"], "1 working_day"),
        (["3 day"], "1 working_day"),
        ([], "3 working_day"),
    ],
)
def test_steps_that_may_fit_do_not_exceed_the_limit(steps: list[str], limit: str) -> None:
    assert not exceeds([of(step) for step in steps], of(limit))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 working_day", "3 working_day"),
        ("8 day", "5 working_day"),
        ("1 month", "20 day"),
        ("0 working_day", "4 hour"),
        ("4 working_day", "5 day"),
        ("0.5 working_day", "3 working_hour"),
        ("1 working_day", "0 working_day"),
        ("0 working_day", "0.5 working_day"),
        ("1 working_day", "8 working_hour"),
        ("1 working_day", "24 hour"),
        ("4 working_hour", "4 hour"),
        ("31 day", "1 month"),
        ("1 month", "30 day"),
        ("13 month", "390 day"),
        ("1.5 working_day", "12 working_hour"),
        ("1.5 day", "1 working_day"),
    ],
)
def test_a_limit_that_may_end_later_is_longer(one: str, other: str) -> None:
    assert is_longer(of(one), of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 working_day", "3 working_day"),
        ("7 day", "5 working_day"),
        ("5 working_day", "7 day"),
        ("0 working_day", "1 working_day"),
        ("3 day", "3 working_day"),
        ("8 working_hour", "1 working_day"),
        ("4 hour", "4 working_hour"),
        ("0.5 day", "1 working_day"),
        ("15 day", "0.5 month"),
        ("20 working_day", "1 month"),
    ],
)
def test_a_limit_that_ends_no_later_is_not_longer(one: str, other: str) -> None:
    assert not is_longer(of(one), of(other))
