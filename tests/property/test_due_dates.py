"""The library and the script of the pages count alike, whatever the calendar, the office, the limit and the moment."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sotay.deadlines.counting import counting
from sotay.deadlines.due_date import Due, Unknown, due_date
from sotay.deadlines.office_hours import OfficeHours
from sotay.deadlines.reasons import Why
from sotay.deadlines.receipt import Moment, Office
from sotay.deadlines.working_calendar import WorkingCalendar
from sotay.model.procedure import Duration, TimeUnit
from tests.support.due_dates import Question, reference_calendar, told, told_by_script

FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)
DAYS = (LAST - FIRST).days
COUNT = 10_000
SEEDS = (28, int.from_bytes(os.urandom(4), "big"))
"""One that never changes, and one of today; a failure names it."""
NAMES = ("Quốc khánh", "Tết Nguyên đán (giao thừa)", "Tết Nguyên đán (mùng Một)", "Nghỉ hoán đổi", "Giỗ Tổ (nghỉ bù)")
LENGTHS = {
    TimeUnit.HOUR: ("0", "0.25", "1", "8", "24", "36", "71.35", "240"),
    TimeUnit.WORKING_HOUR: ("0", "0.1", "0.55", "2", "7.5", "8", "9", "40", "170"),
    TimeUnit.DAY: ("0", "0.5", "1", "2.5", "7", "10", "30", "45", "400"),
    TimeUnit.WORKING_DAY: ("0", "0.25", "0.5", "1", "1.5", "3", "5", "20", "300", "999999999"),
    TimeUnit.MONTH: ("0", "0.5", "1", "1.5", "2", "6", "12", "13", "99999999"),
}
SPANS = ((), ((450, 690), (810, 1020)), ((480, 690),), ((0, 1439),), ((420, 660), (780, 1020)), ((810, 1020),))


def a_calendar(chance: random.Random) -> WorkingCalendar:
    """Return days off and worked weekends anywhere, also on end, also in years that the calendar does not have."""
    off = {FIRST + timedelta(days=chance.randrange(DAYS)): chance.choice(NAMES) for _ in range(chance.randrange(90))}
    for start in chance.sample(list(off), min(len(off), 6)):
        off |= {start + timedelta(days=more): chance.choice(NAMES) for more in range(chance.randrange(1, 8))}
    days = (FIRST + timedelta(days=chance.randrange(DAYS)) for _ in range(chance.randrange(40)))
    made_up = frozenset(day for day in days if day.weekday() > 4 or day in off)
    years = frozenset(chance.sample(range(2024, 2030), chance.randrange(1, 7)))
    return WorkingCalendar(years, frozenset(year for year in years if chance.random() < 0.3), off, made_up)


def some_hours(chance: random.Random) -> OfficeHours | None:
    """Return hours of any shape, or none."""
    week = tuple(chance.choice(SPANS) for _ in range(7))
    return OfficeHours(week) if any(week[:5]) and chance.random() < 0.7 else None


def some_questions(seed: int) -> Sequence[Question]:
    """Return questions over all years, a third of them by the calendar of the reference province."""
    chance = random.Random(seed)
    calendars = [reference_calendar(), *(a_calendar(chance) for _ in range(40))]
    questions = []
    for _ in range(COUNT):
        calendar = calendars[0] if chance.random() < 0.33 else chance.choice(calendars)
        cutoff = chance.choice((None, None, 900, chance.randrange(1440)))
        handed_in = Moment(FIRST + timedelta(days=chance.randrange(DAYS + 1)), chance.randrange(1440))
        unit = chance.choice(list(TimeUnit))
        limit = Duration(value=Decimal(chance.choice(LENGTHS[unit])), unit=unit)
        office, is_receipt = Office(calendar, some_hours(chance), cutoff), chance.random() < 0.8
        questions.append(Question(handed_in, counting(limit), office, is_receipt))
    return questions


def due_of(question: Question) -> Due | Unknown:
    return due_date(question.handed_in, question.count, question.office, is_receipt=question.is_receipt)


@pytest.mark.parametrize("seed", SEEDS, ids=("always the same", "drawn anew"))
def test_the_script_says_what_the_library_says(seed: int) -> None:
    questions = some_questions(seed)
    by_script = told_by_script(questions)
    differing = [
        (question, ours, theirs)
        for question, ours, theirs in zip(questions, map(told, questions), by_script, strict=True)
        if ours != theirs
    ]
    assert differing[:3] == [], f"seed {seed}"


@pytest.mark.parametrize("seed", SEEDS, ids=("always the same", "drawn anew"))
def test_every_reason_is_given_somewhere_and_what_it_says_is_so(seed: int) -> None:
    given = set()
    for question in some_questions(seed):
        due, calendar = due_of(question), question.office.calendar
        if isinstance(due, Unknown):
            given.add(due.reason.why)
            continue
        given |= {reason.why for reason in due.reasons}
        assert due.day >= question.handed_in.day, question
        assert calendar.is_working(due.day), question
        assert due.minute is None or 0 <= due.minute < 1440
        assert len(due.reasons) == len({(r.why, *r.facts.values()) for r in due.reasons}), question
    assert given == set(Why), f"seed {seed}"


@pytest.mark.parametrize("seed", SEEDS, ids=("always the same", "drawn anew"))
def test_who_comes_later_or_has_a_longer_limit_is_not_due_earlier(seed: int) -> None:
    for question in some_questions(seed)[:3000]:
        first = due_of(question)
        later = Moment(question.handed_in.day, min(question.handed_in.minute + 37, 1439))
        for other in (
            due_of(replace(question, handed_in=later)),
            due_of(replace(question, count=replace(question.count, whole=question.count.whole + 1))),
        ):
            if isinstance(first, Due) and isinstance(other, Due):
                assert (first.day, first.minute or 0) <= (other.day, 1440 if other.minute is None else other.minute)
