"""The control block says how long a version holds and when it must be reviewed."""

from __future__ import annotations

from datetime import date
from typing import Any

from sotay.rendering.addresses import Addresses
from sotay.rendering.control_block import ControlRow, control_rows
from sotay.rendering.decision_yaml import decision_yaml
from sotay.rendering.validity import badge, validity_sentence
from sotay.usecases.issue_documents import DecisionRequest, issue_documents
from sotay.usecases.publication import Entry, Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import JULY, OWNER, Archive

REQUEST = DecisionRequest(OWNER, "45/QĐ-STP", date(2026, 6, 15), JULY, "le-van-c", codes=("HD-MC-01",))


def published(day: date, **keys: Any) -> tuple[Entry, Publication]:
    """Issue a document as “sotay issue” does, and publish it on a day."""
    archive = Archive().document(**keys)
    decision = issue_documents(archive.examined(), REQUEST).decision
    archive.file("sites/so-tu-phap/decisions/2026-45.yml", decision_yaml(decision))
    publication = publish_province(archive.examined(day), None)
    return publication.agency_by_id[OWNER].by_code["HD-MC-01"], publication


def row(term: str, day: date, **keys: Any) -> ControlRow | None:
    entry, publication = published(day, **keys)
    return next((row for row in control_rows(entry, Addresses(publication)) if row.term == term), None)


def test_a_temporary_document_says_until_when_it_holds() -> None:
    shown = row("Hiệu lực đến", date(2026, 8, 1), valid_to="2026-12-31")
    assert shown == ControlRow("Hiệu lực đến", "hết 31/12/2026", "tạm thời")


def test_a_document_without_an_end_says_nothing_of_one() -> None:
    assert row("Hiệu lực đến", date(2026, 8, 1)) is None


def test_an_end_that_has_passed_is_marked() -> None:
    shown = row("Hiệu lực đến", date(2027, 1, 1), valid_to="2026-12-31")
    assert shown
    assert shown.is_due


def test_the_review_is_due_by_the_risk_where_nothing_else_is_stated() -> None:
    assert row("Soát xét", date(2026, 8, 1), risk="high") == ControlRow("Soát xét", "trước 01/01/2027")
    assert row("Soát xét", date(2026, 8, 1)) is None


def test_a_review_that_is_overdue_is_marked() -> None:
    shown = row("Soát xét", date(2027, 1, 2), risk="high")
    assert shown == ControlRow("Soát xét", "trước 01/01/2027", "đã quá hạn", is_due=True)


def test_the_sentence_about_a_temporary_document_names_its_last_day() -> None:
    entry, publication = published(date(2026, 8, 1), valid_to="2026-12-31")
    assert "đang có hiệu lực từ ngày 01/07/2026" in validity_sentence(entry, publication)
    assert "tạm thời đến hết ngày 31/12/2026" in validity_sentence(entry, publication)
    assert badge(entry).text == "Đang có hiệu lực từ 01/07/2026 đến hết 31/12/2026"


def test_a_temporary_document_to_come_says_so() -> None:
    entry, publication = published(date(2026, 6, 20), valid_to="2026-12-31")
    assert "chưa áp dụng, có hiệu lực từ ngày 01/07/2026" in validity_sentence(entry, publication)
    assert "tạm thời đến hết ngày 31/12/2026" in validity_sentence(entry, publication)


def test_a_document_that_has_lapsed_was_neither_replaced_nor_withdrawn() -> None:
    entry, publication = published(date(2027, 1, 1), valid_to="2026-12-31")
    assert "đã hết hiệu lực: có hiệu lực từ ngày 01/07/2026" in validity_sentence(entry, publication)
    assert badge(entry).text == "Hết hiệu lực từ 01/01/2027"


def test_a_decision_writes_down_the_last_day() -> None:
    decision = issue_documents(Archive().document(valid_to="2026-12-31").examined(), REQUEST).decision
    assert decision_yaml(decision).endswith("    valid_to: 2026-12-31\n")
