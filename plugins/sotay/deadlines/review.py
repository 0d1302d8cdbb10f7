"""When a document must be reviewed again.

Reads: what its control block states, and the intervals that the province allows by risk.
Returns: a day; what is not stated, or not in a known form, has none.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from sotay.model.document import Document, Risk
from sotay.model.province import ReviewIntervals

_INTERVAL = re.compile(r"([1-9]\d{0,2})([my])", re.ASCII)
_MONTHS_A_YEAR = 12


def months_of(interval: str | None) -> int | None:
    """Return the length of `6m`, `1y` or `3y` in months, or None for any other form."""
    match = _INTERVAL.fullmatch(interval or "")
    if not match:
        return None
    return int(match[1]) * (_MONTHS_A_YEAR if match[2] == "y" else 1)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; where that month is too short, its last day."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def interval_of(risk: Risk, intervals: ReviewIntervals) -> str:
    """Return the longest interval that the province allows for a risk."""
    by_risk = {Risk.HIGH: intervals.high, Risk.MEDIUM: intervals.medium, Risk.LOW: intervals.low}
    return by_risk[risk]


def counted_from(control: Document) -> date | None:
    """Return the day from which the interval runs: the version's effect, else its approval."""
    return control.effective_date or control.approved_date


def review_due(control: Document, intervals: ReviewIntervals) -> date | None:
    """Return the last day for the review: as stated, else by the stated interval, else by risk; None if unknown."""
    if control.review_by:
        return control.review_by
    interval = control.review_every or (interval_of(control.risk, intervals) if control.risk else None)
    months, start = months_of(interval), counted_from(control)
    return months_after(start, months) if months and start else None
