"""Why a result is due on a day: each reason a code and the facts that fill its sentence.

The sentences stand in `rendering/due_date_words.py`; the scripts of the pages give the same codes and facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Why(StrEnum):
    """What one reason says, in the order in which reasons are given."""

    RECEIVED_WEEKEND = "received_weekend"
    RECEIVED_HOLIDAY = "received_holiday"
    RECEIVED_CLOSED = "received_closed"
    AFTER_CUTOFF = "after_cutoff"
    AFTER_CLOSING = "after_closing"
    SAME_DAY = "same_day"
    FIRST_DAY = "first_day"
    FROM_MOMENT = "from_moment"
    OFFICE_HOURS = "office_hours"
    EIGHT_HOURS = "eight_hours"
    UNKNOWN_OPENING = "unknown_opening"
    PART_OF_DAY = "part_of_day"
    PART_OF_MONTH = "part_of_month"
    SHORT_MONTH = "short_month"
    WEEKENDS = "weekends"
    HOLIDAY = "holiday"
    HOLIDAYS = "holidays"
    MADE_UP = "made_up"
    MADE_UP_HOURS = "made_up_hours"
    ENDS_WEEKEND = "ends_weekend"
    ENDS_HOLIDAY = "ends_holiday"
    CLOSED_THEN = "closed_then"
    PROVISIONAL = "provisional"
    BEYOND = "beyond"
    NO_CALENDAR = "no_calendar"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason."""

    why: Why
    """What it says."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Days as 2026-11-24, times of day as 15:00, names and numbers as they are."""
