"""Questions for the due date, asked of the library and of the script that the pages ship."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sotay.deadlines.counting import Counting, counting
from sotay.deadlines.due_date import Unknown, due_date
from sotay.deadlines.office_hours import OfficeHours, minute_of
from sotay.deadlines.receipt import Moment, Office
from sotay.deadlines.working_calendar import WorkingCalendar
from sotay.model.agency import OpeningHours
from sotay.model.calendar import Calendar
from sotay.model.procedure import Duration, TimeUnit
from sotay.rendering.due_date_words import reason_words, words_for_scripts
from tests.support.builders import Archive
from tests.support.command import REPOSITORY

VECTORS = json.loads((REPOSITORY / "tests/data/working-day-vectors.json").read_text(encoding="utf-8"))
SCRIPT = REPOSITORY / "tests/web/due-dates.mjs"


@dataclass(frozen=True)
class Question:
    """One dossier and its time limit."""

    handed_in: Moment
    count: Counting
    office: Office
    is_receipt: bool = True


def calendar_of(text: str) -> Calendar:
    """Return a calendar as it is read from its file."""
    return Archive().file("sites/calendar.yml", text).province().calendar.value


def reference_calendar() -> WorkingCalendar:
    """Return the calendar of the reference province."""
    return WorkingCalendar.of(calendar_of((REPOSITORY / "sites/calendar.yml").read_text(encoding="utf-8")))


def moment(text: str) -> Moment:
    """Return `2026-11-23T15:20` as a moment."""
    at = datetime.fromisoformat(text)
    return Moment(at.date(), at.hour * 60 + at.minute)


def a_limit(value: str, unit: str) -> Counting:
    """Return a time limit as it is counted."""
    return counting(Duration(value=Decimal(value), unit=TimeUnit(unit)))


def question_of(vector: Mapping[str, Any], calendar: WorkingCalendar) -> Question:
    """Return the question of a vector."""
    hours = [OpeningHours.model_validate(one) for one in VECTORS["hours"].get(vector.get("hours"), ())]
    cutoff = minute_of(vector["cutoff"]) if "cutoff" in vector else None
    office = Office(calendar, OfficeHours.of(hours), cutoff)
    return Question(moment(vector["received"]), a_limit(vector["value"], vector["unit"]), office)


def told(question: Question) -> dict[str, Any]:
    """Return what the library says, in the form of the script."""
    due = due_date(question.handed_in, question.count, question.office, is_receipt=question.is_receipt)
    found = (due.reason,) if isinstance(due, Unknown) else due.reasons
    reasons = {
        "reasons": [{"why": reason.why.value, "facts": dict(reason.facts)} for reason in found],
        "words": [reason_words(reason) for reason in found],
    }
    if isinstance(due, Unknown):
        return {"day": None, **reasons}
    return {"day": due.day.isoformat(), "minute": due.minute, "latest": due.is_latest, **reasons}


def told_by_script(questions: Sequence[Question]) -> Sequence[dict[str, Any]]:
    """Return what the script says to each question, from one process of node."""
    calendars = {id(question.office.calendar): question.office.calendar for question in questions}
    number = {identity: position for position, identity in enumerate(calendars)}
    head = {"calendars": [_calendar(one) for one in calendars.values()], "words": words_for_scripts()}
    asked = (_asked(question, number[id(question.office.calendar)]) for question in questions)
    lines = "".join(json.dumps(line) + "\n" for line in (head, *asked))
    done = subprocess.run(["node", SCRIPT], input=lines, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _calendar(calendar: WorkingCalendar) -> dict[str, Any]:
    return {
        "years": sorted(calendar.years),
        "provisional": sorted(calendar.provisional),
        "off": {day.isoformat(): name for day, name in calendar.names.items()},
        "made_up": sorted(map(date.isoformat, calendar.made_up)),
    }


def _asked(question: Question, calendar: int) -> dict[str, Any]:
    office, count = question.office, question.count
    return {
        "calendar": calendar,
        "hours": office.hours.week if office.hours else None,
        "cutoff": office.cutoff,
        "day": question.handed_in.day.isoformat(),
        "minute": question.handed_in.minute,
        "count": [count.unit.value, count.whole, count.rest],
        "isReceipt": question.is_receipt,
    }
