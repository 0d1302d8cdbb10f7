"""The days off between two days, told once for each holiday, and the weekends that were worked.

Reads: a calendar. Returns: reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sotay.deadlines.reasons import Reason, Why
from sotay.deadlines.working_calendar import ONE_DAY, WorkingCalendar, is_weekend


def days_off(after: date, until: date, calendar: WorkingCalendar) -> Iterator[Reason]:
    """Yield the named days off and the worked weekends after one day and until another, in order."""
    day = after + ONE_DAY
    while day <= until:
        last = day
        if day in calendar.made_up:
            if is_weekend(day):
                yield Reason(Why.MADE_UP, {"day": day.isoformat()})
        elif name := calendar.name_of(day):
            last = _last_of(name, day, until, calendar)
            yield _told(name, day, last)
        day = last + ONE_DAY


def has_weekend(after: date, before: date, calendar: WorkingCalendar) -> bool:
    """Return whether a plain Saturday or Sunday lies between two days."""
    days = (after + offset * ONE_DAY for offset in range(1, (before - after).days))
    return any(is_weekend(day) and day not in calendar.made_up and not calendar.name_of(day) for day in days)


def _last_of(name: str, day: date, until: date, calendar: WorkingCalendar) -> date:
    """The last of the days on end that belong to one holiday, by what stands before the brackets of their names."""
    while day < until and day + ONE_DAY not in calendar.made_up:
        following = calendar.name_of(day + ONE_DAY)
        if following is None or _holiday(following) != _holiday(name):
            break
        day += ONE_DAY
    return day


def _told(name: str, first: date, last: date) -> Reason:
    if first == last:
        return Reason(Why.HOLIDAY, {"day": first.isoformat(), "name": name})
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return Reason(Why.HOLIDAYS, {**days, "name": _holiday(name)})


def _holiday(name: str) -> str:
    return name.partition(" (")[0]
