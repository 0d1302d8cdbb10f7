"""`api/legal.json`: the legal documents that what is published cites, how each stands on the day, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field

from sotay.model.legal import LegalDocument
from sotay.model.schema import DocumentCode, Value
from sotay.rendering.legal_basis import cited_by
from sotay.rendering.open_data.decided import is_current
from sotay.rendering.open_data.provenance import Provenance, provenance
from sotay.rendering.site_view import SiteView
from sotay.text.collation import sort_key
from sotay.text.legal_number import year_of
from sotay.usecases.publication import Entry


class Force(StrEnum):
    """How a legal document stands on the day, as far as its dates are known."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"
    ENDED = "ended"
    UNKNOWN = "unknown"


class LegalData(Value):
    """One legal document; a date that is not known for certain is left out."""

    number: str = Field(title="số hiệu", description="Số, ký hiệu văn bản.")
    title: str | None = Field(None, title="tên", description="Tên hoặc trích yếu.")
    issuer: str | None = Field(None, title="cơ quan ban hành", description="Cơ quan ban hành.")
    signed: date | None = Field(None, title="ngày ký", description="Ngày ký, nếu biết chắc.")
    effective: date | None = Field(None, title="hiệu lực từ", description="Ngày có hiệu lực, nếu biết chắc.")
    ends: date | None = Field(None, title="hết hiệu lực từ", description="Ngày đầu tiên không còn hiệu lực.")
    force: Force = Field(title="hiệu lực", description="Tình trạng vào ngày xét, theo những ngày đã biết.")
    replaces: tuple[str, ...] = Field(title="thay thế", description="Số hiệu văn bản bị thay thế.")
    amends: tuple[str, ...] = Field(title="sửa đổi", description="Số hiệu văn bản được sửa đổi.")
    source: str | None = Field(None, title="nguồn", description="Nơi các thông tin này được lấy.")
    cited_by: tuple[DocumentCode, ...] = Field(title="được viện dẫn tại", description="Mã hiệu tài liệu viện dẫn.")


class LegalFile(Value):
    """The whole file."""

    provenance: Provenance = Field(title="nguồn", description="Dữ liệu của ngày nào, từ đâu.")
    documents: tuple[LegalData, ...] = Field(
        title="văn bản", description="Các văn bản được viện dẫn, theo năm rồi theo số hiệu."
    )


def legal_file(view: SiteView) -> LegalFile:
    """Return the legal documents that something published cites; others of the register stay out."""
    register = view.publication.province.legal_by_number
    cited = citations(view)
    numbers = sorted(cited, key=lambda number: (year_of(number) or 0, sort_key(number)))
    day = view.publication.day
    return LegalFile(
        provenance=provenance(view.publication, view.site_url),
        documents=tuple(_document(number, register.get(number), cited[number], day) for number in numbers),
    )


def citations(view: SiteView) -> dict[str, tuple[str, ...]]:
    """Return who cites each legal document: codes of documents in force or approved, by number."""
    found: dict[str, dict[str, None]] = {}
    for agency in view.publication.agencies:
        for entry in filter(is_current, agency.entries):
            for number in _numbers(entry):
                found.setdefault(number, {})[entry.code] = None
    return {number: tuple(sorted(codes)) for number, codes in found.items()}


def _numbers(entry: Entry) -> Iterator[str]:
    """Every number that a document cites, and those on which an agency's own fees for it rest."""
    yield from cited_by(entry.control)
    own = (fee.legal_basis for override in entry.overrides for fee in override.fees)
    yield from (number for number in own if number)


def _document(number: str, known: LegalDocument | None, codes: tuple[str, ...], day: date) -> LegalData:
    if known is None:
        return LegalData(number=number, force=Force.UNKNOWN, replaces=(), amends=(), cited_by=codes)
    return LegalData.model_validate({**dict(known), "force": force_on(known, day), "cited_by": codes})


def force_on(document: LegalDocument, day: date) -> Force:
    """Return how a legal document stands on a day; unknown where the register does not know when it took effect."""
    if document.ends and document.ends <= day:
        return Force.ENDED
    if document.effective is None:
        return Force.UNKNOWN
    return Force.IN_FORCE if document.effective <= day else Force.UPCOMING
