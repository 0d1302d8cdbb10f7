"""Lengths of time as a part of a message."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sotay.deadlines.working_time import least_working_hours, most_working_hours
from sotay.model.phrase import Phrase
from sotay.model.procedure import Duration, TimeUnit

_UNITS = {
    TimeUnit.HOUR: Phrase("giờ", "hours"),
    TimeUnit.WORKING_HOUR: Phrase("giờ làm việc", "working hours"),
    TimeUnit.DAY: Phrase("ngày", "days"),
    TimeUnit.WORKING_DAY: Phrase("ngày làm việc", "working days"),
    TimeUnit.MONTH: Phrase("tháng", "months"),
}


def in_words(duration: Duration) -> Phrase:
    """Return a length of time in words; 0 working days is within the day."""
    if duration.unit is TimeUnit.WORKING_DAY and not duration.value:
        return Phrase("trong ngày làm việc", "within the working day")
    return _amount(duration.value, duration.unit)


def compared(steps: Sequence[Duration], limit: Duration) -> tuple[Phrase, Phrase]:
    """Return the sum of steps and their limit in words: in their common unit, else in working hours."""
    if limit.value and all(step.unit is limit.unit for step in steps):
        return _amount(sum((step.value for step in steps), Decimal(0)), limit.unit), in_words(limit)
    total = sum(map(least_working_hours, steps), Decimal(0))
    return _amount(total, TimeUnit.WORKING_HOUR), _amount(most_working_hours(limit), TimeUnit.WORKING_HOUR)


def _amount(value: Decimal, unit: TimeUnit) -> Phrase:
    number = f"{value.normalize():f}"
    return Phrase(f"{number.replace('.', ',')} {_UNITS[unit].vi}", f"{number} {_UNITS[unit].en}")
