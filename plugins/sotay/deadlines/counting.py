"""A time limit in whole numbers, so that every program counts it alike.

Reads: durations as documents state them.
Returns: minutes, days or months. Part of a day is hours of it where there is no whole day, else the limit ends within
the day after; part of a month is that part of 30 days (Bộ luật Dân sự 91/2015/QH13, Điều 146).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from sotay.deadlines.working_time import HOURS_A_DAY
from sotay.model.procedure import Duration, TimeUnit

_MINUTES = 60
_HOURS_OF_THE_CLOCK = 24
_DAYS_A_MONTH = 30
_MOST = Decimal(100_000)
"""Longer than any calendar; what is longer still counts as this."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How far to count."""

    unit: TimeUnit
    """What is counted; hours are counted in minutes."""
    whole: int
    """Minutes, days or months."""
    rest: int = 0
    """After whole days, 1 if the limit ends within one more; after whole months, further days."""


def counting(limit: Duration) -> Counting:
    """Return how far to count for a time limit; 0 days or months end with the working day of receipt."""
    value = min(limit.value, _MOST)
    whole, part = divmod(value, Decimal(1))
    match limit.unit:
        case TimeUnit.HOUR | TimeUnit.WORKING_HOUR:
            return Counting(limit.unit, _up(value * _MINUTES))
        case _ if value == 0:
            return Counting(TimeUnit.WORKING_DAY, 0)
        case TimeUnit.MONTH:
            return Counting(limit.unit, int(whole), _up(part * _DAYS_A_MONTH))
        case TimeUnit.DAY if value < 1:
            return Counting(TimeUnit.HOUR, _up(value * _HOURS_OF_THE_CLOCK * _MINUTES))
        case TimeUnit.WORKING_DAY if value < 1:
            return Counting(TimeUnit.WORKING_HOUR, _up(value * HOURS_A_DAY * _MINUTES))
        case _:
            return Counting(limit.unit, int(whole), 1 if part else 0)


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
