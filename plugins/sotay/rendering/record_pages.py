"""The records of an agency on its internal site: what was kept, by kind and date, and a page for each.

Reads: the records that a publication holds; a public one holds none.
Returns: pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.model.record import Record, RecordFile, RecordKind
from sotay.rendering.addresses import RECORDS, Standpoint
from sotay.rendering.body_html import LinkTargets, body_html
from sotay.rendering.control_block import ControlRow
from sotay.rendering.downloads import sound_files
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.text.labels import RECORD_KINDS
from sotay.text.wording import date_words
from sotay.usecases.publication import AgencyPublication

_YEARLY = "mỗi năm ít nhất một lần (Quyết định số 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b)"
_WHY = {
    RecordKind.INTERNAL_AUDIT: f"TCVN ISO 9001:2015, 9.2.2; {_YEARLY}.",
    RecordKind.MANAGEMENT_REVIEW: f"TCVN ISO 9001:2015, 9.3.3; {_YEARLY}.",
    RecordKind.NONCONFORMITY: "TCVN ISO 9001:2015, 10.2.2: sự không phù hợp là gì, đã làm gì, kết quả ra sao.",
    RecordKind.INSPECTION: "Báo cáo khắc phục trong 02 tháng từ ngày ký biên bản "
    "(Thông tư số 26/2014/TT-BKHCN, Điều 37 khoản 2 điểm c).",
    RecordKind.TRAINING: "TCVN ISO 9001:2015, 7.2: bằng chứng về năng lực của người làm việc.",
    RecordKind.CONFORMITY: "Công bố lại khi điều chỉnh, mở rộng, thu hẹp phạm vi áp dụng "
    "(Quyết định số 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c).",
}
"""Why records of a kind are kept, and when."""
_LEAD = (
    "Hồ sơ là bằng chứng về việc đã làm ở {agency}. "
    "Hồ sơ được lưu giữ, không ban hành thành nhiều bản, nên không cần quyết định."
)


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """How far the correction is that a record demands."""

    words: str
    """`Xong 14/09/2026`, `Hạn 03/10/2026`; empty where a record demands none."""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record in a list."""

    made: str
    title: str
    number: str
    href: str
    responsible: str
    documents: tuple[Link, ...]
    correction: CorrectionState


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """The records of one kind, the newest first."""

    name: str
    anchor: str
    why: str
    rows: tuple[RecordRow, ...]

    @property
    def has_corrections(self) -> bool:
        """Whether a record of the kind demands a correction."""
        return any(row.correction.words for row in self.rows)


def record_pages(agency: AgencyPublication, view: SiteView) -> Iterator[SitePage]:
    """Yield the list of an agency's records, and the page of each."""
    yield _list(agency, view)
    for record in agency.records:
        yield _page(record, agency, view)


def _list(agency: AgencyPublication, view: SiteView) -> SitePage:
    standpoint = view.at(RECORDS)
    groups = tuple(_group(kind, agency, standpoint) for kind in RECORD_KINDS)
    lead = _LEAD.format(agency=agency.agency.name)
    return view.page(
        RECORDS,
        "Hồ sơ",
        PageKind.LISTING,
        Fill("records.html", {"crumbs": view.crumbs(RECORDS), "lead": lead, "groups": groups}),
        description=f"Hồ sơ của hệ thống quản lý chất lượng tại {agency.agency.name}",
        tab=RECORDS,
    )


def _group(kind: RecordKind, agency: AgencyPublication, standpoint: Standpoint) -> RecordGroup:
    newest_first = [record for record in reversed(agency.records) if record.value.kind is kind]
    rows = tuple(_row(record, agency, standpoint) for record in newest_first)
    return RecordGroup(RECORD_KINDS[kind], kind.value.replace("_", "-"), _WHY[kind], rows)


def _row(record: RecordFile, agency: AgencyPublication, standpoint: Standpoint) -> RecordRow:
    value = record.value
    return RecordRow(
        made=date_words(value.date),
        title=value.title,
        number=value.number or "",
        href=standpoint.here(_address(record)),
        responsible=_responsible(value, agency).value,
        documents=tuple(_documents(value, standpoint)),
        correction=_correction(value, standpoint.addresses.publication.day),
    )


def _page(record: RecordFile, agency: AgencyPublication, view: SiteView) -> SitePage:
    address, value = _address(record), record.value
    standpoint = view.at(address)
    offered = tuple(sound_files(record.folder, value.attachments, view.publication.province.attachments))
    correction, responsible = _correction(value, view.publication.day), _responsible(value, agency)
    rows = (
        ControlRow("Số, ký hiệu", value.number or ""),
        ControlRow("Ngày lập", date_words(value.date)),
        responsible,
        ControlRow("Khắc phục", correction.words, "quá hạn" if correction.is_late else "", is_due=correction.is_late),
        ControlRow("Lưu hồ sơ", value.retention or ""),
    )
    facts = {
        "crumbs": view.crumbs(address, ("Hồ sơ", RECORDS)),
        "kind": RECORD_KINDS[value.kind],
        "why": _WHY[value.kind],
        "lead": f"Lập ngày {date_words(value.date)}; {responsible.value} chịu trách nhiệm.",
        "rows": tuple(row for row in rows if row.value),
        "documents": tuple(_documents(value, standpoint)),
        "downloads": offered,
        "body": body_html(record.body, LinkTargets(standpoint)),
    }
    return view.page(
        address,
        value.title,
        PageKind.TEXT,
        Fill("record.html", facts),
        description=f"{RECORD_KINDS[value.kind]}: {value.title}, {date_words(value.date)}",
        tab=RECORDS,
        files=tuple((download.name, download.path) for download in offered),
    )


def _address(record: RecordFile) -> str:
    return f"{RECORDS}{record.path}/"


def _responsible(record: Record, agency: AgencyPublication) -> ControlRow:
    person = agency.agency.person(record.responsible)
    name, title = (person.name, person.title) if person else (record.responsible, "")
    return ControlRow("Người chịu trách nhiệm", name, title)


def _documents(record: Record, standpoint: Standpoint) -> Iterator[Link]:
    """The documents that a record is evidence of; one that no decision covers is named without a link."""
    for code in record.documents:
        yield Link(code, standpoint.document(code) or "", standpoint.addresses.titles.get(code, ""))


def _correction(record: Record, day: date) -> CorrectionState:
    # What was put right after the day was still open on it.
    if record.closed_on and record.closed_on <= day:
        return CorrectionState(f"Xong {date_words(record.closed_on)}")
    if record.due:
        return CorrectionState(f"Hạn {date_words(record.due)}", is_late=record.due < day)
    return CorrectionState("")
