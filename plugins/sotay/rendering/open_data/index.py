"""`api/index.json`: every file of open data, what it holds, and the schema that says what its keys mean."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field

from sotay.model.schema import Value
from sotay.rendering.open_data.provenance import Provenance, provenance
from sotay.rendering.site_view import SiteView


class MediaType(StrEnum):
    """The form of a file."""

    JSON = "application/json"
    CSV = "text/csv; charset=utf-8"
    TURTLE = "text/turtle"
    JSON_LD = "application/ld+json"
    ATOM = "application/atom+xml"


class DataSet(Value):
    """A file of open data."""

    address: str = Field(title="địa chỉ", description="Địa chỉ của tệp, tính từ Cổng.")
    title: str = Field(title="tên", description="Tệp có gì.")
    media_type: MediaType = Field(title="dạng", description="Dạng của tệp.")
    schema_address: str | None = Field(
        None, title="lược đồ", description="Địa chỉ lược đồ JSON Schema của tệp, tính từ Cổng."
    )
    agency: str | None = Field(None, title="cơ quan", description="Mã cơ quan, nếu tệp chỉ nói về một cơ quan.")


class IndexFile(Value):
    """The whole file."""

    provenance: Provenance = Field(title="nguồn", description="Dữ liệu của ngày nào, từ đâu.")
    reuse: str = Field(title="dùng lại", description="Điều khoản dùng lại dữ liệu.")
    linked_data: str = Field(title="dữ liệu liên kết", description="Có dữ liệu liên kết không; nếu không thì vì sao.")
    files: tuple[DataSet, ...] = Field(title="tệp", description="Mọi tệp dữ liệu mở của Cổng.")


LINKED = "Danh mục thủ tục theo CPSV-AP 3.2, dạng Turtle và JSON-LD."
NOT_LINKED = (
    "Không có dữ liệu liên kết: Cổng chưa đặt địa chỉ (site_url trong mkdocs.yml), "
    "nên chưa thể đặt tên cho từng thủ tục."
)
NO_TERMS = (
    "Tỉnh chưa nêu điều khoản riêng cho việc dùng lại dữ liệu này; "
    "muốn biết được dùng đến đâu, ông, bà hỏi cơ quan quản lý Cổng."
)


def index_file(view: SiteView, files: Sequence[DataSet]) -> IndexFile:
    """Return the list of all files, and what may be done with them."""
    return IndexFile(
        provenance=provenance(view.publication, view.site_url),
        reuse=reuse_words(view),
        linked_data=LINKED if view.site_url else NOT_LINKED,
        files=tuple(files),
    )


def reuse_words(view: SiteView) -> str:
    """Return the terms of reuse that the province states, or that it states none."""
    return view.publication.province.settings.value.data_terms or NO_TERMS
