"""Months are counted so that nobody gains or loses one, whatever the day and however far."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sotay.deadlines.review import months_after, months_of, review_due
from sotay.model.document import Document
from sotay.model.province import ReviewIntervals

starts = st.dates(date(1, 1, 1), date(9000, 12, 31))
lengths = st.integers(0, 11_988)


@given(starts, lengths)
def test_the_month_is_right_and_the_day_the_same_or_the_last(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@given(starts, starts, lengths)
def test_who_starts_later_is_not_due_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)


@given(starts, lengths, lengths)
def test_a_longer_interval_is_not_due_earlier(day: date, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert months_after(day, shorter) <= months_after(day, longer)


@given(st.dates(), st.integers())
def test_no_day_and_no_length_is_too_far(day: date, months: int) -> None:
    if months >= 0:
        assert months_after(day, months) >= day


@given(st.integers(1, 999), st.sampled_from("my"))
def test_what_is_written_is_what_is_counted(number: int, unit: str) -> None:
    assert months_of(f"{number}{unit}") == number * (12 if unit == "y" else 1)


@given(st.text(max_size=12), st.one_of(st.none(), st.dates()))
def test_whatever_is_written_gives_a_day_after_the_start_or_none(interval: str, start: date | None) -> None:
    control = Document.model_validate({"review_every": interval, "effective_date": start and start.isoformat()})
    due = review_due(control, ReviewIntervals())
    assert due is None or (start is not None and due >= start)
