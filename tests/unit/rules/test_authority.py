"""Why somebody may not approve, and which days an authority leaves open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.model.agency import Approval, Person
from sotay.model.document import DocumentKind
from sotay.rules.approval.authority import first_day_open, overlap, why_not

FORM, POLICY = DocumentKind.FORM, DocumentKind.POLICY
DAY = date(2026, 8, 1)


def held(first: str, last: str | None = None, kinds: tuple[str, ...] = ("form",), **keys: Any) -> Approval:
    return Approval.model_validate({"kinds": kinds, "valid_from": first, "valid_to": last, **keys})


def a_person(*approvals: Approval) -> Person:
    return Person.model_validate({"id": "d", "name": "Phạm Thị D", "title": "Phó Giám đốc", "approves": approvals})


def test_who_has_no_authority_at_all_is_told_so() -> None:
    assert why_not(a_person(), FORM, DAY).vi == "agency.yml không giao cho người này quyền phê duyệt nào"


def test_who_has_it_on_other_days_is_told_which() -> None:
    person = a_person(held("2025-01-01", "2025-12-31"), held("2026-09-01"))
    told = why_not(person, FORM, DAY)
    assert told.vi == ("với loại này chỉ có thẩm quyền từ ngày 01/01/2025 đến hết ngày 31/12/2025, từ ngày 01/09/2026")
    assert told.en == "for this kind only from 2025-01-01 to 2025-12-31, from 2026-09-01"


def test_who_has_it_for_other_kinds_is_told_which() -> None:
    told = why_not(a_person(held("2026-01-01"), held("2027-01-01", kinds=("manual",))), POLICY, DAY)
    assert told.vi == "chỉ được phê duyệt biểu mẫu (“form”)"


def test_who_has_other_kinds_on_other_days_is_told_the_kinds() -> None:
    assert why_not(a_person(held("2027-01-01")), POLICY, DAY).en == "only form (“form”) may be approved"


@pytest.mark.parametrize(
    ("periods", "open_on"),
    [
        ([], date(2026, 3, 1)),
        ([("2026-01-01", None)], None),
        ([("2026-01-01", "2026-03-31")], None),
        ([("2026-01-01", "2026-03-30")], date(2026, 3, 31)),
        ([("2026-03-02", None)], date(2026, 3, 1)),
        ([("2026-03-16", "2026-12-31"), ("2026-01-01", "2026-03-15")], None),
        ([("2026-03-17", "2026-12-31"), ("2026-01-01", "2026-03-15")], date(2026, 3, 16)),
        ([("2026-01-01", "9999-12-31")], None),
    ],
)
def test_the_first_day_that_nobody_covers_is_found(periods: list[tuple[str, str | None]], open_on: date | None) -> None:
    wanted = held("2026-03-01", "2026-03-31")
    assert first_day_open(wanted, [held(*period) for period in periods]) == open_on


def test_an_authority_without_end_is_only_covered_by_one_without_end() -> None:
    assert first_day_open(held("2026-03-01"), [held("2026-01-01", "2026-12-31")]) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("2026-01-01", "2026-06-30"), ("2026-07-01", None), None),
        (("2026-01-01", "2026-07-01"), ("2026-07-01", None), (date(2026, 7, 1), date(2026, 7, 1))),
        (("2026-01-01", None), ("2026-07-01", None), (date(2026, 7, 1), None)),
    ],
)
def test_the_days_held_together_are_found(one: Any, other: Any, together: object) -> None:
    assert overlap(held(*one), held(*other)) == together
    assert overlap(held(*other), held(*one)) == together
