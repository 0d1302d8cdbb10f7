"""The time that MkDocs writes into a site: the day that the site is for, never that of the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

_VARIABLE = "SOURCE_DATE_EPOCH"
"""By which programs agree on a date (https://reproducible-builds.org/specs/source-date-epoch/)."""


def seconds_of(day: date) -> int:
    """Return the first second of a day, counted as files count it."""
    return int(datetime.combine(day, time.min, UTC).timestamp())


@contextmanager
def source_date(day: date) -> Iterator[None]:
    """Let MkDocs and every other plugin take a day for today, until the context ends."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(seconds_of(day))
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_VARIABLE, None)
        else:
            os.environ[_VARIABLE] = before
