"""A record: the evidence that something was done. It is kept, not versioned, so no decision puts it into force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from sotay.model.document import AttachedFile, Body
from sotay.model.schema import Date, DocumentCode, Identifier, Text, Value
from sotay.model.source import Place, Source

RECORDS = "records"
"""The folder of an agency that holds its records, and the files that they name."""


class RecordKind(StrEnum):
    """Loại hồ sơ."""

    INTERNAL_AUDIT = "internal_audit"
    MANAGEMENT_REVIEW = "management_review"
    NONCONFORMITY = "nonconformity"
    INSPECTION = "inspection"
    TRAINING = "training"
    CONFORMITY = "conformity"


class Record(Value):
    """The front matter of a record (TCVN ISO 9001:2015, 7.5.3; TT 26/2014/TT-BKHCN, Điều 36 and 39)."""

    kind: RecordKind = Field(title="loại", description="Việc mà hồ sơ là bằng chứng.")
    title: Text = Field(title="tên", description="Tên hồ sơ, ví dụ Báo cáo đánh giá nội bộ năm 2026.")
    number: str | None = Field(None, title="số, ký hiệu", description="Số, ký hiệu của văn bản giấy, nếu có.")
    date: Date = Field(title="ngày lập", description="Ngày ký, hoặc ngày việc được ghi lại đã xong.")
    responsible: Identifier = Field(
        title="người chịu trách nhiệm", description="Mã người lập và giữ hồ sơ, trong people của cơ quan."
    )
    documents: tuple[DocumentCode, ...] = Field(
        (), title="tài liệu liên quan", description="Mã hiệu các tài liệu mà hồ sơ này là bằng chứng."
    )
    due: Date | None = Field(None, title="hạn khắc phục", description="Ngày phải khắc phục xong.")
    closed_on: Date | None = Field(
        None, title="khắc phục xong", description="Ngày đã khắc phục xong và được xác nhận; còn mở thì bỏ trống."
    )
    retention: str | None = Field(None, title="thời hạn lưu", description="Thời hạn và nơi lưu hồ sơ giấy.")
    attachments: tuple[AttachedFile, ...] = Field(
        (), title="tệp đính kèm", description="Bản quét, biên bản, danh sách; đặt cùng thư mục với hồ sơ."
    )


@dataclass(frozen=True)
class RecordFile:
    """A record as a file of the working tree."""

    source: Source
    """The file and its faults of form."""
    value: Record
    """The front matter."""
    body: Body
    """The text."""

    @property
    def path(self) -> str:
        """Where it lies below the agency's folder of records, without ending."""
        return self.source.path.split("/", 3)[-1].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The folder in which it lies, and the files that it names."""
        return self.source.path.rpartition("/")[0]

    def place(self, *keys: str | int) -> Place:
        """The place of a key in the file."""
        return self.source.place(*keys)
