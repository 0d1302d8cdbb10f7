"""When a result is due, with the reasons in the order in which a person would give them.

Reads: the moment at which a dossier is handed in or a limit begins, the limit, the calendar, the hours of the office.
Returns: the day, and the minute where the limit is in hours; or that the calendar does not reach so far.
Counted by Bộ luật Dân sự 91/2015/QH13: hours begin at once and the first day does not count (Điều 147); a month ends
on the same day of the last month, and a limit whose last day is off on the next working day (Điều 148).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.deadlines.counting import Counting
from sotay.deadlines.days_off import days_off, has_weekend
from sotay.deadlines.ends import End, end_of
from sotay.deadlines.reasons import Reason, Why
from sotay.deadlines.receipt import Moment, Office, Receipt, receipt
from sotay.deadlines.working_calendar import ONE_DAY, BeyondCalendarError
from sotay.model.procedure import TimeUnit

_IN_WORKING_TIME = (TimeUnit.WORKING_DAY, TimeUnit.WORKING_HOUR)
_IN_HOURS = (TimeUnit.HOUR, TimeUnit.WORKING_HOUR)


@dataclass(frozen=True, slots=True)
class Due:
    """When a result is due."""

    day: date
    """The day."""
    minute: int | None
    """The minute of that day; None for any time of it."""
    is_latest: bool
    """Whether it may be due earlier, because the hours of the office are not stated."""
    reasons: tuple[Reason, ...]
    """Why, in order."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """That the calendar has no answer."""

    reason: Reason
    """Until when the calendar reaches, or for which year there is none."""


def due_date(begins: Moment, count: Counting, office: Office, *, is_receipt: bool = True) -> Due | Unknown:
    """Return when a result is due if a complete dossier is handed in at a moment.

    A limit that is counted from something else begins at its moment, whether or not a desk is open then.
    """
    try:
        start = receipt(begins, office) if is_receipt else Receipt(begins.day, begins.minute)
        end = end_of(start, count, office)
    except BeyondCalendarError as error:
        until = office.calendar.last_day_before(error.year)
        if until is None:
            return Unknown(Reason(Why.NO_CALENDAR, {"year": str(error.year)}))
        return Unknown(Reason(Why.BEYOND, {"until": until.isoformat()}))
    return Due(end.day, end.minute, end.is_latest, tuple(_reasons(begins, start, end, count, office)))


def _reasons(begins: Moment, start: Receipt, end: End, count: Counting, office: Office) -> Iterator[Reason]:
    calendar = office.calendar
    yield from start.reasons
    yield from days_off(begins.day, start.day, calendar)
    yield from end.rules
    if count.unit in _IN_WORKING_TIME:
        if has_weekend(start.day, end.last, calendar):
            yield Reason(Why.WEEKENDS)
        yield from days_off(start.day, end.last, calendar)
    yield from end.moved
    yield from days_off(end.last, end.day, calendar)
    if _borrows_hours(begins, start, end, count, office):
        yield Reason(Why.MADE_UP_HOURS)
    for year in range(begins.day.year, end.day.year + 1):
        if year in calendar.provisional:
            yield Reason(Why.PROVISIONAL, {"year": str(year)})


def _borrows_hours(begins: Moment, start: Receipt, end: End, count: Counting, office: Office) -> bool:
    """Whether hours counted on a weekend that was worked, for which the office states none of its own."""
    days = {begins.day}
    if count.unit in _IN_HOURS:
        days |= {start.day + offset * ONE_DAY for offset in range((end.day - start.day).days + 1)}
    return office.hours is not None and any(
        not office.hours.week[day.weekday()] for day in days & office.calendar.made_up
    )
