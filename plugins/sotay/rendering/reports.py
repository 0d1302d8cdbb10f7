"""The reports of an auditor as tables: what changed between two days, and the master list on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sotay.model.agency import Agency
from sotay.model.decision import Decision
from sotay.model.document import Access
from sotay.model.phrase import Language, Phrase
from sotay.rendering.report_table import Column, Table
from sotay.rendering.standing_words import STANDINGS
from sotay.text.labels import KINDS
from sotay.text.wording import day_words
from sotay.usecases.publication import Revision
from sotay.usecases.report_changes import ChangeEvent, Happening
from sotay.usecases.report_register import RegisterLine

_HAPPENINGS = {
    Happening.ISSUED: Phrase("ban hành", "issued"),
    Happening.ADOPTED: Phrase("áp dụng", "adopted"),
    Happening.LOCAL_TERMS: Phrase("quy định riêng", "own terms"),
    Happening.WITHDRAWN: Phrase("bãi bỏ", "withdrawn"),
    Happening.LAPSED: Phrase("hết hiệu lực", "lapsed"),
}
_CHANGES = (
    Column("day", Phrase("Ngày", "Day")),
    Column("agency", Phrase("Cơ quan", "Agency")),
    Column("code", Phrase("Mã hiệu", "Code")),
    Column("title", Phrase("Tên", "Title")),
    Column("what", Phrase("Việc", "What")),
    Column("before", Phrase("Bản cũ", "Before")),
    Column("version", Phrase("Bản mới", "Version")),
    Column("decision", Phrase("Quyết định", "Decision")),
    Column("note", Phrase("Nội dung sửa đổi", "Note"), is_detail=True),
    Column("said", Phrase("Thay đổi đối với người dân", "What changes for citizens")),
)
_REGISTER = (
    Column("agency", Phrase("Cơ quan", "Agency")),
    Column("code", Phrase("Mã hiệu", "Code")),
    Column("title", Phrase("Tên", "Title")),
    Column("kind", Phrase("Loại", "Kind"), is_detail=True),
    Column("version", Phrase("Bản", "Version")),
    Column("standing", Phrase("Tình trạng", "Standing")),
    Column("starts", Phrase("Hiệu lực từ", "In effect from")),
    Column("ends", Phrase("Đến hết", "Until"), is_detail=True),
    Column("decision", Phrase("Quyết định", "Decision")),
    Column("owner", Phrase("Chủ trì", "Owner"), is_detail=True),
    Column("approver", Phrase("Phê duyệt", "Approver"), is_detail=True),
    Column("review_by", Phrase("Soát xét trước", "Review by")),
    Column("access", Phrase("Công khai", "Access"), is_detail=True),
    Column("fingerprint", Phrase("Dấu vân tay", "Fingerprint"), is_detail=True),
)
_ACCESS = {Access.PUBLIC: Phrase("công khai", "public"), Access.INTERNAL: Phrase("nội bộ", "internal")}
_CHANGES_TITLE = Phrase("Thay đổi từ ngày {first} đến hết ngày {last}{known}", "Changes from {first} to {last}{known}")
_REGISTER_TITLE = Phrase("Danh mục tài liệu được kiểm soát ngày {day}{known}", "Controlled documents on {day}{known}")
_KNOWN = Phrase(", theo kho tài liệu tại phiên bản {commit}", ", as known at commit {commit}")
_KNOWN_CHANGED = Phrase(
    ", theo kho tài liệu tại phiên bản {commit} và các sửa đổi chưa ghi nhận",
    ", at commit {commit} with uncommitted changes",
)
_NOT_FOUND = Phrase("không tìm thấy nội dung", "its text is missing")


def changes_table(
    events: Iterable[ChangeEvent], first: date, last: date, revision: Revision | None, language: Language
) -> Table:
    """Return what took effect between two days."""
    rows = tuple(
        (
            event.day.isoformat(),
            event.agency.short_name,
            event.code,
            event.title,
            _HAPPENINGS[event.happening](language),
            str(event.before or ""),
            str(event.version or ""),
            _decision(event.decision),
            event.note,
            "; ".join(event.said),
        )
        for event in events
    )
    days = {"first": day_words(first, language), "last": day_words(last, language)}
    title = _CHANGES_TITLE.format(known=_known(revision, language), **days)(language)
    return Table("changes", title, _CHANGES, rows)


def register_table(
    lines: Iterable[RegisterLine],
    agencies: Mapping[str, Agency],
    day: date,
    revision: Revision | None,
    language: Language,
) -> Table:
    """Return the master list; `agencies` gives the agencies by id, for the names of owners and approvers."""
    rows = tuple(_register_row(line, agencies, language) for line in lines)
    title = _REGISTER_TITLE.format(day=day_words(day, language), known=_known(revision, language))(language)
    return Table("register", title, _REGISTER, rows)


def _register_row(line: RegisterLine, agencies: Mapping[str, Agency], language: Language) -> tuple[str, ...]:
    control, period = line.control, line.period
    owner = agencies.get(control.owner or "") if control else None
    approver = owner.person(control.approver) if owner and control else None
    return (
        line.agency.short_name,
        line.code,
        (control.title or line.code) if control else f"({_NOT_FOUND(language)})",
        KINDS[control.kind] if control and control.kind else "",
        str(period.version),
        STANDINGS[line.standing](language),
        period.starts.isoformat(),
        period.ends.isoformat() if period.ends else "",
        _decision(period.decision),
        owner.short_name if owner else "",
        approver.name if approver else "",
        line.review_by.isoformat() if line.review_by else "",
        _ACCESS[control.access](language) if control else "",
        period.fingerprint or "",
    )


def _decision(decision: Decision | None) -> str:
    return f"{decision.number} ({decision.date.isoformat()})" if decision else ""


def _known(revision: Revision | None, language: Language) -> str:
    if revision is None:
        return ""
    return (_KNOWN_CHANGED if revision.has_changes else _KNOWN).format(commit=revision.commit)(language)
