"""A province: its settings, and everything its repository says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import Field

from sotay.model.agency import Agency
from sotay.model.attachment import Attachment
from sotay.model.body import BodyRegister
from sotay.model.calendar import Calendar
from sotay.model.catalogue import CodeForm, FieldCatalogue, LifeEventCatalogue, TemplateCatalogue
from sotay.model.commune import CommuneRegister
from sotay.model.decision import Decision
from sotay.model.document import DocumentFile
from sotay.model.feedback import Feedback
from sotay.model.finding import Severity
from sotay.model.glossary import Glossary
from sotay.model.legal import LegalDocument, LegalRegister
from sotay.model.page import Page
from sotay.model.record import RECORDS, RecordFile
from sotay.model.release import Release
from sotay.model.schema import Date, DocumentCode, Flag, Identifier, RuleCode, Text, Value
from sotay.model.source import Place, Source


class Evidence(StrEnum):
    """What proves an approval."""

    DECISION = "decision"
    SIGNATURE = "signature"


class Role(Value):
    """A role that performs steps."""

    id: Identifier = Field(title="mã", description="Mã vai trò.")
    name: Text = Field(title="tên", description="Tên vai trò.")
    desk: Flag = Field(False, title="một cửa", description="Là Bộ phận Một cửa.")


class Partner(Value):
    """An agency outside this repository that takes part in steps (công an, bảo hiểm xã hội …)."""

    id: Identifier = Field(title="mã", description="Mã cơ quan.")
    name: Text = Field(title="tên", description="Tên cơ quan.")


class RulePolicy(Value):
    """How the province applies one rule: what it weighs, from when it holds, until when its findings may wait."""

    rule: RuleCode = Field(title="quy tắc", description="Mã quy tắc.")
    severity: Severity | None = Field(None, title="mức", description="error, warning hay advice thay cho mức mặc định.")
    applies_from: Date | None = Field(
        None, title="áp dụng từ", description="Tài liệu ban hành trước ngày này không phải theo."
    )
    grace_until: Date | None = Field(
        None, title="gia hạn đến", description="Đến hết ngày này, lỗi chỉ tính là cảnh báo."
    )
    reason: Text = Field(title="lý do", description="Vì sao, theo văn bản nào.")


class ReviewIntervals(Value):
    """Chu kỳ soát xét by risk: at the latest after so many months or years."""

    high: str = Field("6m", title="rủi ro cao", description="Ví dụ 6m.")
    medium: str = Field("1y", title="rủi ro trung bình", description="Ví dụ 1y.")
    low: str = Field("3y", title="rủi ro thấp", description="Ví dụ 3y.")


class ProvinceSettings(Value):
    """`sites/province.yml`."""

    name: Text = Field(title="tên", description="Tên tỉnh.")
    code: str = Field(title="mã", description="Mã tỉnh của Tổng cục Thống kê.")
    standard: str = Field(title="tiêu chuẩn", description="Tiêu chuẩn đang áp dụng.")
    notice: str | None = Field(None, title="thông báo", description="Dòng thông báo trên mọi trang.")
    about: str | None = Field(None, title="giới thiệu", description="Vì sao có thông báo đó.")
    evidence: Evidence = Field(Evidence.DECISION, title="bằng chứng", description="Bằng chứng phê duyệt.")
    evidence_from: Date | None = Field(
        None,
        title="bằng chứng từ ngày",
        description="Quyết định ký từ ngày này phải có chữ ký số, nếu evidence là signature; bỏ trống là tất cả.",
    )
    roles: tuple[Role, ...] = Field((), title="vai trò", description="Vai trò thực hiện các bước.")
    partners: tuple[Partner, ...] = Field((), title="cơ quan phối hợp", description="Cơ quan ngoài kho tài liệu.")
    codes: tuple[CodeForm, ...] = Field((), title="dạng mã hiệu", description="Dạng mã hiệu của từng loại tài liệu.")
    review: ReviewIntervals = Field(
        default_factory=ReviewIntervals, title="chu kỳ soát xét", description="Chu kỳ dài nhất theo mức rủi ro."
    )
    most_used: tuple[DocumentCode, ...] = Field(
        (), title="thường làm", description="Mã hiệu các thủ tục đặt ở trang đầu của Cổng, theo thứ tự."
    )
    feedback: Feedback | None = Field(
        None,
        title="phản ánh, kiến nghị",
        description="Nơi nhận phản ánh về thủ tục của cơ quan nào không nêu nơi riêng.",
    )
    data_terms: str | None = Field(
        None, title="điều khoản dữ liệu", description="Điều khoản dùng lại dữ liệu mở của Cổng, do tỉnh quyết định."
    )
    rules: tuple[RulePolicy, ...] = Field(
        (), title="áp dụng quy tắc", description="Mức, ngày áp dụng và thời gian gia hạn của từng quy tắc."
    )

    def demands_signature(self, day: date) -> bool:
        """Return whether a decision of a day counts only with a valid signature."""
        return self.evidence is Evidence.SIGNATURE and (self.evidence_from is None or day >= self.evidence_from)


ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True)
class FileOf(Generic[ValueT]):
    """A value with the file it was read from."""

    source: Source
    """The file and its faults of form."""
    value: ValueT
    """What it says, as far as it could be read."""

    @property
    def is_faulty(self) -> bool:
        """Whether reading refused a part, so that nothing can be concluded from what it does not say."""
        return bool(self.source.problems)

    def place(self, *keys: str | int) -> Place:
        """The place of a key in the file."""
        return self.source.place(*keys)


@dataclass(frozen=True)
class AgencyFiles:
    """An agency and the decisions it took."""

    file: FileOf[Agency]
    """`agency.yml`."""
    decisions: tuple[FileOf[Decision], ...]
    """Its decisions, by date and number."""
    records: tuple[RecordFile, ...] = ()
    """Its records, by date and path."""

    @property
    def agency(self) -> Agency:
        """The agency itself."""
        return self.file.value

    @property
    def id(self) -> str:
        """Its id: the name of its folder."""
        return self.file.source.path.split("/")[-2]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files of the agency, its decisions and its records."""
        decisions = (decision.source for decision in self.decisions)
        return (self.file.source, *decisions, *(record.source for record in self.records))


@dataclass(frozen=True)
class Province:
    """Everything the repository of a province says, read once."""

    settings: FileOf[ProvinceSettings]
    calendar: FileOf[Calendar]
    fields: FileOf[FieldCatalogue]
    life_events: FileOf[LifeEventCatalogue]
    legal: FileOf[LegalRegister]
    agencies: tuple[AgencyFiles, ...]
    """By the agency's order, then id."""
    documents: tuple[DocumentFile, ...]
    """Library and agency documents of the working tree, by path."""
    pages: tuple[Page, ...] = ()
    """Hand-written pages of the portal."""
    templates: FileOf[TemplateCatalogue] = field(
        default_factory=lambda: FileOf(Source("procedures/templates.yml", ""), TemplateCatalogue())
    )
    bodies: FileOf[BodyRegister] = field(default_factory=lambda: FileOf(Source("sites/bodies.yml", ""), BodyRegister()))
    communes: FileOf[CommuneRegister] = field(
        default_factory=lambda: FileOf(Source("sites/communes.yml", ""), CommuneRegister())
    )
    glossary: FileOf[Glossary] = field(
        default_factory=lambda: FileOf(Source("procedures/glossary.yml", ""), Glossary())
    )
    attachments: tuple[Attachment, ...] = ()
    """Files beside the texts of the library and the sites, by path."""
    releases: tuple[FileOf[Release], ...] = ()
    """The releases that the province vouches for, by path."""
    unreadable: tuple[Source, ...] = ()
    """Files of which nothing usable could be read."""

    @cached_property
    def agency_ids(self) -> frozenset[str]:
        """The ids of all agencies, also of those whose file could not be read."""
        lost = {source.path.split("/")[1] for source in self.unreadable if source.path.endswith("/agency.yml")}
        return frozenset(self.agency_by_id) | lost

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all documents, also of those whose file could not be read."""
        texts = (source for source in self.unreadable if source.path.endswith(".md"))
        lost = {source.name for source in texts if f"/{RECORDS}/" not in source.path}
        return frozenset(self.document_by_code) | lost

    def is_uncertain(self, code: str) -> bool:
        """Return whether a document or its owner could not be read, so that nothing can be concluded about it."""
        document = self.document_by_code.get(code)
        if document is None:
            return code in self.codes
        return bool(document.source.problems) or document.control.owner not in self.agency_by_id

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every file that was read, by path."""
        registers = (
            self.settings, self.calendar, self.fields, self.life_events, self.legal, self.templates, self.bodies,
            self.glossary, self.communes,
        )  # fmt: skip
        sources = [register.source for register in registers]
        sources += [source for agency in self.agencies for source in agency.sources]
        sources += [document.source for document in self.documents]
        sources += [page.source for page in self.pages]
        sources += [release.source for release in self.releases]
        return tuple(sorted([*sources, *self.unreadable], key=lambda source: source.path))

    @cached_property
    def agency_by_id(self) -> Mapping[str, AgencyFiles]:
        """The agencies by id."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def document_by_code(self) -> Mapping[str, DocumentFile]:
        """The documents by code; of two with one code, the first."""
        return {document.code: document for document in reversed(self.documents)}

    @cached_property
    def legal_by_number(self) -> Mapping[str, LegalDocument]:
        """The register of legal documents by number."""
        return {document.number: document for document in self.legal.value.documents}

    @cached_property
    def role_by_id(self) -> Mapping[str, Role]:
        """The roles by id."""
        return {role.id: role for role in self.settings.value.roles}

    @cached_property
    def partner_by_id(self) -> Mapping[str, Partner]:
        """The partner agencies by id."""
        return {partner.id: partner for partner in self.settings.value.partners}
