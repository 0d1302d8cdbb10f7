"""A length of time has a form in ISO 8601 only where nothing is lost or added."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sotay.model.procedure import Duration, TimeUnit
from sotay.rendering.exact_time import exact_duration


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("20", TimeUnit.DAY, "P20D"),
        ("1.5", TimeUnit.DAY, "PT36H"),
        ("8", TimeUnit.HOUR, "PT8H"),
        ("0.5", TimeUnit.HOUR, "PT30M"),
        ("2.25", TimeUnit.HOUR, "PT2H15M"),
        ("6", TimeUnit.MONTH, "P6M"),
        ("1.5", TimeUnit.MONTH, None),
        ("0.001", TimeUnit.HOUR, None),
        ("5", TimeUnit.WORKING_DAY, None),
        ("4", TimeUnit.WORKING_HOUR, None),
        ("0", TimeUnit.WORKING_DAY, None),
        ("0", TimeUnit.DAY, None),
    ],
)
def test_only_what_is_exact_by_the_calendar_has_a_form(value: str, unit: TimeUnit, expected: str | None) -> None:
    assert exact_duration(Duration(value=Decimal(value), unit=unit)) == expected
