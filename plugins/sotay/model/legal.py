"""The register of legal documents (tài liệu có nguồn gốc bên ngoài)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from sotay.model.schema import Date, Value


class LegalDocument(Value):
    """A law, decree, circular or resolution that the documents cite; an unknown date stays out, never guessed."""

    number: str = Field(title="số hiệu", description="Số, ký hiệu văn bản.")
    title: str = Field(title="tên", description="Tên hoặc trích yếu.")
    issuer: str = Field(title="cơ quan ban hành", description="Cơ quan ban hành.")
    signed: Date | None = Field(None, title="ngày ký", description="Ngày ký, nếu biết chắc.")
    effective: Date | None = Field(None, title="hiệu lực từ", description="Ngày có hiệu lực, nếu biết chắc.")
    ends: Date | None = Field(None, title="hết hiệu lực từ", description="Ngày đầu tiên không còn hiệu lực.")
    replaces: tuple[str, ...] = Field((), title="thay thế", description="Số hiệu văn bản bị thay thế.")
    amends: tuple[str, ...] = Field((), title="sửa đổi", description="Số hiệu văn bản được sửa đổi.")
    source: str = Field(title="nguồn", description="Nơi các thông tin này được lấy.")

    def in_force(self, day: date) -> bool:
        """Return False only where a stated date says that it is not in force on a day."""
        started = self.effective is None or self.effective <= day
        return started and (self.ends is None or day < self.ends)


class LegalRegister(Value):
    """`procedures/legal.yml`."""

    documents: tuple[LegalDocument, ...] = Field((), title="văn bản", description="Các văn bản được viện dẫn.")
