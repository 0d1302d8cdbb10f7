"""What an agency has to do next: reviews, new versions, laws and fees that end; each thing at whom it concerns."""

from __future__ import annotations

from datetime import date

from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.version import Version
from sotay.usecases.agency_status import AgencyStatus, agency_status
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, OWNER, Archive

DAY = date(2026, 8, 1)
LAW = (
    "documents:\n  - {{number: 118/2025/NĐ-CP, title: Nghị định về một cửa, issuer: Chính phủ, "
    "effective: 2025-07-01, ends: {ends}, source: Tra cứu từ nguồn công khai}}\n"
)


class Earlier:
    """History that still holds one text."""

    def __init__(self, archive: Archive, code: str) -> None:
        self.print, self.text = archive.fingerprint(code), archive.province().document_by_code[code]

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        return self.text if fingerprint == self.print else None


def status(archive: Archive, agency: str = OWNER, day: date = DAY, earlier: Earlier | None = None) -> AgencyStatus:
    publication = publish_province(archive.examined(day, earlier), None)
    return agency_status(publication.agency_by_id[agency], publication)


def test_documents_in_force_are_counted_by_kind() -> None:
    archive = Archive().document().document("HD-MC-02").procedure().issue("HD-MC-01", "QT-HT-01").adopt("QT-HT-01")
    assert status(archive).in_force == {DocumentKind.INSTRUCTION: 1, DocumentKind.PROCEDURE: 1}
    assert status(archive, COMMUNE).in_force == {DocumentKind.PROCEDURE: 1}


def test_a_review_is_a_matter_of_the_owner_overdue_or_within_a_quarter() -> None:
    archive = Archive().document(review_by="2026-10-30").issue("HD-MC-01").adopt("HD-MC-01")
    assert [(one.due, one.is_overdue) for one in status(archive).reviews] == [(date(2026, 10, 30), False)]
    assert status(archive, COMMUNE).reviews == ()
    assert status(archive, day=date(2026, 7, 31)).reviews == ()
    assert status(archive, day=date(2026, 10, 30)).reviews[0].is_overdue is False
    assert status(archive, day=date(2026, 10, 31)).reviews[0].is_overdue is True


def test_what_is_approved_and_not_yet_applied_is_coming_with_its_day() -> None:
    first = Archive().document().issue("HD-MC-01")
    earlier = Earlier(first, "HD-MC-01")
    changed = {"version": "1.1", "decision": "60/QĐ-STP", "approved_date": "2026-07-20", "effective_date": "2026-09-01"}
    first.document(body="## Mục đích\n\nBản sau.\n", **changed)
    first.issue("HD-MC-01", serial="60", signed=date(2026, 7, 20), effective=date(2026, 9, 1))
    coming = status(first, earlier=earlier).coming
    assert [(one.entry.code, str(one.period.version), one.period.starts) for one in coming] == [
        ("HD-MC-01", "1.1", date(2026, 9, 1))
    ]
    assert status(first, day=date(2026, 9, 1), earlier=earlier).coming == ()


def test_an_agency_that_applies_an_older_version_than_the_owner_is_behind() -> None:
    archive = Archive().document().issue("HD-MC-01").adopt("HD-MC-01")
    earlier = Earlier(archive, "HD-MC-01")
    changed = {"version": "1.1", "decision": "60/QĐ-STP", "approved_date": "2026-07-20", "effective_date": "2026-08-01"}
    archive.document(body="## Mục đích\n\nBản sau.\n", **changed)
    archive.issue("HD-MC-01", serial="60", signed=date(2026, 7, 20), effective=date(2026, 8, 1))
    assert [(one.entry.code, str(one.issued)) for one in status(archive, COMMUNE, earlier=earlier).behind] == [
        ("HD-MC-01", "1.1")
    ]
    assert status(archive, earlier=earlier).behind == ()
    assert status(archive, COMMUNE, day=date(2026, 7, 31), earlier=earlier).behind == ()


def test_a_cited_law_that_ends_within_half_a_year_is_told_with_who_cites_it() -> None:
    archive = Archive().procedure().issue("QT-HT-01").file("procedures/legal.yml", LAW.format(ends="2027-01-01"))
    (ending,) = status(archive).laws
    assert (ending.law.number, ending.ends) == ("118/2025/NĐ-CP", date(2027, 1, 1))
    assert [entry.code for entry in ending.cited_in] == ["QT-HT-01"]
    assert status(archive, day=JULY).laws == ()


def test_a_fee_is_told_until_its_last_day_and_once_for_all_ways_of_filing() -> None:
    fee = {"amount": 8000, "unit": "bản", "valid_to": "2026-10-01", "legal_basis": "118/2025/NĐ-CP"}
    channels = [{"kind": "counter", "fees": [fee]}, {"kind": "online", "fees": [fee]}]
    archive = Archive().procedure(fees=None, channels=channels).issue("QT-HT-01")
    assert [(one.entry.code, one.ends) for one in status(archive).fees] == [("QT-HT-01", date(2026, 10, 1))]
    assert len(status(archive, day=date(2026, 10, 1)).fees) == 1
    assert status(archive, day=date(2026, 10, 2)).fees == ()
