"""What governs the document: version, decision, dates, people, review, template, how it is kept and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sotay.deadlines.review import months_of
from sotay.model.document import Document
from sotay.model.procedure import NationalRecord
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, as_change
from sotay.redline.fields.facets import Facet, differences, quoted_text, worded
from sotay.redline.fields.listing import listing_change
from sotay.redline.names import Names

_MONTHS_A_YEAR = 12
_LISTS: Mapping[str, str] = {"replaces": "tài liệu bị thay thế", "iso_clauses": "điều khoản của tiêu chuẩn"}


def control_changes(old: Document, new: Document, names: Names) -> Iterator[FieldChange]:
    """Yield what changed in how the document is governed; none of it changes what a citizen must do."""
    for facet in _facets(names):
        if any(getattr(old, key) != getattr(new, key) for key in facet.keys):
            yield from (as_change(facet.keys[0], told, matters=False) for told in facet.tell(old, new))
    for key, subject in _LISTS.items():
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield listing_change(key, subject, before, after, matters=False)


def control_keys() -> frozenset[str]:
    """Return the keys that `control_changes` tells."""
    return frozenset(key for facet in _facets(Names()) for key in facet.keys) | frozenset(_LISTS)


def _facets(names: Names) -> tuple[Facet, ...]:
    return (
        worded("version", "bản"),
        worded("effective_date", "ngày hiệu lực"),
        worded("valid_to", "ngày cuối cùng có hiệu lực"),
        worded("decision", "quyết định ban hành"),
        worded("approved_date", "ngày ban hành"),
        quoted_text("changes", "nội dung sửa đổi"),
        worded("code", "mã hiệu"),
        worded("kind", "loại tài liệu"),
        worded("access", "chế độ công khai"),
        worded("owner", "đơn vị chủ trì", names.agency),
        _person("prepared_by", "người soạn thảo", names),
        _person("reviewed_by", "người xem xét", names),
        _person("approver", "người phê duyệt", names),
        worded("review_by", "ngày phải soát xét xong"),
        worded("review_every", "chu kỳ soát xét", _interval_words),
        worded("risk", "mức rủi ro"),
        worded("template", "mẫu bố cục"),
        worded("model", "mô hình khung"),
        Facet(("values",), _values),
        quoted_text("retention", "thời hạn và nơi lưu hồ sơ"),
        Facet(("national_record",), _national_record),
    )


def _person(key: str, subject: str, names: Names) -> Facet:
    def tell(old: Document, new: Document) -> Iterator[Difference]:
        yield Difference(subject, name(old), name(new))

    def name(control: Document) -> str:
        person: str | None = getattr(control, key)
        return names.person(control.owner, person) if person else ""

    return Facet((key,), tell)


def _interval_words(interval: str) -> str:
    months = months_of(interval)
    if months is None:
        return interval
    years, rest = divmod(months, _MONTHS_A_YEAR)
    return f"{months} tháng" if rest else f"{years} năm"


def _values(old: Document, new: Document) -> Iterator[Difference]:
    for name in dict.fromkeys([*old.values, *new.values]):
        before, after = old.values.get(name, ()), new.values.get(name, ())
        if before != after:
            yield Difference(f"giá trị “{name}” của mô hình khung", "; ".join(before), "; ".join(after), is_text=True)


def _national_record(old: Document, new: Document) -> Iterator[Difference]:
    before: Any = old.national_record or NationalRecord()
    after: Any = new.national_record or NationalRecord()
    facets = (
        worded("decision", "quyết định công bố thủ tục"),
        worded("as_of", "thời điểm của bản ghi quốc gia"),
        worded("compared_on", "ngày đối chiếu với bản ghi quốc gia"),
    )
    yield from differences(before, after, facets, "bản ghi quốc gia")
