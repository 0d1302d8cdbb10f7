"""How much working time a duration can hold, and which of two limits may end later.

Reads: durations in any unit.
Returns: working hours; one working day has 8 (Bộ luật Lao động 45/2019/QH14, Điều 105).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import product

from sotay.model.procedure import Duration, TimeUnit

HOURS_A_DAY = Decimal(8)
_MOST_WORKING_DAYS_A_MONTH = Decimal(23)
_FEWEST_WORKING_DAYS_A_MONTH = Decimal(20)
_MOST = Decimal(10**6)
"""Longer than any limit; what is longer still counts as this, so that sums stay exact."""


def most_working_hours(limit: Duration) -> Decimal:
    """Return the most working hours that fit into a time limit; 0 days of either kind is the rest of one day."""
    value = min(limit.value, _MOST)
    match limit.unit:
        case TimeUnit.WORKING_HOUR:
            return value
        case TimeUnit.WORKING_DAY:
            return value * HOURS_A_DAY if value else HOURS_A_DAY
        case TimeUnit.HOUR:
            days, rest = divmod(value, Decimal(24))
            return days * HOURS_A_DAY + min(rest, HOURS_A_DAY)
        case TimeUnit.DAY:
            weeks, rest = divmod(value, Decimal(7))
            return (weeks * 5 + min(rest, Decimal(5))) * HOURS_A_DAY if value else HOURS_A_DAY
        case TimeUnit.MONTH:
            return value * _MOST_WORKING_DAYS_A_MONTH * HOURS_A_DAY


def least_working_hours(step: Duration) -> Decimal:
    """Return the fewest working hours that a step of this length takes up; whole days may be days off."""
    value = min(step.value, _MOST)
    match step.unit:
        case TimeUnit.WORKING_HOUR:
            return value
        case TimeUnit.WORKING_DAY:
            return value * HOURS_A_DAY
        case TimeUnit.HOUR:
            days, rest = divmod(value, Decimal(24))
            return _fewest_working_days(days) * HOURS_A_DAY + min(rest, HOURS_A_DAY)
        case TimeUnit.DAY:
            return _fewest_working_days(value) * HOURS_A_DAY
        case TimeUnit.MONTH:
            return value * _FEWEST_WORKING_DAYS_A_MONTH * HOURS_A_DAY


def _fewest_working_days(days: Decimal) -> Decimal:
    weeks, rest = divmod(days, Decimal(7))
    return weeks * 5 + max(rest - 2, Decimal(0))


def excess(steps: Iterable[Duration], limit: Duration) -> tuple[Duration, Duration] | None:
    """Return what steps certainly take and what a limit at most allows, in the unit that shows the excess, if any.

    Certain is what is longer however the days off fall.
    Steps of one unit are added before they are converted, so that splitting a step changes nothing.
    """
    totals = added_up(steps)
    comparisons = (
        _in_its_own_unit(totals, limit),
        _in(TimeUnit.WORKING_HOUR, sum(map(least_working_hours, totals), Decimal(0)), most_working_hours(limit)),
        _in_calendar_days(totals, limit),
    )
    return next((pair for pair in comparisons if pair and pair[0].value > pair[1].value), None)


def added_up(steps: Iterable[Duration]) -> Sequence[Duration]:
    """Return the sums of durations, one for each unit that occurs."""
    sums: dict[TimeUnit, Decimal] = {}
    for step in steps:
        sums[step.unit] = sums.get(step.unit, Decimal(0)) + min(step.value, _MOST)
    return [Duration(value=value, unit=unit) for unit, value in sums.items()]


def _in(unit: TimeUnit, total: Decimal, limit: Decimal) -> tuple[Duration, Duration]:
    return Duration(value=total, unit=unit), Duration(value=limit, unit=unit)


def _in_its_own_unit(totals: Sequence[Duration], limit: Duration) -> tuple[Duration, Duration] | None:
    same = next((total for total in totals if total.unit is limit.unit), None)
    return (same, limit) if same and limit.value else None


_LEAST_CALENDAR_DAYS: Mapping[TimeUnit, Decimal] = {
    TimeUnit.HOUR: 1 / Decimal(24),
    TimeUnit.WORKING_HOUR: 1 / HOURS_A_DAY,
    TimeUnit.DAY: Decimal(1),
    TimeUnit.WORKING_DAY: Decimal(1),
    TimeUnit.MONTH: Decimal(28),
}


def _in_calendar_days(totals: Sequence[Duration], limit: Duration) -> tuple[Duration, Duration] | None:
    """Days off that a calendar step may use up are still days of a calendar limit."""
    if limit.unit not in (TimeUnit.DAY, TimeUnit.MONTH) or not limit.value:
        return None
    days = sum((total.value * _LEAST_CALENDAR_DAYS[total.unit] for total in totals), Decimal(0))
    most = min(limit.value, _MOST) * (31 if limit.unit is TimeUnit.MONTH else 1)
    return _in(TimeUnit.DAY, days.quantize(Decimal("0.01")), most)


def is_longer(one: Duration, other: Duration) -> bool:
    """Return whether one limit may end later than another, for some weekday and hour at which both start.

    Weeks are ordinary ones; a day that ends a limit and is a day off gives way to the next working day,
    and limits in days do not count the first one (Bộ luật Dân sự 91/2015/QH13, Điều 147 and 148).
    """
    if one.unit is other.unit:
        return _rank(one) > _rank(other)
    starts = product(range(5), set(_telling_hours(one, other)))
    return any(_ends(one, *start)[1] > _ends(other, *start)[0] for start in starts)


def _rank(limit: Duration) -> tuple[Decimal, bool]:
    """The length of a limit among those of its unit: 0 days, which end with the day, are just below 1."""
    ends_with_the_day = limit.value == 0 and limit.unit in (TimeUnit.DAY, TimeUnit.WORKING_DAY)
    return (Decimal(1), False) if ends_with_the_day else (limit.value, True)


_A_MOMENT = Decimal("0.001")


def _telling_hours(*limits: Duration) -> Iterator[Decimal]:
    """The hours of the working day, from 0 to 8, at which the end of a limit may jump to another day."""
    yield from (Decimal(0), HOURS_A_DAY)
    for limit in limits:
        value = min(limit.value, _MOST)
        clock = value * 24 if limit.unit is TimeUnit.DAY else value
        work = value * HOURS_A_DAY if limit.unit is TimeUnit.WORKING_DAY else value
        for hour in (-clock % 24, (HOURS_A_DAY - clock) % 24, -work % HOURS_A_DAY):
            at = hour % 24
            yield from (near for near in (at, at + _A_MOMENT) if 0 <= near <= HOURS_A_DAY)


_Moment = tuple[Decimal, Decimal]
"""Calendar days after the first Monday, and hours after the opening of the office."""


def _ends(limit: Duration, day: int, hour: Decimal) -> tuple[_Moment, _Moment]:
    """The earliest and the latest end of a limit that starts on a weekday, counted from Monday, at an hour of work."""
    value = min(limit.value, _MOST)
    match limit.unit:
        case TimeUnit.MONTH:
            fewest, most = _days_of_months(value)
            return _after_days(Decimal(fewest), day, hour), _after_days(Decimal(most), day, hour)
        case TimeUnit.DAY:
            end = _after_days(value, day, hour)
        case TimeUnit.WORKING_DAY:
            end = _after_working_days(value, day, hour)
        case TimeUnit.WORKING_HOUR:
            end = _after_working_hours(value, day, hour)
        case TimeUnit.HOUR:
            days, rest = divmod(hour + value, Decimal(24))
            end = (day + days, rest)
    return end, end


def _after_days(value: Decimal, day: int, hour: Decimal) -> _Moment:
    whole, part = divmod(value, Decimal(1))
    if value and not whole:
        days, rest = divmod(hour + part * 24, Decimal(24))
        return day + days, rest
    end = day + whole + (1 if part else 0)
    while end % 7 >= 5:  # noqa: PLR2004 - Saturday and Sunday
        end += 1
    return end, part * HOURS_A_DAY if part else HOURS_A_DAY


def _after_working_days(value: Decimal, day: int, hour: Decimal) -> _Moment:
    whole, part = divmod(value, Decimal(1))
    if value and not whole:
        return _after_working_hours(part * HOURS_A_DAY, day, hour)
    return _weekday(day + whole + (1 if part else 0)), part * HOURS_A_DAY if part else HOURS_A_DAY


def _after_working_hours(value: Decimal, day: int, hour: Decimal) -> _Moment:
    days, rest = divmod(hour + value, HOURS_A_DAY)
    if rest == 0 and days:
        days, rest = days - 1, HOURS_A_DAY
    return _weekday(day + days), rest


def _weekday(working_day: Decimal) -> Decimal:
    """The calendar day of a working day, both counted from the first Monday."""
    weeks, rest = divmod(working_day, Decimal(5))
    return weeks * 7 + rest


_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31) * 2


def _days_of_months(value: Decimal) -> tuple[int, int]:
    """The fewest and the most days that so many months may have; a part of a month is that part of 30 days."""
    whole, part = divmod(value, Decimal(1))
    years, months = divmod(int(whole), 12)
    sums = [sum(_MONTHS[first : first + months]) for first in range(12)]
    rest = int((part * 30).to_integral_value(ROUND_CEILING))
    fewest = years * 365 + years // 4 + min(sums) + rest
    most = years * 365 + -(-years // 4) + max(sums) + rest
    return fewest, most
