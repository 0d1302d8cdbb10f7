"""The page on the open data, for people: what there is, how current it is, what may be done with it, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sotay.rendering.addresses import OPEN_DATA
from sotay.rendering.open_data.files import INDEX, data_sets
from sotay.rendering.open_data.index import NOT_LINKED, DataSet, MediaType, reuse_words
from sotay.rendering.open_data.schemas import DATA_KINDS, data_schema, schema_address
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.structured_data.open_data import dataset_things
from sotay.rendering.validity import known_words
from sotay.text.wording import date_words, mid_sentence

TITLE: Final = "Dữ liệu mở"
_FORMS: Final = {
    MediaType.JSON: "JSON",
    MediaType.CSV: "CSV",
    MediaType.TURTLE: "Turtle",
    MediaType.JSON_LD: "JSON-LD",
    MediaType.ATOM: "Atom",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """What there is about one thing, in all its forms."""

    title: str
    files: tuple[Link, ...]
    schema: Link | None


def open_data_page(view: SiteView) -> SitePage:
    """Return the page on the open data of the portal."""
    sets = tuple(data_sets(view))
    province = mid_sentence(view.publication.province.settings.value.name)
    description = f"Thủ tục, cơ quan và văn bản của {province} ở dạng máy đọc được: JSON, CSV, dữ liệu liên kết"
    return view.page(
        OPEN_DATA,
        TITLE,
        PageKind.TEXT,
        Fill(
            "open_data.html",
            {
                "crumbs": view.crumbs(OPEN_DATA),
                "whole": tuple(_rows([one for one in sets if one.agency is None], view)),
                "agencies": tuple(_rows([one for one in sets if one.agency], view)),
                "index": _link(INDEX, view),
                "schemas": tuple(_schemas(view)),
                "known": known_words(view.publication),
                "reuse": reuse_words(view),
                "no_linked_data": NOT_LINKED,
                "is_linked": view.site_url is not None,
                "citation": _citation(view),
            },
        ),
        things=dataset_things(view, TITLE, description, sets),
        description=description,
    )


def _rows(sets: Sequence[DataSet], view: SiteView) -> Iterator[FileRow]:
    """One row for each thing; its forms stand together."""
    for title in dict.fromkeys(one.title for one in sets):
        together = [one for one in sets if one.title == title]
        links = tuple(_file(one, view) for one in together)
        schema = next((one.schema_address for one in together if one.schema_address), None)
        yield FileRow(title, links, _link(schema, view) if schema else None)


def _file(one: DataSet, view: SiteView) -> Link:
    """A link that is told apart from its like by those who hear it."""
    link = _link(one.address, view)
    return Link(_FORMS[one.media_type], link.href, one.title)


def _link(address: str, view: SiteView) -> Link:
    """A link to a file; what links to folders adds a slash at the end."""
    return Link(address, view.at(OPEN_DATA).here(address).rstrip("/"))


def _schemas(view: SiteView) -> Iterator[Link]:
    for kind in DATA_KINDS:
        link = _link(schema_address(kind), view)
        yield Link(data_schema(kind)["title"], link.href, link.label)


def _citation(view: SiteView) -> str:
    """How to name the data: whose, what, of which day and commit, and where."""
    publication = view.publication
    parts = [publication.province.settings.value.name, "Danh mục thủ tục hành chính"]
    parts.append(f"dữ liệu ngày {date_words(publication.day)}")
    if publication.revision:
        parts.append(f"phiên bản {publication.revision.commit}")
    if view.site_url:
        parts.append(view.whole(OPEN_DATA))
    return ", ".join(parts)
