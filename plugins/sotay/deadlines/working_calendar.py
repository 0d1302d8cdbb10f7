"""Which days are working days, by the official calendar of the province, and what a day off is called.

Reads: `sites/calendar.yml` as values. Returns: answers for years that the calendar has; for others none at all.
A weekend day that is stated to be worked is a working day; a stated day off is none; Saturdays and Sundays are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sotay.model.calendar import Calendar

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class BeyondCalendarError(Exception):
    """A day was asked for in a year that the calendar does not have; never leaves this package."""

    def __init__(self, year: int) -> None:
        """Name the year."""
        super().__init__(year)
        self.year = year


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of some years."""

    years: frozenset[int]
    """The years that it has."""
    provisional: frozenset[int]
    """Those of them that no notice fixes yet."""
    names: Mapping[date, str]
    """The days off besides weekends, and those on weekends that have a name."""
    made_up: frozenset[date]
    """The weekend days that are worked."""

    @classmethod
    def of(cls, calendar: Calendar) -> WorkingCalendar:
        """Return the calendar of a province, ready to be asked."""
        return cls(
            years=frozenset(year.year for year in calendar.years),
            provisional=frozenset(year.year for year in calendar.years if year.provisional),
            names={off.date: off.name for year in calendar.years for off in year.days_off},
            made_up=frozenset(day for year in calendar.years for day in year.working_days),
        )

    def is_working(self, day: date) -> bool:
        """Return whether offices work on a day; raises BeyondCalendarError."""
        if day.year not in self.years:
            raise BeyondCalendarError(day.year)
        return day in self.made_up or (not is_weekend(day) and day not in self.names)

    def name_of(self, day: date) -> str | None:
        """Return what a day off is called, None for a plain weekend."""
        return self.names.get(day)

    def next_working(self, day: date) -> date:
        """Return the first working day after a day; raises BeyondCalendarError."""
        day = after(day, 1)
        while not self.is_working(day):
            day = after(day, 1)
        return day

    def last_day_before(self, year: int) -> date | None:
        """Return the last day before a year that the calendar reaches, or None if it begins later."""
        known = [one for one in self.years if one < year]
        return date(max(known), 12, 31) if known else None


def is_weekend(day: date) -> bool:
    """Return whether it is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def after(day: date, days: int) -> date:
    """Return a later day; raises BeyondCalendarError past the last year that there is."""
    if days > (date.max - day).days:
        raise BeyondCalendarError(date.max.year + 1)
    return day + days * ONE_DAY
