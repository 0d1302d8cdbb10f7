"""How much working time a duration can hold, for comparing steps with a time limit.

Reads: durations in any unit.
Returns: working hours; one working day has 8 (Bộ luật Lao động 45/2019/QH14, Điều 105).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sotay.model.procedure import Duration, TimeUnit

HOURS_A_DAY = Decimal(8)
_MOST_WORKING_DAYS_A_MONTH = Decimal(23)


def most_working_hours(limit: Duration) -> Decimal:
    """Return the most working hours that fit into a time limit; 0 working days is the rest of one day."""
    value = limit.value
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
            return (weeks * 5 + min(rest, Decimal(5))) * HOURS_A_DAY
        case TimeUnit.MONTH:
            return value * _MOST_WORKING_DAYS_A_MONTH * HOURS_A_DAY


def least_working_hours(step: Duration) -> Decimal:
    """Return the fewest working hours that a step of this length takes up; whole days may be days off."""
    value = step.value
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
            return value * 20 * HOURS_A_DAY


def _fewest_working_days(days: Decimal) -> Decimal:
    weeks, rest = divmod(days, Decimal(7))
    return weeks * 5 + max(rest - 2, Decimal(0))


def exceeds(steps: Sequence[Duration], limit: Duration) -> bool:
    """Return whether steps together certainly take longer than a limit; in one unit they are simply added."""
    if limit.value and all(step.unit is limit.unit for step in steps):
        return sum((step.value for step in steps), Decimal(0)) > limit.value
    return sum(map(least_working_hours, steps), Decimal(0)) > most_working_hours(limit)


def is_longer(one: Duration, other: Duration) -> bool:
    """Return whether one limit may end later than another."""
    if one.unit is other.unit:
        return one.value > other.value
    return most_working_hours(one) > most_working_hours(other)
