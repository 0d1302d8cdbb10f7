"""Lengths of time as ISO 8601 durations, only where nothing is lost or added.

Working days and working hours have no such form: how long they last depends on the calendar.
"""

from __future__ import annotations

from decimal import Decimal

from sotay.model.procedure import Duration, TimeUnit

_MINUTES = {TimeUnit.HOUR: 60, TimeUnit.DAY: 24 * 60}
"""The units that always last the same."""


def exact_duration(duration: Duration) -> str | None:
    """Return `P20D`, `PT8H`, `P1M`; None where the length is counted in working time, or is `within the day`."""
    if duration.value == 0 or duration.unit in (TimeUnit.WORKING_HOUR, TimeUnit.WORKING_DAY):
        return None
    if duration.unit is TimeUnit.MONTH:
        return f"P{int(duration.value)}M" if _is_whole(duration.value) else None
    if duration.unit is TimeUnit.DAY and _is_whole(duration.value):
        return f"P{int(duration.value)}D"
    minutes = duration.value * _MINUTES[duration.unit]
    if not _is_whole(minutes):
        return None
    hours, rest = divmod(int(minutes), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
