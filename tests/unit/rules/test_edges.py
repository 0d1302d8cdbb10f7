"""Rules on the edge: the first and the last day, the number of a step, and silence where reading failed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sotay.model.finding import Severity
from sotay.rules.catalogue import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import JULY, OWNER, Archive, an_agency_text

BEFORE, AFTER = JULY - timedelta(days=1), JULY + timedelta(days=1)
STEP = {"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 2, "unit": "working_hour"}}


def found(code: str, archive: Archive, day: date = JULY) -> list[tuple[Severity, str]]:
    """What one rule alone has to say."""
    rule = next(rule for rule in RULES if rule.code == code)
    return [(finding.severity, finding.fact.vi) for finding in run_rules([rule], archive.examined(day))]


def weights(code: str, archive: Archive, day: date = JULY) -> list[Severity]:
    return [severity for severity, _ in found(code, archive, day)]


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("ST203", {"approved_date": "2026-07-01"}),
        ("ST229", {"valid_to": "2026-07-01"}),
        ("ST231", {"risk": "medium", "review_by": "2027-07-01"}),
    ],
)
def test_the_last_possible_day_is_possible(code: str, keys: dict[str, Any]) -> None:
    assert found(code, Archive().document(**keys)) == []


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("ST203", {"approved_date": "2026-07-02"}),
        ("ST229", {"valid_to": "2026-06-30"}),
        ("ST231", {"risk": "medium", "review_by": "2027-07-02"}),
    ],
)
def test_a_day_beyond_it_is_refused(code: str, keys: dict[str, Any]) -> None:
    assert weights(code, Archive().document(**keys)) == [Severity.ERROR]


@pytest.mark.parametrize(("last", "expected"), [(BEFORE, [Severity.ERROR]), (JULY, [Severity.WARNING]), (AFTER, [])])
def test_an_agency_does_its_steps_to_the_end_of_its_last_day(last: date, expected: list[Severity]) -> None:
    archive = Archive().agency("so-noi-vu", valid_to=last.isoformat())
    archive.procedure(steps=[{**STEP, "agency": "so-noi-vu"}])
    assert weights("ST431", archive, day=AFTER) == expected


@pytest.mark.parametrize(("last", "expected"), [(JULY, [Severity.WARNING]), (AFTER, [])])
def test_an_agency_owns_its_documents_to_the_end_of_its_last_day(last: date, expected: list[Severity]) -> None:
    archive = Archive().agency(OWNER, valid_to=last.isoformat()).document()
    assert weights("ST622", archive, day=AFTER) == expected


@pytest.mark.parametrize(
    ("day", "severity", "since"),
    [(JULY, Severity.ADVICE, "còn 0 ngày"), (AFTER, Severity.WARNING, "cách đây 1 ngày")],
)
def test_a_temporary_document_has_lapsed_from_the_day_after_its_last(day: date, severity: Severity, since: str) -> None:
    archive = Archive().document(valid_to="2026-07-01")
    decision = next(iter(archive.issue("HD-MC-01").decisions))
    archive.texts[decision] = archive.texts[decision].replace(
        '"action": "issue"', '"action": "issue", "valid_to": "2026-07-01"'
    )
    [(weight, fact)] = found("ST226", archive, day)
    assert weight is severity
    assert since in fact


def a_register(**dates: str) -> str:
    stated = "".join(f", {key}: {day}" for key, day in dates.items())
    return f"documents:\n  - {{number: 118/2026/NĐ-CP, title: A, issuer: Chính phủ, source: B{stated}}}\n"


def test_a_law_may_take_effect_on_the_day_of_its_signature_and_end_on_the_day_of_its_effect() -> None:
    register = a_register(signed="2026-07-01", effective="2026-07-01", ends="2026-07-01")
    assert found("ST513", Archive().file("procedures/legal.yml", register)) == []


def test_a_law_is_over_on_the_first_day_on_which_it_is_no_longer_in_force() -> None:
    archive = Archive().file("procedures/legal.yml", a_register(ends="2026-07-01"))
    [(_, fact)] = found("ST503", archive.procedure(legal_basis=["118/2026/NĐ-CP"]))
    assert "hết hiệu lực từ 01/07/2026" in fact


def test_a_body_is_gone_from_the_day_after_its_last() -> None:
    bodies = "bodies:\n  - {name: Phòng Tư pháp huyện Cao Lộc, valid_to: 2025-06-30, source: A}\n"
    archive = Archive().file("sites/bodies.yml", bodies)
    [(_, fact)] = found("ST620", archive.document(body="Nộp hồ sơ tại Phòng Tư pháp huyện Cao Lộc.\n"))
    assert "không còn tồn tại từ 01/07/2025" in fact


def test_people_are_not_judged_where_the_list_of_people_was_not_read() -> None:
    archive = Archive().document(prepared_by="vi-van-x")
    assert weights("ST201", archive) == [Severity.ERROR]
    spoilt = an_agency_text(OWNER).replace('"id": "nguyen-van-a", ', "")
    assert found("ST201", archive.file(f"sites/{OWNER}/agency.yml", spoilt)) == []


def test_steps_are_counted_from_one() -> None:
    untimed = {key: value for key, value in STEP.items() if key != "time"}
    [(_, fact)] = found("ST406", Archive().procedure(steps=[STEP, untimed]))
    assert fact.startswith("bước 2 ")
    [(_, fact)] = found("ST408", Archive().procedure(steps=[STEP, {**STEP, "role": "mot-cuaa"}]))
    assert fact.startswith("bước 2:")


def test_nobody_is_told_that_a_grace_is_over_which_there_never_was() -> None:
    archive = Archive()
    province = archive.texts["sites/province.yml"]
    for code, expected in (("ST401", [Severity.WARNING]), ("ST207", [])):
        policy = f"rules:\n  - {{rule: {code}, grace_until: 2026-06-30, reason: A}}\n"
        assert weights("ST132", archive.file("sites/province.yml", province + policy)) == expected


def test_the_successor_that_is_named_is_in_use_itself() -> None:
    archive = Archive().document("HD-MC-01").document("HD-MC-03").issue("HD-MC-01")
    archive.withdraw("HD-MC-01", effective=AFTER).document("HD-MC-03", related={"after": ["HD-MC-01"]})
    archive.document("HD-MC-02", replaces=["HD-MC-01"], decision=None, approved_date=None, effective_date=None)
    [(weight, _)] = found("ST613", archive, day=AFTER + timedelta(days=1))
    assert weight is Severity.WARNING
    [finding] = run_rules([rule for rule in RULES if rule.code == "ST613"], archive.examined(AFTER))
    assert "HD-MC-02" not in finding.remedy.vi
