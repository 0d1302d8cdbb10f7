"""A file may be deleted once its document is over, not while a decision keeps it in force."""

from __future__ import annotations

from datetime import date

from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.rules.catalogue import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import Archive

SEPTEMBER = date(2026, 9, 1)


class Past:
    """The history of a repository: its documents as they were on one day."""

    def __init__(self, archive: Archive) -> None:
        self.documents = archive.province().document_by_code

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return a document as it was."""
        return self.documents.get(code)


def found_without(archive: Archive, code: str) -> list[str]:
    past = Past(archive)
    archive.texts.pop(past.documents[code].source.path)
    findings = run_rules(RULES, archive.examined(SEPTEMBER, past))
    return [f.fact.vi for f in findings if f.code in {"ST214", "ST217", "ST601", "ST607", "ST615"}]


def test_a_file_whose_document_is_in_force_is_missed_at_the_decision() -> None:
    archive = Archive().document().issue("HD-MC-01")
    assert found_without(archive, "HD-MC-01") == [
        "HD-MC-01 còn hiệu lực theo quyết định này nhưng tệp HD-MC-01.md đã bị xóa khỏi kho"
    ]


def test_it_is_said_once_and_not_where_others_name_it() -> None:
    archive = Archive().document().procedure(related={"after": ["HD-MC-01"]}).issue("HD-MC-01")
    assert len(found_without(archive, "HD-MC-01")) == 1


def test_a_file_whose_document_was_withdrawn_may_be_deleted() -> None:
    archive = Archive().document().issue("HD-MC-01").withdraw("HD-MC-01", signed=date(2026, 8, 1), effective=SEPTEMBER)
    assert not found_without(archive, "HD-MC-01")


def test_who_adopted_it_is_not_told_as_well_even_without_the_history() -> None:
    archive = Archive().document().issue("HD-MC-01").adopt("HD-MC-01", effective=date(2026, 8, 1))
    archive.texts = {path: text for path, text in archive.texts.items() if not path.endswith("HD-MC-01.md")}
    findings = run_rules(RULES, archive.examined(SEPTEMBER))
    assert [f.place.path for f in findings if f.code.startswith("ST2")] == ["sites/so-tu-phap/decisions/2026-45.yml"]


def test_links_and_uses_of_the_deleted_file_are_not_told_as_well() -> None:
    archive = Archive().form().document(body="## Mục đích\n\nDùng [giấy hẹn](BM-MC-01) khi nhận hồ sơ.\n")
    archive.issue("BM-MC-01", "HD-MC-01")
    past = Past(archive)
    archive.texts.pop(past.documents["BM-MC-01"].source.path)
    findings = run_rules(RULES, archive.examined(SEPTEMBER, past))
    assert {f.code for f in findings if f.code in {"ST217", "ST410", "ST807"}} == {"ST217"}
