"""Lengths of time in messages: in the unit the author wrote, with a decimal comma in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sotay.model.procedure import ChannelKind, Duration, TimeUnit
from sotay.rules.words.channels import channels_in_words
from sotay.rules.words.durations import compared, in_words


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
        (["1 working_day", "9 working_hour"], "2 working_day", "17 giờ làm việc", "2 ngày làm việc (16 giờ làm việc)"),
        (
            ["5 working_hour", "4 working_hour"],
            "0 working_day",
            "9 giờ làm việc",
            "trong ngày làm việc (8 giờ làm việc)",
        ),
        (["2 day", "1 working_day"], "2 day", "3 ngày", "2 ngày"),
        (["31 day", "2 working_hour"], "1 month", "31,25 ngày", "1 tháng (31 ngày)"),
    ],
)
def test_steps_and_limit_are_told_in_one_unit(steps: list[str], limit: str, total: str, most: str) -> None:
    told = compared([of(step) for step in steps], of(limit))
    assert told
    assert [phrase.vi for phrase in told] == [total, most]


def test_steps_that_fit_are_not_told() -> None:
    assert compared([of("1 working_day")], of("1 working_day")) is None


def test_digits_that_nobody_reads_are_not_written_out() -> None:
    assert in_words(Duration(value=Decimal(10**40), unit=TimeUnit.DAY)).vi == "1e+40 ngày"


def test_ways_of_filing_are_named_once_each_in_their_order() -> None:
    words = channels_in_words([ChannelKind.ONLINE, ChannelKind.POST, ChannelKind.ONLINE])
    assert (words.vi, words.en) == ("trực tuyến, bưu chính", "online, by post")
