"""When a dossier counts as received, and why.

Reads: the moment at which it is handed in, the calendar, the hours of the office and the hour after which it is too
late for the day.
Returns: the day and the minute from which its time limit is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.deadlines.office_hours import OfficeHours, Span, clock_of
from sotay.deadlines.reasons import Reason, Why
from sotay.deadlines.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a minute of it, in Vietnam."""

    day: date
    minute: int
    """Minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Office:
    """When an office works."""

    calendar: WorkingCalendar
    hours: OfficeHours | None = None
    """None where it states none."""
    cutoff: int | None = None
    """The minute after which a dossier counts from the next working day; None where there is none."""

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return its hours on a day, whether or not it is a working day; none where it states none."""
        if self.hours is None:
            return ()
        return self.hours.on(day.weekday(), is_made_up=day in self.calendar.made_up)

    def receives_on(self, day: date) -> bool:
        """Return whether its desk is open: on working days, and on weekends for which it states hours."""
        if self.calendar.is_working(day):
            return self.hours is None or bool(self.spans_on(day))
        return self.calendar.name_of(day) is None and bool(self.spans_on(day))

    def next_receiving(self, day: date) -> date:
        """Return the first working day after a day on which its desk is open; raises BeyondCalendarError."""
        day = self.calendar.next_working(day)
        while not self.receives_on(day):
            day = self.calendar.next_working(day)
        return day


@dataclass(frozen=True, slots=True)
class Receipt:
    """From when a time limit is counted."""

    day: date
    """The day that counts as the one of receipt."""
    minute: int | None
    """The minute; None where the office opens on another day than it was handed in, at an hour that nobody stated."""
    reasons: tuple[Reason, ...] = ()
    """Why it is not the moment at which the dossier was handed in."""


def receipt(handed_in: Moment, office: Office) -> Receipt:
    """Return when a dossier counts as received; raises BeyondCalendarError."""
    day, minute = handed_in.day, handed_in.minute
    late = next(_too_late(handed_in, office), None)
    if late is None:
        return Receipt(
            day, next((max(minute, opens) for opens, closes in office.spans_on(day) if minute <= closes), minute)
        )
    then = office.next_receiving(day)
    spans = office.spans_on(then)
    reason = Reason(late.why, {**late.facts, "to": then.isoformat()})
    return Receipt(then, spans[0][0] if spans else None, (reason,))


def _too_late(handed_in: Moment, office: Office) -> Iterator[Reason]:
    """Why the day of handing in does not count, the weightiest reason first."""
    day, spans = handed_in.day, office.spans_on(handed_in.day)
    if not office.receives_on(day):
        yield _closed(day, office)
    if office.cutoff is not None and handed_in.minute > office.cutoff:
        yield Reason(Why.AFTER_CUTOFF, {"cutoff": clock_of(office.cutoff)})
    if spans and handed_in.minute > spans[-1][1]:
        yield Reason(Why.AFTER_CLOSING, {"closes": clock_of(spans[-1][1])})


def _closed(day: date, office: Office) -> Reason:
    name = office.calendar.name_of(day)
    if office.calendar.is_working(day):
        return Reason(Why.RECEIVED_CLOSED, {"day": day.isoformat()})
    if name is None:
        return Reason(Why.RECEIVED_WEEKEND, {"day": day.isoformat()})
    return Reason(Why.RECEIVED_HOLIDAY, {"day": day.isoformat(), "name": name})
