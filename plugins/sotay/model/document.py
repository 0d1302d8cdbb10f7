"""A controlled document: its control block, its data, its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from markdown_it.token import Token
from pydantic import Field

from sotay.model.procedure import (
    Applicant,
    Authority,
    Channel,
    Dossier,
    Fee,
    Level,
    NationalRecord,
    Related,
    Result,
    Step,
    TimeLimit,
)
from sotay.model.schema import Date, DocumentCode, Identifier, NationalCode, Sha256, Text, Texts, Value, key
from sotay.model.source import Place, Source
from sotay.model.version import Version, VersionKey


class DocumentKind(StrEnum):
    """Loại tài liệu."""

    PROCEDURE = "procedure"
    INTERNAL_PROCEDURE = "internal_procedure"
    MANUAL = "manual"
    POLICY = "policy"
    OBJECTIVES = "objectives"
    INSTRUCTION = "instruction"
    FORM = "form"
    MODEL = "model"


class Access(StrEnum):
    """Chế độ công khai."""

    PUBLIC = "public"
    INTERNAL = "internal"


_PROCEDURE = ("procedure",)
_ALL = ("*",)


class Risk(StrEnum):
    """Mức rủi ro: how soon a document must be reviewed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AttachedFile(Value):
    """A file that belongs to a form, such as its Word version, and what it must be byte for byte."""

    file: Text = Field(title="tệp", description="Tên tệp, đặt cùng thư mục với tài liệu.")
    sha256: Sha256 = Field(title="mã băm", description="SHA-256 của tệp.")


class Document(Value):
    """The front matter of a controlled document (TCVN ISO 9001:2015, 7.5.2; NĐ 63/2010/NĐ-CP, Điều 8).

    Every key is optional here, so that a file with faults can still be looked at whole;
    which kind must state which key is said by each key's `required_for`.
    """

    code: DocumentCode | None = key("mã hiệu", "Mã hiệu duy nhất, trùng với tên tệp.", required=_ALL)
    title: str | None = key("tên", "Tên tài liệu.", required=_ALL)
    kind: DocumentKind | None = key("loại", "Loại tài liệu.", required=_ALL)
    version: VersionKey | None = key("lần ban hành.sửa đổi", 'Trong nháy, ví dụ "2.1".', required=_ALL)
    owner: Identifier | None = key("đơn vị chủ trì", "Mã cơ quan chịu trách nhiệm về tài liệu.", required=_ALL)
    prepared_by: str | None = key("soạn thảo", "Mã người soạn thảo.", required=_ALL)
    reviewed_by: str | None = key("xem xét", "Mã người xem xét.", required=_ALL)
    approver: str | None = key("phê duyệt", "Mã người phê duyệt.", required=_ALL)
    decision: str | None = key(
        "ban hành kèm theo", "Số quyết định ban hành; bỏ trống khi còn là dự thảo.", required=_ALL
    )
    approved_date: Date | None = key("ngày ban hành", "Ngày ký quyết định ban hành.", required=_ALL)
    effective_date: Date | None = key("ngày hiệu lực", "Ngày bắt đầu có hiệu lực.", required=_ALL)
    valid_to: Date | None = key("hiệu lực đến", "Ngày cuối cùng có hiệu lực; chỉ ghi cho tài liệu tạm thời.")
    review_by: Date | None = key("soát xét trước ngày", "Ngày phải soát xét xong.")
    review_every: str | None = key("chu kỳ soát xét", "6m, 1y hoặc 3y tùy mức rủi ro.")
    risk: Risk | None = key("mức rủi ro", "Cao, trung bình hay thấp; mức càng cao thì soát xét càng thường xuyên.")
    changes: str | None = key("nội dung sửa đổi", "Một câu công khai về thay đổi của lần này.", required=_ALL)
    replaces: tuple[DocumentCode, ...] = key("thay thế", "Mã hiệu các tài liệu bị thay thế.", default=())
    iso_clauses: tuple[str, ...] = key("điều khoản", "Điều khoản của tiêu chuẩn.", default=())
    template: str | None = key("mẫu", "Mẫu bố cục mà tài liệu tuân theo.")
    model: str | None = key("mô hình", "Mô hình khung sinh ra nội dung, dạng MÃ@BẢN.")
    values: Mapping[str, Texts] = key("giá trị", "Giá trị riêng điền vào mô hình.", default={})
    access: Access = key("chế độ công khai", "Công khai hoặc nội bộ.", default=Access.PUBLIC)
    retention: str | None = key("thời hạn lưu", "Thời hạn và nơi lưu hồ sơ.")
    attachments: tuple[AttachedFile, ...] = key(
        "tệp đính kèm", "Tệp Word, PDF của biểu mẫu.", kinds=("form",), default=()
    )

    tthc: tuple[NationalCode, ...] = key(
        "mã thủ tục", "Mã trong Cơ sở dữ liệu quốc gia về TTHC.", required=_PROCEDURE, kinds=_PROCEDURE, default=()
    )
    national_record: NationalRecord | None = key("bản ghi quốc gia", "Nguồn dữ liệu quốc gia.", kinds=_PROCEDURE)
    field: Identifier | None = key(
        "lĩnh vực", "Mã lĩnh vực trong procedures/fields.yml.", required=_PROCEDURE, kinds=_PROCEDURE
    )
    levels: tuple[Level, ...] = key("cấp thực hiện", "Các cấp.", required=_PROCEDURE, kinds=_PROCEDURE, default=())
    applicants: tuple[Applicant, ...] = key(
        "đối tượng", "Đối tượng thực hiện.", required=_PROCEDURE, kinds=_PROCEDURE, default=()
    )
    authority: Authority | None = key("cơ quan", "Cơ quan thực hiện.", required=_PROCEDURE, kinds=_PROCEDURE)
    channels: tuple[Channel, ...] = key("cách thức", "Các cách thức nộp hồ sơ.", kinds=_PROCEDURE, default=())
    time_limit: TimeLimit | None = key("thời hạn", "Thời hạn chung của các cách thức.", kinds=_PROCEDURE)
    fees: tuple[Fee, ...] = key("phí, lệ phí", "Mức thu chung của các cách thức.", kinds=_PROCEDURE, default=())
    dossier: Dossier | None = key("hồ sơ", "Thành phần và số bộ hồ sơ.", kinds=_PROCEDURE)
    steps: tuple[Step, ...] = key(
        "các bước", "Quy trình nội bộ.", kinds=("procedure", "internal_procedure"), default=()
    )
    results: tuple[Result, ...] = key(
        "kết quả", "Kết quả trả cho người dân.", required=_PROCEDURE, kinds=_PROCEDURE, default=()
    )
    conditions: tuple[str, ...] = key("yêu cầu, điều kiện", "Yêu cầu, điều kiện.", kinds=_PROCEDURE, default=())
    legal_basis: tuple[str, ...] = key("căn cứ pháp lý", "Số hiệu văn bản.", required=_PROCEDURE, default=())
    related: Related | None = key("liên quan", "Thủ tục liên quan.", kinds=_PROCEDURE, editorial=True)
    keywords: tuple[str, ...] = key("từ khóa", "Từ người dân hay gõ.", editorial=True, default=())
    staff_notes: tuple[str, ...] = key(
        "ghi chú nội bộ", "Lời nhắc cho người làm; chỉ có trong ấn bản nội bộ.", editorial=True, default=()
    )

    def time_limit_of(self, channel: Channel) -> TimeLimit | None:
        """The time limit that holds for a channel: its own, else the procedure's."""
        return channel.time_limit or self.time_limit

    def fees_of(self, channel: Channel) -> tuple[Fee, ...]:
        """The fees that hold for a channel: its own, else the procedure's."""
        return channel.fees or self.fees


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body."""

    level: int
    """1 to 6."""
    title: str
    """Plain text."""
    anchor: str
    """The address within the page."""
    line: int
    """Line in the file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown text of a document, parsed once: what is checked is what is rendered and compared."""

    text: str
    """The Markdown source."""
    first_line: int
    """The line of the file on which it starts, counted from 1."""
    tokens: tuple[Token, ...]
    """The token stream of markdown-it."""
    sections: tuple[Section, ...]
    """Its headings, in order."""


@dataclass(frozen=True)
class DocumentFile:
    """A controlled document as a file of the working tree or of history."""

    source: Source
    """The file and its faults of form."""
    control: Document
    """The front matter, as far as it could be read."""
    body: Body
    """The text as written in the file."""
    expanded: Body | None = None
    """The text that a model and this document's values give, if it has a model."""

    @cached_property
    def code(self) -> str:
        """Its code; where the file states none, its file name, which must be the same."""
        return self.control.code or self.source.name

    @property
    def version(self) -> Version | None:
        """Its version, if stated."""
        return self.control.version

    @property
    def text(self) -> Body:
        """The text that is published: expanded from its model, or as written."""
        return self.expanded or self.body

    @property
    def is_draft(self) -> bool:
        """Whether no decision, approval date or effective date is claimed yet."""
        control = self.control
        return not (control.decision or control.approved_date or control.effective_date)

    @property
    def is_public(self) -> bool:
        """Whether it may appear in public output."""
        return self.control.access is Access.PUBLIC

    def place(self, *keys: str | int) -> Place:
        """The place of a key in the file."""
        return self.source.place(*keys)

    @property
    def address(self) -> str:
        """Its name in addresses: the national code if it has exactly one, else its own code."""
        return self.control.tthc[0] if len(self.control.tthc) == 1 else self.code
