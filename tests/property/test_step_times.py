"""Steps against a limit, and one limit against another, whatever the numbers, the units and the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from sotay.deadlines.working_time import excess, is_longer, least_working_hours, most_working_hours
from sotay.model.procedure import Clock, Duration, Step, TimeUnit
from sotay.rules.procedure.step_times import running
from sotay.rules.words.durations import compared

WORKING = [TimeUnit.WORKING_HOUR, TimeUnit.WORKING_DAY]
quarters = st.integers(0, 160).map(lambda number: Decimal(number) / 4)
units = st.sampled_from(list(TimeUnit))
durations = st.builds(lambda value, unit: Duration(value=value, unit=unit), quarters, units)
limits = durations
step_times = st.lists(durations, max_size=6)
huge = st.builds(lambda value, unit: Duration(value=value, unit=unit), st.integers(0, 10**45).map(Decimal), units)


def exceeds(steps: Iterable[Duration], limit: Duration) -> bool:
    """Whether steps together certainly take longer than a limit."""
    return excess(steps, limit) is not None


@given(step_times, limits, st.data())
def test_splitting_a_step_in_two_never_changes_the_verdict(
    steps: list[Duration], limit: Duration, data: st.DataObject
) -> None:
    assume(steps)
    index = data.draw(st.integers(0, len(steps) - 1))
    whole = steps[index]
    first = data.draw(st.integers(0, int(whole.value * 4))) / Decimal(4)
    parts = [Duration(value=first, unit=whole.unit), Duration(value=whole.value - first, unit=whole.unit)]
    assert exceeds(steps, limit) == exceeds([*steps[:index], *parts, *steps[index + 1 :]], limit)


@given(step_times, limits, st.randoms(use_true_random=False))
def test_the_order_of_steps_does_not_matter(steps: list[Duration], limit: Duration, random: object) -> None:
    mixed = list(steps)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert exceeds(steps, limit) == exceeds(mixed, limit)


@given(step_times, limits, durations)
def test_one_more_step_never_makes_it_better(steps: list[Duration], limit: Duration, more: Duration) -> None:
    if exceeds(steps, limit):
        assert exceeds([*steps, more], limit)


@given(step_times, limits, st.data())
def test_stopping_the_clock_never_makes_it_worse(steps: list[Duration], limit: Duration, data: st.DataObject) -> None:
    taken = [Step(role="mot-cua", action="Tiếp nhận", time=time) for time in steps]
    stopped = [step.model_copy(update={"clock": Clock.STOPPED}) if data.draw(st.booleans()) else step for step in taken]
    if not exceeds(running(taken), limit):
        assert not exceeds(running(stopped), limit)


@given(step_times, limits)
def test_a_working_day_is_eight_working_hours(steps: list[Duration], limit: Duration) -> None:
    in_hours = [in_working_hours(step) for step in steps]
    assert exceeds(steps, limit) == exceeds(in_hours, limit)
    if limit.value:
        assert exceeds(steps, limit) == exceeds(steps, in_working_hours(limit))


def in_working_hours(duration: Duration) -> Duration:
    """Return the same length in working hours, if it is in working days."""
    if duration.unit is not TimeUnit.WORKING_DAY:
        return duration
    return Duration(value=duration.value * 8, unit=TimeUnit.WORKING_HOUR)


@given(step_times, limits, quarters)
def test_a_longer_limit_never_turns_good_into_bad(steps: list[Duration], limit: Duration, more: Decimal) -> None:
    assume(limit.value)
    if not exceeds(steps, limit):
        assert not exceeds(steps, Duration(value=limit.value + more, unit=limit.unit))


@given(step_times, limits)
def test_steps_that_exceed_a_limit_are_told_with_two_numbers_that_show_it(
    steps: list[Duration], limit: Duration
) -> None:
    words = compared(steps, limit)
    assert (words is not None) == exceeds(steps, limit)
    if words:
        assert words[0].vi != words[1].vi


@given(st.lists(huge, max_size=4), huge)
def test_no_number_is_too_large(steps: list[Duration], limit: Duration) -> None:
    compared(steps, limit)
    is_longer(limit, steps[0] if steps else limit)


@given(durations)
def test_a_step_fits_into_a_limit_of_its_own_length(duration: Duration) -> None:
    assert not exceeds([duration], duration)
    assert least_working_hours(duration) <= most_working_hours(duration)


@given(durations, durations)
def test_no_limit_is_longer_than_itself(one: Duration, other: Duration) -> None:
    assert not is_longer(one, one)
    if one.unit is other.unit:
        assert not (is_longer(one, other) and is_longer(other, one))


WEEKDAYS = [date(2023, 1, 2) + timedelta(days=days) for days in range(366 * 3) if days % 7 < 5]
"""Three years, one of them a leap year."""
whole_limits = st.builds(
    lambda value, unit: Duration(value=Decimal(value), unit=unit),
    st.integers(1, 40),
    st.sampled_from([TimeUnit.DAY, TimeUnit.WORKING_DAY]),
)


@given(whole_limits, whole_limits)
def test_a_limit_is_longer_exactly_where_it_ends_later_on_some_day(one: Duration, other: Duration) -> None:
    starts = WEEKDAYS[:5]
    assert is_longer(one, other) == any(ends(one, start) > ends(other, start) for start in starts)


@given(st.integers(1, 11), whole_limits)
def test_a_month_is_as_long_as_the_calendar_says(months: int, other: Duration) -> None:
    limit = Duration(value=Decimal(months), unit=TimeUnit.MONTH)
    other = Duration(value=other.value + 25 * months, unit=other.unit)
    later = any(ends(limit, start) > ends(other, start) for start in WEEKDAYS)
    sooner = any(ends(limit, start) < ends(other, start) for start in WEEKDAYS)
    assert is_longer(limit, other) >= later
    assert is_longer(other, limit) >= sooner


def ends(limit: Duration, start: date) -> date:
    """Count a limit day by day from a weekday, in weeks without holidays."""
    count = int(limit.value)
    if limit.unit is TimeUnit.WORKING_DAY:
        return counted_off(start, count)
    if limit.unit is TimeUnit.DAY:
        return next_weekday(start + timedelta(days=count))
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return next_weekday(date(year, month + 1, day))


def counted_off(day: date, count: int) -> date:
    """Return the weekday that comes so many weekdays after a day."""
    for _ in range(count):
        day = next_weekday(day + timedelta(days=1))
    return day


def next_weekday(day: date) -> date:
    """Return the day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def test_the_counting_of_this_test_is_right() -> None:
    friday = date(2026, 7, 3)
    assert [counted_off(friday, 1), next_weekday(date(2026, 7, 4)), next_weekday(date(2026, 7, 5))] == [
        date(2026, 7, 6)
    ] * 3
    assert ends(Duration(value=Decimal(1), unit=TimeUnit.MONTH), date(2024, 1, 31)) == date(2024, 2, 29)
