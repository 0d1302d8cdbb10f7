"""Authority is dated: who may approve what, and when."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.agency import Agency, Approval, Person
from sotay.model.document import DocumentKind
from sotay.model.procedure import Level

FORM, POLICY = DocumentKind.FORM, DocumentKind.POLICY


def approver(valid_to: str | None = None) -> Person:
    approval = Approval.model_validate({"kinds": (FORM,), "valid_from": "2026-08-01", "valid_to": valid_to})
    return Person(id="pham-thi-d", name="Phạm Thị D", title="Phó Giám đốc", approves=(approval,))


@pytest.mark.parametrize("day", [date(2026, 8, 1), date(2026, 12, 31)])
def test_authority_holds_on_its_first_and_on_its_last_day(day: date) -> None:
    assert approver("2026-12-31").may_approve(FORM, day)


@pytest.mark.parametrize("day", [date(2026, 7, 31), date(2027, 1, 1)])
def test_authority_does_not_hold_before_or_after(day: date) -> None:
    assert not approver("2026-12-31").may_approve(FORM, day)


def test_authority_without_an_end_holds_on() -> None:
    assert approver().may_approve(FORM, date(2036, 1, 1))


def test_authority_for_one_kind_is_none_for_another() -> None:
    assert not approver().may_approve(POLICY, date(2026, 9, 1))


def test_a_person_is_found_by_id_and_nobody_by_another() -> None:
    agency = Agency(id="stp", name="Sở", short_name="Sở", level=Level.PROVINCE, people=(approver(),))
    assert agency.person("pham-thi-d") == approver()
    assert agency.person("pham-thi-x") is None
    assert agency.person(None) is None
