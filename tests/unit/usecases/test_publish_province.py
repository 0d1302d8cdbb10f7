"""What the sites show: only public documents, only what a decision put into force, in the text it approved."""

from __future__ import annotations

from datetime import date

from sotay.history.ledger import Standing
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.version import Version
from sotay.usecases.ports import EarlierTexts
from sotay.usecases.publication import Entry, Publication, Revision
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, OWNER, Archive, a_document

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


def published(archive: Archive, day: date = JULY, earlier: EarlierTexts | None = None) -> Publication:
    return publish_province(archive.examined(day, earlier), None)


def shown(
    archive: Archive, agency: str = OWNER, day: date = JULY, earlier: EarlierTexts | None = None
) -> dict[str, Entry]:
    return dict(published(archive, day, earlier).agency_by_id[agency].by_code)


class Remembered:
    """History that still holds some texts."""

    def __init__(self, **texts: DocumentFile) -> None:
        self.texts = texts

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        return self.texts.get(fingerprint)


def test_an_issued_document_is_shown_in_force_from_its_day() -> None:
    entry = shown(Archive().document().issue("HD-MC-01"))["HD-MC-01"]
    assert entry.is_in_force
    assert entry.period.starts == JULY
    assert entry.kind is DocumentKind.INSTRUCTION


def test_a_draft_is_never_shown() -> None:
    archive = Archive().document("HD-MC-01").document("HD-MC-02", decision=None).issue("HD-MC-01")
    assert set(shown(archive)) == {"HD-MC-01"}


def test_a_document_that_only_claims_a_decision_is_never_shown() -> None:
    assert shown(Archive().document("HD-MC-01", decision="45/QĐ-STP")) == {}


def test_an_internal_document_is_never_shown_even_if_issued() -> None:
    assert shown(Archive().document(access="internal").issue("HD-MC-01")) == {}


def test_a_document_changed_after_its_approval_is_not_shown_in_the_changed_text() -> None:
    archive = Archive().document().issue("HD-MC-01").document(body="Khác hẳn.\n")
    assert shown(archive) == {}


def test_the_approved_text_is_shown_from_history_where_the_tree_has_moved_on() -> None:
    archive = Archive().document().issue("HD-MC-01")
    approved, print_ = archive.province().document_by_code["HD-MC-01"], archive.fingerprint("HD-MC-01")
    archive.document(body="Bản sau.\n", version="1.1", decision=None, approved_date=None, effective_date=None)
    entry = shown(archive, earlier=Remembered(**{print_: approved}))["HD-MC-01"]
    assert entry.document is approved
    assert entry.period.version == Version(1, 0)


def test_a_version_before_its_day_is_shown_as_upcoming() -> None:
    entry = shown(Archive().document().issue("HD-MC-01", effective=AUGUST), day=JULY)["HD-MC-01"]
    assert entry.standing is Standing.UPCOMING
    assert entry.upcoming is None
    assert not entry.is_in_force


def test_a_version_is_announced_from_the_day_its_decision_was_signed_and_not_before() -> None:
    archive = Archive().document().issue("HD-MC-01", signed=date(2026, 6, 15), effective=AUGUST)
    assert shown(archive, day=date(2026, 6, 14)) == {}
    assert set(shown(archive, day=date(2026, 6, 15))) == {"HD-MC-01"}


def test_a_withdrawal_is_not_known_before_it_was_signed() -> None:
    archive = Archive().document().issue("HD-MC-01")
    archive.withdraw("HD-MC-01", signed=date(2026, 7, 20), effective=AUGUST)
    assert shown(archive, day=date(2026, 7, 19))["HD-MC-01"].period.ends is None
    assert shown(archive, day=date(2026, 7, 20))["HD-MC-01"].period.ends == date(2026, 7, 31)


def test_beside_the_version_in_force_the_next_one_is_announced() -> None:
    archive = Archive().document().issue("HD-MC-01")
    approved, print_ = archive.province().document_by_code["HD-MC-01"], archive.fingerprint("HD-MC-01")
    archive.document(version="1.1", body="Bản mới.\n").issue("HD-MC-01", serial="60", effective=AUGUST)
    entry = shown(archive, earlier=Remembered(**{print_: approved}))["HD-MC-01"]
    assert entry.period.version == Version(1, 0)
    assert entry.upcoming
    assert entry.upcoming.version == Version(1, 1)
    assert entry.upcoming.starts == AUGUST


def test_a_withdrawn_document_keeps_its_page_and_says_so() -> None:
    archive = Archive().document().issue("HD-MC-01").withdraw("HD-MC-01", effective=AUGUST)
    assert shown(archive, day=date(2026, 7, 31))["HD-MC-01"].is_in_force
    assert shown(archive, day=AUGUST)["HD-MC-01"].standing is Standing.WITHDRAWN


def test_a_document_withdrawn_before_its_first_day_is_never_shown() -> None:
    archive = Archive().document().issue("HD-MC-01", effective=AUGUST)
    archive.withdraw("HD-MC-01", signed=date(2026, 6, 20), effective=AUGUST)
    assert shown(archive, day=JULY) == {}
    assert shown(archive, day=AUGUST) == {}


def test_an_agency_shows_what_it_adopted_and_nothing_else() -> None:
    archive = Archive().procedure("QT-HT-01").procedure("QT-HT-04", tthc=["1.004873"]).issue("QT-HT-01", "QT-HT-04")
    archive.adopt("QT-HT-01")
    assert set(shown(archive, COMMUNE)) == {"QT-HT-01"}
    assert set(shown(archive, OWNER)) == {"QT-HT-01", "QT-HT-04"}


def test_a_procedure_is_performed_by_the_agencies_of_its_level() -> None:
    publication = published(Archive().procedure().issue("QT-HT-01").adopt("QT-HT-01"))
    (across,) = publication.procedures
    assert across.issued.agency.id == OWNER
    assert [entry.agency.id for entry in across.performers] == [COMMUNE]
    assert across.address == "1.001193"
    assert [entry.code for entry in publication.agency_by_id[COMMUNE].procedures] == ["QT-HT-01"]
    assert publication.agency_by_id[OWNER].procedures == ()
    assert publication.procedure_by_code["QT-HT-01"] is across


def test_procedures_stand_by_field_then_in_vietnamese_order() -> None:
    archive = Archive()
    titles = {"QT-A-01": "Đăng ký", "QT-A-02": "Cấp lại", "QT-A-03": "Cải chính", "QT-B-01": "Ấn định"}
    for number, (code, title) in enumerate(titles.items()):
        field = "chung-thuc" if code == "QT-B-01" else "ho-tich"
        archive.procedure(code, title=title, tthc=[f"1.00000{number}"], field=field)
    archive.procedure("QT-C-01", title="A", tthc=["1.000009"], field="khong-co").issue(*titles, "QT-C-01")
    codes = [across.issued.code for across in published(archive).procedures]
    assert codes == ["QT-A-03", "QT-A-02", "QT-A-01", "QT-B-01", "QT-C-01"]


def test_documents_can_be_asked_for_by_kind() -> None:
    archive = Archive().document().form().issue("HD-MC-01", "BM-MC-01")
    agency = published(archive).agency_by_id[OWNER]
    assert [entry.code for entry in agency.of_kind(DocumentKind.FORM)] == ["BM-MC-01"]


TERMS = {
    "procedure": "QT-HT-01",
    "decision": "20/QĐ-UBND",
    "channel": "counter",
    "time_limit": {"value": 1, "unit": "working_day"},
    "fees": [{"amount": 8000}],
}


def with_terms(**terms: object) -> Archive:
    archive = Archive().procedure().issue("QT-HT-01").adopt("QT-HT-01")
    return archive.agency(COMMUNE, "commune", overrides=[{**TERMS, **terms}])


def limits(archive: Archive, day: date = JULY) -> list[int]:
    entry = shown(archive, COMMUNE, day)["QT-HT-01"]
    return [int(limit.value) for channel in entry.control.channels if (limit := entry.time_limit_of(channel))]


def fees(archive: Archive) -> list[int | None]:
    entry = shown(archive, COMMUNE)["QT-HT-01"]
    return [entry.fees_of(channel)[0].amount for channel in entry.control.channels]


def test_own_terms_hold_for_their_channel_once_a_decision_permits_them() -> None:
    archive = with_terms().permit(serial="20")
    assert limits(archive) == [1, 3]
    assert fees(archive) == [8000, 0]


def test_own_terms_without_a_channel_hold_for_all() -> None:
    archive = with_terms(channel=None).permit(serial="20")
    assert limits(archive) == [1, 1]
    assert fees(archive) == [8000, 8000]


def test_own_terms_that_state_neither_limit_nor_fee_change_neither() -> None:
    archive = with_terms(time_limit=None, fees=[], counter="Trung tâm").permit(serial="20")
    assert limits(archive) == [3, 3]
    assert fees(archive) == [0, 0]


def test_own_terms_nobody_permitted_are_not_shown() -> None:
    assert limits(with_terms()) == [3, 3]


def test_own_terms_changed_after_the_permission_are_not_shown() -> None:
    archive = with_terms().permit(serial="20")
    archive.agency(COMMUNE, "commune", overrides=[{**TERMS, "time_limit": {"value": 2, "unit": "working_day"}}])
    assert limits(archive) == [3, 3]


def test_own_terms_do_not_hold_before_their_decision_does() -> None:
    archive = with_terms().permit(serial="20", effective=AUGUST)
    assert limits(archive, JULY) == [3, 3]
    assert limits(archive, AUGUST) == [1, 3]


def test_the_publication_names_the_day_and_the_revision_it_was_made_from() -> None:
    publication = publish_province(Archive().examined(JULY), Revision("abc1234", has_changes=True))
    assert publication.day == JULY
    assert publication.revision == Revision("abc1234", has_changes=True)


def test_a_document_without_a_kind_counts_as_an_instruction() -> None:
    entry = shown(Archive().document().issue("HD-MC-01"))["HD-MC-01"]
    assert Entry(entry.agency, a_document(kind=None), entry.period, entry.standing).kind is DocumentKind.INSTRUCTION
