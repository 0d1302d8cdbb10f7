"""The clock: the only place that asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sotay.model import calendar

VIETNAM = calendar.VIETNAM


def today() -> date:
    """Return today's date in Vietnam, wherever the machine stands."""
    return datetime.now(UTC).astimezone(VIETNAM).date()
