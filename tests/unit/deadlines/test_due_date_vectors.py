"""The day on which a result is due: vectors worked out by hand, told alike by the library and by the script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from sotay.deadlines.working_calendar import WorkingCalendar
from tests.support.due_dates import VECTORS, question_of, reference_calendar, told, told_by_script

CASES: Sequence[Mapping[str, Any]] = VECTORS["vectors"]


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    return reference_calendar()


@pytest.fixture(scope="module")
def by_script(calendar: WorkingCalendar) -> Sequence[dict[str, Any]]:
    return told_by_script([question_of(vector, calendar) for vector in CASES])


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: f"{n} {CASES[n]['received']} {CASES[n]['about']}")
def test_a_vector_is_counted_as_by_hand_in_both_languages(
    calendar: WorkingCalendar, by_script: Sequence[dict[str, Any]], number: int
) -> None:
    vector = CASES[number]
    answer = told(question_of(vector, calendar))
    assert answer["day"] == vector["due"]
    if "why" in vector:
        clock = vector.get("at")
        minute = int(clock[:2]) * 60 + int(clock[3:]) if clock else None
        assert (answer.get("minute"), answer.get("latest", False)) == (minute, vector.get("latest", False))
        assert [reason["why"] for reason in answer["reasons"]] == vector["why"]
    assert by_script[number] == answer
