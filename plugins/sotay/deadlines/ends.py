"""On which day, and at which minute, a time limit ends that is counted from a receipt.

Reads: the receipt, how far to count, when the office works.
Returns: the end with the rules by which it was counted. Raises BeyondCalendarError where the calendar has no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sotay.deadlines.counting import Counting
from sotay.deadlines.office_hours import clock_of
from sotay.deadlines.reasons import Reason, Why
from sotay.deadlines.receipt import Office, Receipt
from sotay.deadlines.review import months_after
from sotay.deadlines.working_calendar import after
from sotay.model.procedure import TimeUnit

_MINUTES_A_DAY = 24 * 60
_WORKING_MINUTES_A_DAY = 8 * 60


@dataclass(frozen=True, slots=True)
class End:
    """The end of a time limit."""

    last: date
    """The last day of the limit itself."""
    day: date
    """The day on which the result is due: the last one, or the next working day."""
    rules: tuple[Reason, ...]
    """How it was counted until the last day."""
    moved: tuple[Reason, ...] = ()
    """Why the result is due on another day than the last one, or when it can be fetched."""
    minute: int | None = None
    """The minute of the day; None for any time of it."""
    is_latest: bool = False
    """Whether it may end earlier, because the hours of the office are not stated."""


def end_of(start: Receipt, count: Counting, office: Office) -> End:
    """Return where a time limit ends; raises BeyondCalendarError."""
    match count.unit:
        case TimeUnit.WORKING_DAY if count.whole == 0:
            return _moved(start.day, (Reason(Why.SAME_DAY),), office)
        case TimeUnit.WORKING_DAY:
            day = _working_days_after(start.day, count.whole + count.rest, office)
            return End(day, day, _from_the_next_day(start, count))
        case TimeUnit.DAY:
            return _moved(after(start.day, count.whole + count.rest), _from_the_next_day(start, count), office)
        case TimeUnit.MONTH:
            return _months(start, count, office)
        case TimeUnit.WORKING_HOUR:
            return _working_hours(start, count.whole, office)
        case TimeUnit.HOUR:
            return _hours(start, count.whole, office)


def _from_the_next_day(start: Receipt, count: Counting) -> tuple[Reason, ...]:
    first = Reason(Why.FIRST_DAY, {"day": start.day.isoformat()})
    return (first, Reason(Why.PART_OF_DAY)) if count.rest else (first,)


def _working_days_after(day: date, days: int, office: Office) -> date:
    for _ in range(days):
        day = office.calendar.next_working(day)
    return day


def _moved(last: date, rules: tuple[Reason, ...], office: Office) -> End:
    """An end whose last day, if it is off, gives way to the next working day (Điều 148.5)."""
    if office.calendar.is_working(last):
        return End(last, last, rules)
    then, name = office.calendar.next_working(last), office.calendar.name_of(last)
    days = {"day": last.isoformat(), "to": then.isoformat()}
    reason = Reason(Why.ENDS_HOLIDAY, {**days, "name": name}) if name else Reason(Why.ENDS_WEEKEND, days)
    return End(last, then, rules, (reason,))


def _months(start: Receipt, count: Counting, office: Office) -> End:
    last = months_after(start.day, count.whole)
    rules = [Reason(Why.FIRST_DAY, {"day": start.day.isoformat()})]
    if last.day != start.day.day:
        rules.append(Reason(Why.SHORT_MONTH, {"day": last.isoformat()}))
    if count.rest:
        rules.append(Reason(Why.PART_OF_MONTH, {"days": str(count.rest)}))
    return _moved(after(last, count.rest), tuple(rules), office)


def _working_hours(start: Receipt, minutes: int, office: Office) -> End:
    if office.hours is None or start.minute is None:
        last = _working_days_after(start.day, -(-minutes // _WORKING_MINUTES_A_DAY), office)
        return replace(_moved(last, (Reason(Why.EIGHT_HOURS),), office), is_latest=True)
    day, minute = start.day, start.minute
    rules = (Reason(Why.FROM_MOMENT, {"at": clock_of(minute)}), Reason(Why.OFFICE_HOURS))
    if not office.calendar.is_working(day):
        day, minute = office.calendar.next_working(day), 0
    while True:
        for opens, closes in office.spans_on(day):
            began = max(opens, minute)
            if closes >= began + minutes:
                return End(day, day, rules, minute=began + minutes)
            minutes -= max(closes - began, 0)
        day, minute = office.calendar.next_working(day), 0


def _hours(start: Receipt, minutes: int, office: Office) -> End:
    if start.minute is None:
        last = after(start.day, (_MINUTES_A_DAY + minutes - 1) // _MINUTES_A_DAY)
        return replace(_moved(last, (Reason(Why.UNKNOWN_OPENING),), office), is_latest=True)
    days, minute = divmod(start.minute + minutes, _MINUTES_A_DAY)
    last = after(start.day, days)
    end = _moved(last, (Reason(Why.FROM_MOMENT, {"at": clock_of(start.minute)}),), office)
    if end.moved:
        return end
    return End(last, last, end.rules, _fetched_later(last, minute, office), minute)


def _fetched_later(day: date, minute: int, office: Office) -> tuple[Reason, ...]:
    """When the result can be fetched, if the office is closed at the minute at which it is due."""
    spans = office.spans_on(day)
    if office.hours is None or any(opens <= minute <= closes for opens, closes in spans):
        return ()
    opens = next((opens for opens, _ in spans if opens > minute), None)
    if opens is None:
        day = office.next_receiving(day)
        opens = office.spans_on(day)[0][0]
    return (Reason(Why.CLOSED_THEN, {"opens": clock_of(opens), "to": day.isoformat()}),)
