"""A decision: the only thing that puts a version into force."""

from __future__ import annotations

from enum import StrEnum
from itertools import takewhile

from pydantic import Field

from sotay.model.schema import Date, DecisionNumber, DocumentCode, Identifier, Sha256, Value
from sotay.model.version import VersionKey


class DecisionKind(StrEnum):
    """What a decision is for."""

    ISSUE = "issue"
    ADOPT = "adopt"
    LOCAL_TERMS = "local_terms"
    CONFORMITY = "conformity"


class Action(StrEnum):
    """What a decision does with one document."""

    ISSUE = "issue"
    ADOPT = "adopt"
    WITHDRAW = "withdraw"
    OVERRIDE = "override"


class DecisionItem(Value):
    """One document in a decision."""

    code: DocumentCode = Field(title="mã hiệu", description="Mã hiệu tài liệu.")
    action: Action = Field(title="việc", description="Ban hành, áp dụng, bãi bỏ hay cho phép quy định riêng.")
    version: VersionKey | None = Field(None, title="bản", description="Bản được ban hành hoặc áp dụng.")
    fingerprint: Sha256 | None = Field(None, title="dấu vân tay", description="SHA-256 của nội dung được phê duyệt.")
    valid_to: Date | None = Field(None, title="hiệu lực đến", description="Ngày cuối cùng, nếu chỉ ban hành tạm thời.")


class Scan(Value):
    """The scanned paper decision."""

    file: str = Field(title="tệp", description="Tên tệp quét.")
    sha256: Sha256 = Field(title="mã băm", description="SHA-256 của tệp.")


class Decision(Value):
    """Quyết định (TCVN ISO 9001:2015, 7.5.2; TT 26/2014/TT-BKHCN, Điều 7)."""

    number: DecisionNumber = Field(title="số", description="Số, ký hiệu quyết định.")
    date: Date = Field(title="ngày ký", description="Ngày ký.")
    effective_date: Date = Field(title="ngày hiệu lực", description="Ngày bắt đầu có hiệu lực.")
    signed_by: Identifier = Field(title="người ký", description="Mã người ký trong agency.yml.")
    kind: DecisionKind = Field(title="loại", description="Loại quyết định.")
    subject: str | None = Field(None, title="trích yếu", description="Nội dung trích yếu.")
    documents: tuple[DecisionItem, ...] = Field((), title="tài liệu", description="Tài liệu kèm theo.")
    scan: Scan | None = Field(None, title="bản quét", description="Bản quét quyết định giấy.")
    signature: str | None = Field(
        None, title="chữ ký", description="Chữ ký SSH tách rời trên nội dung chuẩn hóa; do “sotay sign” ghi."
    )

    @property
    def serial(self) -> int:
        """The running number within the year, the first part of `number`."""
        return int("".join(takewhile(str.isdigit, self.number)))

    @property
    def sequence(self) -> tuple[Date, int, str]:
        """Its place among the agency's decisions: by the day it was signed, then by its running number."""
        return self.date, self.serial, self.number
