"""The register of legal documents (tài liệu có nguồn gốc bên ngoài)."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

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

    @cached_property
    def changed_by(self) -> Mapping[str, tuple[LegalDocument, ...]]:
        """The documents that replace or amend a document, by its number; itself is never among them."""
        changes: defaultdict[str, list[LegalDocument]] = defaultdict(list)
        for document in self.documents:
            for number in dict.fromkeys((*document.replaces, *document.amends)):
                if number != document.number:
                    changes[number].append(document)
        return {number: tuple(documents) for number, documents in changes.items()}

    def successor_of(self, number: str) -> LegalDocument | None:
        """Return the document that replaces another, or None if the register names none."""
        return next((new for new in self.changed_by.get(number, ()) if number in new.replaces), None)


def three_months_after(day: date) -> date:
    """Return the same day of the month three months on, or the last of that month if it has no such day."""
    years, month = divmod(day.month + 2, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
