"""The control block of a document: who wrote, reviewed and approved which version, by which decisions, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sotay.deadlines.review import review_due
from sotay.history.ledger import Period
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.document import Access, Document, DocumentKind
from sotay.rendering.addresses import Addresses
from sotay.text.labels import ACCESS, KINDS
from sotay.text.wording import date_words, sentence_case, version_words
from sotay.usecases.publication import Entry, Publication

_SHOWN_OF_FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One line of the block."""

    term: str
    value: str
    detail: str = ""
    is_due: bool = False
    """Whether the value is a date that has passed."""
    is_code: bool = False
    """Whether the value is a technical text, set in a fixed width."""


def control_rows(entry: Entry, addresses: Addresses) -> tuple[ControlRow, ...]:
    """Return the block of a document at an agency."""
    control, period, publication = entry.control, entry.period, addresses.publication
    owner = _agency(control.owner, publication) or entry.agency
    rows = [
        ControlRow("Mã hiệu", entry.code, KINDS[entry.kind]),
        ControlRow("Bản", str(period.version), version_words(period.version)),
        ControlRow("Đơn vị chủ trì", owner.name),
        ControlRow("Chế độ công khai", "" if entry.document.is_public else ACCESS[Access.INTERNAL]),
        _person("Soạn thảo", control.prepared_by, owner),
        _person("Xem xét", control.reviewed_by, owner),
        _person("Phê duyệt", control.approver, owner),
        *_decisions(entry, owner),
        *_signature(entry, publication),
        ControlRow("Có hiệu lực từ", date_words(period.starts), "tại " + entry.agency.name),
        *_last_day(period, publication.day),
        *_review(entry, publication),
        *_facts(entry, addresses),
    ]
    return tuple(row for row in rows if row.value)


def approver_words(control: Document, publication: Publication) -> str:
    """Return who approved a document, by name."""
    owner = _agency(control.owner, publication)
    person = owner.person(control.approver) if owner else None
    return person.name if person else control.approver or ""


def signer_words(decision: Decision, agency: Agency) -> str:
    """Return who signed a decision: name and title."""
    person = agency.person(decision.signed_by)
    return f"{person.name}, {person.title}" if person else decision.signed_by


def _agency(identifier: str | None, publication: Publication) -> Agency | None:
    files = publication.province.agency_by_id.get(identifier or "")
    return files.agency if files else None


def _person(term: str, identifier: str | None, owner: Agency) -> ControlRow:
    person = owner.person(identifier)
    return ControlRow(term, person.name, person.title) if person else ControlRow(term, identifier or "")


def _decisions(entry: Entry, owner: Agency) -> tuple[ControlRow, ...]:
    """The decision that issued the text, and the one by which this agency adopted it."""
    decision, control = entry.period.decision, entry.control
    here = f"Quyết định số {decision.number}"
    signed = f"ngày {date_words(decision.date)}, {signer_words(decision, entry.agency)} ký"
    if entry.period.action is Action.ISSUE:
        return (ControlRow("Ban hành kèm theo", here, signed),)
    number = f"Quyết định số {control.decision}" if control.decision else ""
    issued = f"ngày {date_words(control.approved_date)} của {owner.name}" if control.approved_date else owner.name
    return ControlRow("Ban hành kèm theo", number, issued), ControlRow("Áp dụng theo", here, signed)


def _signature(entry: Entry, publication: Publication) -> tuple[ControlRow, ...]:
    """The valid signature of the decision that counts here, by its key; whoever holds the key signed this decision."""
    decision = entry.period.decision
    key = publication.key_of(decision, entry.agency)
    if key is None:
        return ()
    signer = entry.agency.person(decision.signed_by)
    name = signer.name if signer else decision.signed_by
    return (ControlRow("Chữ ký số", key.fingerprint, f"hợp lệ, khóa của {name}", is_code=True),)


def _last_day(period: Period, day: date) -> tuple[ControlRow, ...]:
    """The last day of a temporary version, unless another decision ends it before."""
    if period.ends is None or not period.lapses:
        return ()
    return (ControlRow("Hiệu lực đến", f"hết {date_words(period.ends)}", "tạm thời", is_due=period.ends < day),)


def _review(entry: Entry, publication: Publication) -> tuple[ControlRow, ...]:
    """When the text has to be reviewed; nobody is late with a version that is over."""
    due = review_due(entry.control, publication.province.settings.value.review)
    if due is None:
        return ()
    if due < publication.day and entry.is_in_force:
        return (ControlRow("Soát xét", f"trước {date_words(due)}", "đã quá hạn", is_due=True),)
    return (ControlRow("Soát xét", f"trước {date_words(due)}"),)


def _facts(entry: Entry, addresses: Addresses) -> tuple[ControlRow, ...]:
    control, publication = entry.control, addresses.publication
    standard = publication.province.settings.value.standard
    public = (code for code in control.replaces if code in addresses.titles)
    return (
        ControlRow("Nội dung sửa đổi", control.changes or ""),
        ControlRow("Thay thế", ", ".join(public)),
        ControlRow("Điều khoản", ", ".join(control.iso_clauses), standard),
        ControlRow("Lưu hồ sơ", control.retention or ""),
        *_national(control, publication.day),
        ControlRow("Dấu vân tay", _shown_fingerprint(entry.period.fingerprint), "của nội dung đã duyệt", is_code=True),
    )


def _shown_fingerprint(fingerprint: str | None) -> str:
    return (fingerprint or "").removeprefix("sha256:")[:_SHOWN_OF_FINGERPRINT]


def _national(control: Document, day: date) -> tuple[ControlRow, ...]:
    """Where the facts come from in the national database, and when they were compared."""
    if not control.tthc:
        return ()
    rows = [ControlRow("Mã quốc gia", ", ".join(control.tthc))]
    record = control.national_record
    if record and control.kind is DocumentKind.PROCEDURE:
        parts = [f"bản ghi {record.as_of}"] if record.as_of else []
        if record.decision:
            parts.append(f"công bố theo {record.decision}")
        compared = f"đối chiếu ngày {date_words(record.compared_on)}" if record.compared_on else ""
        if record.compared_on and record.compared_on > day:
            compared = ""
        rows.append(ControlRow("Nguồn dữ liệu", sentence_case(", ".join(parts)), compared))
    return tuple(rows)
