"""`api/<agency>.json`: who an agency is, where and when it receives people, its procedures and public documents."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from sotay.model.agency import Counter
from sotay.model.document import DocumentKind
from sotay.model.procedure import Level
from sotay.model.schema import DocumentCode, Flag, Identifier, NationalCode, Value
from sotay.rendering.open_data.decided import InForce, in_force, is_current
from sotay.rendering.open_data.procedures import (
    OwnTermsData,
    ProcedureFacts,
    address_at_agency,
    own_terms,
    procedure_facts,
)
from sotay.rendering.open_data.provenance import Provenance, provenance
from sotay.rendering.open_data.terms import ChannelData, channels_data
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import AgencyPublication, Entry


class AgencyFacts(Value):
    """Who an agency is."""

    id: Identifier = Field(title="mã", description="Mã cơ quan trong dữ liệu này.")
    name: str = Field(title="tên", description="Tên đầy đủ.")
    short_name: str = Field(title="tên ngắn", description="Tên viết gọn.")
    code: str | None = Field(None, title="mã đơn vị", description="Mã đơn vị hành chính hoặc mã định danh.")
    level: Level = Field(title="cấp", description="Cấp hành chính.")
    parent: Identifier | None = Field(None, title="cấp trên", description="Mã cơ quan cấp trên.")
    valid_from: date | None = Field(None, title="hoạt động từ", description="Ngày bắt đầu tồn tại.")
    valid_to: date | None = Field(None, title="hoạt động đến", description="Ngày cuối cùng tồn tại.")
    successor: Identifier | None = Field(None, title="cơ quan kế tục", description="Mã cơ quan tiếp nhận nhiệm vụ.")
    exists: Flag = Field(title="đang hoạt động", description="Cơ quan có tồn tại vào ngày xét không.")
    address: str = Field(title="địa chỉ trang", description="Trang của cơ quan, tính từ Cổng.")
    counters: tuple[Counter, ...] = Field(
        title="nơi tiếp nhận", description="Nơi tiếp nhận và giờ làm việc; không có khi cơ quan không hoạt động."
    )


class ProcedureHere(InForce):
    """A procedure as the agency carries it out: its version, its time limits and its fees."""

    code: DocumentCode = Field(title="mã hiệu", description="Mã hiệu của quy trình.")
    tthc: tuple[NationalCode, ...] = Field(title="mã thủ tục", description="Mã trong Cơ sở dữ liệu quốc gia về TTHC.")
    title: str = Field(title="tên", description="Tên thủ tục.")
    address: str = Field(title="địa chỉ trang", description="Trang của thủ tục tại cơ quan này, tính từ Cổng.")
    channels: tuple[ChannelData, ...] = Field(
        title="cách thức", description="Các cách nộp hồ sơ, với thời hạn và mức thu tại cơ quan này."
    )
    own_terms: OwnTermsData | None = Field(
        None, title="quy định riêng", description="Chỉ có khi cơ quan làm khác quy định chung."
    )
    facts: ProcedureFacts | None = Field(
        None,
        title="nội dung",
        description="Chỉ có khi cơ quan áp dụng bản khác với bản trong api/procedures.json; nếu không thì xem ở đó.",
    )


class DocumentData(InForce):
    """Another public document that the agency has issued or applies."""

    code: DocumentCode = Field(title="mã hiệu", description="Mã hiệu tài liệu.")
    title: str = Field(title="tên", description="Tên tài liệu.")
    kind: DocumentKind = Field(title="loại", description="Loại của tài liệu.")
    address: str = Field(title="địa chỉ trang", description="Trang của tài liệu, tính từ Cổng.")
    changes: str | None = Field(None, title="nội dung sửa đổi", description="Bản này thay đổi điều gì.")


class AgencyFile(Value):
    """The whole file."""

    provenance: Provenance = Field(title="nguồn", description="Dữ liệu của ngày nào, từ đâu.")
    agency: AgencyFacts = Field(title="cơ quan", description="Cơ quan là ai, ở đâu, nhận hồ sơ khi nào.")
    procedures: tuple[ProcedureHere, ...] = Field(
        title="thủ tục", description="Thủ tục cơ quan thực hiện, theo điều kiện của chính cơ quan."
    )
    documents: tuple[DocumentData, ...] = Field(
        title="tài liệu khác", description="Tài liệu khác đang có hiệu lực hoặc đã ban hành, theo mã hiệu."
    )


def agency_file(agency: AgencyPublication, view: SiteView) -> AgencyFile:
    """Return an agency with what it carries out and applies."""
    current = [entry for entry in agency.entries if is_current(entry)]
    return AgencyFile(
        provenance=provenance(view.publication, view.site_url),
        agency=_facts(agency, view),
        procedures=tuple(_procedure(entry, view) for entry in current if entry.is_performed),
        documents=tuple(_document(entry, view) for entry in current if not entry.is_performed),
    )


def _facts(published: AgencyPublication, view: SiteView) -> AgencyFacts:
    agency = published.agency
    exists = agency.exists_on(view.publication.day)
    return AgencyFacts(
        id=published.id,
        name=agency.name,
        short_name=agency.short_name,
        code=agency.code,
        level=agency.level,
        parent=agency.parent,
        valid_from=agency.valid_from,
        valid_to=agency.valid_to,
        successor=agency.successor,
        exists=exists,
        address=f"{published.id}/",
        counters=agency.counters if exists else (),
    )


def _procedure(entry: Entry, view: SiteView) -> ProcedureHere:
    return ProcedureHere.model_validate(
        {
            **dict(in_force(entry)),
            "code": entry.code,
            "tthc": entry.control.tthc,
            "title": entry.control.title or entry.code,
            "address": address_at_agency(entry, view),
            "channels": channels_data(entry),
            "own_terms": own_terms(entry),
            "facts": None if _is_as_issued(entry, view) else _facts_here(entry, view),
        }
    )


def _is_as_issued(entry: Entry, view: SiteView) -> bool:
    """Whether the agency applies the version that the file of all procedures tells."""
    across = view.publication.procedure_by_code.get(entry.code)
    return across is not None and is_current(across.issued) and across.issued.period.version == entry.period.version


def _facts_here(entry: Entry, view: SiteView) -> ProcedureFacts:
    return ProcedureFacts.model_validate(procedure_facts(entry, view, address_at_agency(entry, view)))


def _document(entry: Entry, view: SiteView) -> DocumentData:
    return DocumentData.model_validate(
        {
            **dict(in_force(entry)),
            "code": entry.code,
            "title": entry.control.title or entry.code,
            "kind": entry.kind,
            "address": address_at_agency(entry, view),
            "changes": entry.control.changes,
        }
    )
