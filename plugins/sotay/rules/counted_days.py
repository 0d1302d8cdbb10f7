"""Numbers of days in English, where one is no plural."""

from __future__ import annotations


def days_en(number: int) -> str:
    """Return `1 day` or `2 days`."""
    return f"{number} day" if number == 1 else f"{number} days"
