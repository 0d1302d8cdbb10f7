"""When an office is open: minutes of the day, by weekday.

Reads: the hours that a counter states; an office that states none is unknown, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sotay.model.agency import OpeningHours, Weekday

_WEEK = tuple(Weekday)

Span = tuple[int, int]
"""From one minute of the day to another."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The hours of a week, Monday first, each day's spans in order and apart from one another."""

    week: tuple[tuple[Span, ...], ...]

    @classmethod
    def of(cls, hours: Sequence[OpeningHours]) -> OfficeHours | None:
        """Return the hours that a counter states, or None if it states none from Monday to Friday."""
        week = tuple(_joined(sorted(_spans_on(day, hours))) for day in _WEEK)
        return cls(week) if any(week[:5]) else None

    def on(self, weekday: int, *, is_made_up: bool = False) -> tuple[Span, ...]:
        """Return the spans of a weekday, 0 for Monday; a weekend that is worked without hours of its own has those of
        the first weekday with any.
        """
        if self.week[weekday] or not is_made_up:
            return self.week[weekday]
        return next(spans for spans in self.week if spans)


def minute_of(clock: str) -> int:
    """Return a time of day, `15:00`, as minutes after midnight."""
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def clock_of(minute: int) -> str:
    """Return minutes after midnight as a time of day."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _spans_on(day: Weekday, hours: Sequence[OpeningHours]) -> list[Span]:
    spans = [(minute_of(opening.opens), minute_of(opening.closes)) for opening in hours if day in opening.days]
    return [(opens, closes) for opens, closes in spans if opens < closes]


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans that touch or overlap, as one."""
    joined: list[Span] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)
