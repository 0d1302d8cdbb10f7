"""Lent authority: one root cause is one finding, and what is complete is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from sotay.rules.approval.approved_documents import RULES as APPROVAL
from sotay.rules.approval.decisions import RULES as DECISIONS
from sotay.rules.approval.delegation import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import EVERY_KIND, OWNER, Archive

HEAD = {"kinds": EVERY_KIND, "valid_from": "2025-07-01"}
LENT = {
    "kinds": ["form"],
    "valid_from": "2026-08-01",
    "valid_to": "2026-12-31",
    "delegated_by": "head",
    "decision": "9",
}


def people(**approvals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": name, "name": "A", "title": "B", "approves": held} for name, held in approvals.items()]


def found(**approvals: list[dict[str, Any]]) -> list[tuple[str, str]]:
    archive = Archive().agency(OWNER, people=people(**approvals))
    return [(f.code, f.fact.vi) for f in run_rules(RULES, archive.examined())]


def test_authority_with_end_and_paper_from_the_head_is_complete() -> None:
    assert found(head=[HEAD], deputy=[LENT]) == []


def test_an_authority_of_office_needs_neither() -> None:
    assert found(head=[HEAD], deputy=[{"kinds": ["form"], "valid_from": "2026-01-01"}]) == []


@pytest.mark.parametrize(
    ("head", "lent", "says"),
    [
        ({}, {"valid_to": None}, "không ghi ngày kết thúc"),
        ({}, {"decision": None}, "không nêu văn bản giao"),
        ({}, {"delegated_by": "haed"}, "“haed” không có trong “people”; có phải là “head”?"),
        ({}, {"delegated_by": "deputy"}, "tự giao quyền cho chính mình"),
        ({"kinds": ["policy"]}, {}, "thiếu biểu mẫu (“form”) ngày 01/08/2026"),
        ({"valid_to": "2026-09-30"}, {}, "thiếu biểu mẫu (“form”) ngày 01/10/2026"),
        ({"valid_from": "2026-08-02"}, {}, "ngày 01/08/2026"),
        ({"delegated_by": "deputy", "valid_to": "2026-12-31", "decision": "8"}, {}, "thì không giao lại"),
    ],
)
def test_what_is_missing_is_said(head: dict[str, Any], lent: dict[str, Any], says: str) -> None:
    told = found(head=[{**HEAD, **head}], deputy=[{**LENT, **lent}])
    assert any(code == "ST218" and says in fact for code, fact in told), told


def test_without_a_last_day_the_end_of_the_delegator_is_not_held_against_it() -> None:
    told = found(head=[{**HEAD, "valid_to": "2026-09-30"}], deputy=[{**LENT, "valid_to": None}])
    assert [code for code, _ in told] == ["ST218"]


def test_authority_held_in_two_terms_without_a_break_may_be_lent_across_them() -> None:
    terms = [{**HEAD, "valid_to": "2026-09-30"}, {**HEAD, "valid_from": "2026-10-01"}]
    assert found(head=terms, deputy=[LENT]) == []


def test_an_acting_head_may_lend_what_he_holds() -> None:
    acting = {**HEAD, "acting": True, "decision": "1450/QĐ-UBND", "valid_to": "2026-12-31"}
    assert found(head=[acting], deputy=[LENT]) == []


def test_two_heads_are_told_once() -> None:
    told = found(head=[{**HEAD, "valid_to": "2026-09-30"}, {**HEAD, "valid_from": "2026-10-01"}], other=[HEAD])
    assert [code for code, _ in told] == ["ST228"]


def test_a_period_that_cannot_be_is_all_that_is_said() -> None:
    assert [code for code, _ in found(head=[HEAD], deputy=[{**LENT, "valid_to": "2026-07-31"}])] == ["ST219"]


def test_nothing_is_concluded_from_people_that_could_not_be_read() -> None:
    archive = Archive().document().issue("HD-MC-01")
    archive.agency(OWNER, people=[*people(head=[HEAD]), {"id": "Lê Văn C", "name": "Lê Văn C"}])
    found = {finding.code for finding in run_rules((*RULES, *APPROVAL, *DECISIONS), archive.examined())}
    assert not found & {"ST201", "ST204", "ST209", "ST218", "ST228"}
