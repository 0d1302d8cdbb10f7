"""Lengths of time as a part of a message."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sotay.deadlines.working_time import excess
from sotay.model.phrase import Phrase
from sotay.model.procedure import Duration, TimeUnit

_UNITS = {
    TimeUnit.HOUR: Phrase("giờ", "hours"),
    TimeUnit.WORKING_HOUR: Phrase("giờ làm việc", "working hours"),
    TimeUnit.DAY: Phrase("ngày", "days"),
    TimeUnit.WORKING_DAY: Phrase("ngày làm việc", "working days"),
    TimeUnit.MONTH: Phrase("tháng", "months"),
}
_READABLE = 10**9
"""A number beyond this is a slip of the keyboard; a message does not write out its digits."""


def in_words(duration: Duration) -> Phrase:
    """Return a length of time in words; 0 working days is within the day."""
    if duration.unit is TimeUnit.WORKING_DAY and not duration.value:
        return Phrase("trong ngày làm việc", "within the working day")
    return _amount(duration.value, duration.unit)


def compared(steps: Iterable[Duration], limit: Duration) -> tuple[Phrase, Phrase] | None:
    """Return what steps take and what their limit allows, in words, or None where they may fit."""
    pair = excess(steps, limit)
    if pair is None:
        return None
    total, most, stated = in_words(pair[0]), in_words(pair[1]), in_words(limit)
    if pair[1].unit is limit.unit:
        return total, most
    return total, Phrase(f"{stated.vi} ({most.vi})", f"{stated.en} ({most.en})")


def _amount(value: Decimal, unit: TimeUnit) -> Phrase:
    number = f"{value:.0e}" if value > _READABLE else f"{value.normalize():f}"
    return Phrase(f"{number.replace('.', ',')} {_UNITS[unit].vi}", f"{number} {_UNITS[unit].en}")


def days_en(number: int) -> str:
    """Return `1 day` or `2 days`; English has a plural."""
    return f"{number} day" if number == 1 else f"{number} days"
