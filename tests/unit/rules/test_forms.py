"""Forms in force, names of files, and what else examples do not show."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.attachment import Attachment
from sotay.model.finding import Finding, Severity
from sotay.rules.attached.forms import FormInForce, FormIsUsed, PlainFileNames
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.examine import examine
from sotay.usecases.ports import NoEarlierTexts
from tests.support.builders import COMMUNE, JULY, Archive

FORMS = next(path.rpartition("/")[0] for path in Archive().form().texts if path.endswith("/BM-MC-01.md"))
"""Where the builder puts a form."""
STEPS = [{"role": "mot-cua", "action": "Tiếp nhận", "forms": ["BM-MC-01"]}]
LATER = date(2026, 9, 1)
OCTOBER = date(2026, 10, 1)


def in_force(archive: Archive, day: date = JULY) -> list[Finding]:
    examination = archive.examined(day)
    documents = examination.province.documents
    return [finding for document in documents for finding in FormInForce().check(document, examination)]


def a_procedure_and_its_form() -> Archive:
    return Archive().form().procedure(steps=[*STEPS, *STEPS])


def test_a_form_issued_together_is_in_force() -> None:
    assert in_force(a_procedure_and_its_form().issue("QT-HT-01", "BM-MC-01")) == []


def test_a_form_that_is_not_issued_is_said_once() -> None:
    (finding,) = in_force(a_procedure_and_its_form().issue("QT-HT-01"))
    assert (finding.severity, "chưa được quyết định nào" in finding.fact.vi) == (Severity.ERROR, True)


def test_a_form_that_came_later_but_is_there_now_is_only_a_warning() -> None:
    archive = a_procedure_and_its_form().issue("QT-HT-01").issue("BM-MC-01", serial="46", effective=LATER)
    assert [finding.severity for finding in in_force(archive)] == [Severity.ERROR]
    assert [finding.severity for finding in in_force(archive, OCTOBER)] == [Severity.WARNING]


def test_the_form_of_another_agency_counts_by_its_own_decisions() -> None:
    archive = Archive().form(owner=COMMUNE).procedure(steps=STEPS).issue("QT-HT-01")
    assert len(in_force(archive)) == 1
    assert in_force(archive.issue("BM-MC-01", by=COMMUNE, serial="7", symbol="UBND")) == []


def test_nothing_is_said_of_a_draft_or_of_a_form_that_could_not_be_read() -> None:
    assert in_force(Archive().procedure(steps=STEPS, effective_date=None)) == []
    unread = Archive().procedure(steps=STEPS).file(f"{FORMS}/BM-MC-01.md", "không có khối kiểm soát")
    assert in_force(unread) == []


def used(archive: Archive) -> list[str]:
    return [finding.place.path for finding in FormIsUsed().check(archive.examined(OCTOBER))]


@pytest.mark.parametrize("body", ["Dùng BM-MC-01 khi hẹn.", "Xem [giấy hẹn](BM-MC-01)."])
def test_a_form_that_a_text_names_is_used(body: str) -> None:
    assert used(Archive().form().issue("BM-MC-01")) == [f"{FORMS}/BM-MC-01.md"]
    assert used(Archive().form().document(body=body).issue("BM-MC-01")) == []


def test_the_code_of_another_form_is_not_its_name() -> None:
    assert len(used(Archive().form().document(body="Dùng BM-MC-01-02.").issue("BM-MC-01"))) == 1


def test_drafts_and_withdrawn_forms_need_not_be_used() -> None:
    assert used(Archive().form(decision=None, approved_date=None, effective_date=None)) == []
    assert used(Archive().form().issue("BM-MC-01").withdraw("BM-MC-01", effective=LATER)) == []


def names(*paths: str, archive: Archive | None = None) -> list[tuple[str, str]]:
    files = [Attachment(path, 1, f"sha256:{index:064}") for index, path in enumerate(paths)]
    examination = examine(assemble_province((archive or Archive()).texts, {}, files), JULY, NoEarlierTexts())
    found = PlainFileNames().check(examination)
    return [(finding.place.path, finding.remedy.vi.partition("“")[2].partition("”")[0]) for finding in found]


def test_a_folder_is_named_once() -> None:
    assert names("procedures/Hộ tịch/a.pdf", "procedures/Hộ tịch/b.pdf") == [("procedures/Hộ tịch/a.pdf", "ho-tich")]


def test_names_that_differ_only_in_case_cannot_both_lie_on_every_computer() -> None:
    assert [path for path, _ in names("procedures/x/A.pdf", "procedures/x/a.pdf")] == ["procedures/x/a.pdf"]


@pytest.mark.parametrize(
    ("file", "mended"),
    [
        ("Giấy hẹn.docx", "BM-MC-01-giay-hen.docx"),
        ("BM-MC-01 Giấy hẹn.docx", "BM-MC-01-giay-hen.docx"),
        ("giay-hen.docx", "BM-MC-01-giay-hen.docx"),
        ("BM-MC-011.docx", "BM-MC-01-1.docx"),
        ("Mẫu đơn", "BM-MC-01-mau-don"),
    ],
)
def test_the_file_of_a_form_gets_a_name_that_can_be_typed(file: str, mended: str) -> None:
    archive = Archive().form(attachments=[{"file": file, "sha256": f"sha256:{0:064}"}])
    assert [name for _, name in names(f"{FORMS}/{file}", archive=archive)] == [mended]


def test_a_misnamed_document_is_left_to_the_rule_about_codes() -> None:
    archive = Archive().file(f"{FORMS}/Giấy hẹn.md", Archive().form().texts[f"{FORMS}/BM-MC-01.md"])
    assert names(archive=archive) == []


def test_a_form_that_was_only_for_a_time_says_so() -> None:
    archive = Archive().form().issue("BM-MC-01")
    path = next(path for path in archive.texts if "/decisions/" in path)
    archive.texts[path] = archive.texts[path].replace(
        '"action": "issue"', '"action": "issue", "valid_to": "2026-08-01"'
    )
    later = {"decision": "46/QĐ-STP", "approved_date": "2026-08-20", "effective_date": "2026-09-01"}
    (finding,) = in_force(archive.procedure(steps=STEPS, **later))
    assert "chỉ có hiệu lực đến hết 01/08/2026" in finding.fact.vi
