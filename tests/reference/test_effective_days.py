"""The day before and the day of an effective date differ exactly in what the decisions of that day name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sotay.engine.examine_state import examine_state
from sotay.history.fingerprint import override_fingerprint
from sotay.model.release import Edition
from sotay.rules.examination import Examination
from sotay.usecases.publish_province import publish_province

ONE_DAY = timedelta(days=1)
Shown = Mapping[tuple[str, str], object]
"""What each agency applies, by agency and code: version, text, and own terms."""


@pytest.fixture(scope="module")
def examination(past: Path) -> Examination:
    return examine_state(past, date(2027, 12, 31)).examination


def shown(examination: Examination, day: date) -> Shown:
    publication = publish_province(replace(examination, day=day), None, Edition.INTERNAL)
    return {
        (agency.id, entry.code): (
            entry.period.version,
            entry.period.fingerprint,
            tuple(override_fingerprint(override) for override in entry.overrides),
        )
        for agency in publication.agencies
        for entry in agency.entries
        if entry.is_in_force
    }


def decided(examination: Examination, day: date) -> set[tuple[str, str]]:
    """What the decisions that take effect on a day name."""
    return {
        (agency.id, item.code)
        for agency in examination.province.agencies
        for file in agency.decisions
        if file.value.effective_date == day
        for item in file.value.documents
    }


def test_on_each_effective_date_just_what_was_decided_changes(examination: Examination) -> None:
    decisions = [file.value for agency in examination.province.agencies for file in agency.decisions]
    days = sorted({decision.effective_date for decision in decisions})
    ended = {a.id: a.agency.valid_to for a in examination.province.agencies if a.agency.valid_to}
    assert len(days) > 10
    for day in days:
        before, after = shown(examination, day - ONE_DAY), shown(examination, day)
        changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        gone = {key for key in before if ended.get(key[0]) == day - ONE_DAY}
        named = {key for key in decided(examination, day) if not (ended.get(key[0]) or date.max) < day}
        assert changed == named | gone, day


def test_nothing_changes_on_a_day_without_a_decision(examination: Examination) -> None:
    quiet = date(2026, 5, 5)
    assert not decided(examination, quiet)
    assert shown(examination, quiet - ONE_DAY) == shown(examination, quiet)
