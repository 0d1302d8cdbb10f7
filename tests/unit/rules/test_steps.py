"""Who does a step must have existed, and the desk is where a procedure begins and ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.model.finding import Finding, Severity
from sotay.rules.procedure.steps import RULES, EndsAtTheDesk, KnownStepAgencies, StepAgencyExisted
from sotay.rules.runner import run_rules
from tests.support.builders import JULY, PROCEDURE, REGISTERS, Archive

HELPER = "xa-mai-pha"


def found(*rules: Any, day: date = JULY, steps: list[dict[str, Any]] | None = None, **agency: Any) -> list[Finding]:
    """Return what the rules have against a procedure with a step at another agency."""
    archive = Archive().agency(HELPER, level="commune", name="Ủy ban nhân dân xã Mai Pha", **agency)
    first, middle, last = PROCEDURE["steps"]
    archive.procedure("QT-HT-01", steps=steps or [first, middle | {"agency": HELPER}, last])
    return list(run_rules(rules, archive.examined(day)))


def test_an_agency_that_had_ended_before_the_version_took_effect_can_do_no_step() -> None:
    (finding,) = found(StepAgencyExisted(), valid_to="2026-06-30", successor="phuong-dong-kinh")
    assert finding.severity is Severity.ERROR
    assert finding.fact.vi == (
        "bước 2: Ủy ban nhân dân xã Mai Pha đã kết thúc hoạt động ngày 30/06/2026; nay là “phuong-dong-kinh”"
    )


def test_an_agency_that_ended_since_is_a_reason_to_amend() -> None:
    (finding,) = found(StepAgencyExisted(), day=date(2026, 12, 1), valid_to="2026-09-30")
    assert finding.severity is Severity.WARNING


def test_an_agency_may_begin_and_end_on_the_very_day() -> None:
    assert not found(StepAgencyExisted(), valid_from="2026-07-01", valid_to="2026-07-01")


def test_an_agency_whose_file_is_faulty_is_not_said_to_have_ended() -> None:
    assert not found(StepAgencyExisted(), valid_to="2026-06-30", order="x")


def test_an_unknown_agency_is_told_once() -> None:
    steps = [step | {"agency": "xa-mai-fa"} for step in PROCEDURE["steps"]]
    findings = found(KnownStepAgencies(), StepAgencyExisted(), steps=steps[:1])
    assert [finding.code for finding in findings] == ["ST409"]
    assert "“xa-mai-pha”" in findings[0].fact.vi


CASE = {"role": "tu-phap-ho-tich", "action": "Xác minh", "when": "phải xác minh"}


@pytest.mark.parametrize("position", [0, 3])
def test_a_step_done_only_in_some_case_is_no_end_of_the_procedure(position: int) -> None:
    steps = list(PROCEDURE["steps"])
    steps.insert(position, CASE)
    assert not found(EndsAtTheDesk(), steps=steps)


def test_both_ends_are_told() -> None:
    findings = found(EndsAtTheDesk(), steps=[PROCEDURE["steps"][1]])
    assert [finding.fact.vi.split(" “")[0] for finding in findings] == ["bước cuối cùng", "bước đầu tiên"]


BAD = {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 90, "unit": "day"}, "when": "không có"}


@pytest.mark.parametrize(
    "unread",
    [
        {"steps": [BAD, BAD | {"phase": "Một"}, BAD | {"clock": "stoped"}]},
        {"steps": "chưa soạn"},
        {"steps": [BAD | {"clock": "stopped", "when": None}, BAD | {"role": 7}]},
    ],
)
def test_steps_of_which_a_part_could_not_be_read_are_not_judged(unread: dict[str, Any]) -> None:
    archive = Archive().procedure("QT-HT-01", **unread)
    assert {finding.code for finding in run_rules(RULES, archive.examined())} <= {"ST408"}


def test_steps_are_not_set_against_a_limit_that_could_not_be_read() -> None:
    archive = Archive().procedure("QT-HT-01", time_limit={"value": 1, "unit": "ngay"}, steps=[BAD])
    assert {finding.code for finding in run_rules(RULES, archive.examined())} <= {"ST430"}


def test_roles_and_agencies_that_the_province_could_not_state_are_not_missed() -> None:
    steps = [BAD | {"role": "ai-do", "agency": "noi-nao-do", "when": None}]
    archive = Archive().procedure("QT-HT-01", steps=steps)
    archive.file("sites/province.yml", REGISTERS["sites/province.yml"].replace("desk: true", "desk: co"))
    assert [finding.code for finding in run_rules(RULES, archive.examined())] == ["ST407"]
