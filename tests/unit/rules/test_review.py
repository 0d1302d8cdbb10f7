"""A review that is due is announced, then urged, then stops publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sotay.rules.approval.review import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import REGISTERS, Archive

DUE = date(2027, 7, 1)
"""A year after the effect."""
LAID_DOWN = REGISTERS["sites/province.yml"] + "review: {high: 6m, medium: 1y, low: 3y}\n"


def found(archive: Archive, day: date = date(2026, 8, 1)) -> list[tuple[str, str]]:
    return [(f.code, f.severity.value) for f in run_rules(RULES, archive.examined(day))]


@pytest.mark.parametrize(
    ("days", "severity"),
    [(-31, None), (-30, "advice"), (0, "advice"), (1, "warning"), (90, "warning"), (91, "error"), (4000, "error")],
)
def test_delay_adds_weight(days: int, severity: str | None) -> None:
    archive = Archive().document(review_every="1y").issue("HD-MC-01")
    assert found(archive, DUE + timedelta(days=days)) == ([("ST232", severity)] if severity else [])


def test_the_message_says_the_day_and_the_delay() -> None:
    archive = Archive().document(review_every="1y").issue("HD-MC-01")
    (finding,) = run_rules(RULES, archive.examined(DUE + timedelta(days=12)))
    assert finding.fact.vi == "phải soát xét trước ngày 01/07/2027, đã quá hạn 12 ngày"
    assert finding.fact.en == "to be reviewed by 2027-07-01, overdue by 12 days"


def test_what_was_withdrawn_or_is_a_draft_need_not_be_reviewed() -> None:
    archive = Archive().document(review_every="1y").issue("HD-MC-01").withdraw("HD-MC-01", effective=date(2027, 1, 1))
    assert found(archive, date(2030, 1, 1)) == []
    draft = {"decision": None, "approved_date": None, "effective_date": None}
    assert found(Archive().document(review_by="2026-01-01", **draft)) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, [("ST230", "warning")]),
        ({"risk": "low"}, []),
        ({"review_every": "1y"}, []),
        ({"review_by": "2027-01-01"}, []),
        ({"review_by": "2027-07-01", "review_every": "1y"}, []),
        ({"review_by": "2027-01-01", "review_every": "1y"}, [("ST230", "error")]),
        ({"review_every": "hằng năm"}, [("ST230", "error")]),
        ({"review_every": "6m", "risk": "high"}, []),
        ({"review_every": "7m", "risk": "high"}, [("ST231", "error")]),
        ({"review_by": "2027-01-01", "risk": "high"}, []),
        ({"review_by": "2027-01-02", "risk": "high"}, [("ST231", "error")]),
    ],
)
def test_a_document_says_in_one_way_when_it_is_reviewed(keys: dict[str, Any], told: list[tuple[str, str]]) -> None:
    archive = Archive().file("sites/province.yml", LAID_DOWN).document(**keys).issue("HD-MC-01")
    assert found(archive) == told


def test_a_province_that_lays_down_no_interval_obliges_to_no_date() -> None:
    assert found(Archive().document().issue("HD-MC-01")) == []


def test_a_key_that_could_not_be_read_is_not_said_to_be_missing() -> None:
    archive = Archive().file("sites/province.yml", LAID_DOWN).document(risk="huge").issue("HD-MC-01")
    assert found(archive) == []


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("{high: 6m}", []),
        ("{high: 2y}", [("ST233", "error")]),
        ("{low: 6m, medium: 6m}", []),
        ("{medium: 12}", []),
        ('{medium: "12"}', [("ST233", "error")]),
    ],
)
def test_the_intervals_of_the_province_must_make_sense(review: str, told: list[tuple[str, str]]) -> None:
    archive = Archive().file("sites/province.yml", f"{REGISTERS['sites/province.yml']}review: {review}\n")
    assert found(archive.document(risk="medium", review_every="6m").issue("HD-MC-01")) == told
