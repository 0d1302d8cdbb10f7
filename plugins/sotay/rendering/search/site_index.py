"""The index of a site: every procedure it shows, and on the site of an agency its other documents.

Reads: a site's view of the publication.
Returns: the data file; nothing that is not in the publication can appear.
"""

from __future__ import annotations

from collections.abc import Iterable

from sotay.model.document import DocumentKind
from sotay.rendering.listing import OTHER_FIELD
from sotay.rendering.search.packing import packed
from sotay.rendering.search.searched import Searched, searched_document, searched_procedure
from sotay.rendering.site_page import DataFile
from sotay.rendering.site_view import SiteView
from sotay.text.collation import sort_key
from sotay.usecases.publication import AgencyPublication, Entry, Publication

SEARCH_INDEX = "tim-kiem/index.json"
"""Where every site has it."""
OTHER = "linh-vuc-khac"
"""Stands for the field of procedures that name none of the catalogue."""


def search_index(view: SiteView) -> DataFile:
    """Return the index of a site: of an agency, or of the portal."""
    documents = _of_agency(view.agency, view) if view.agency else _of_portal(view)
    publication = view.publication
    known = sorted(publication.province.fields.value.entries, key=lambda field: (field.order, field.id))
    content = packed(
        sorted(documents, key=_by_title),
        [*((field.id, field.name) for field in known), (OTHER, OTHER_FIELD)],
        [(agency.id, agency.agency.short_name) for agency in publication.agencies],
        publication.province.glossary.value,
    )
    return DataFile(SEARCH_INDEX, content)


def _of_portal(view: SiteView) -> Iterable[Searched]:
    publication = view.publication
    for across in publication.procedures:
        entry, address = across.issued, view.addresses.portal[across.issued.code]
        yield searched_procedure(entry, address, _field(entry, publication), publication.day, across.performers)


def _of_agency(agency: AgencyPublication, view: SiteView) -> Iterable[Searched]:
    addresses, publication = view.addresses.by_agency[agency.id], view.publication
    for entry in agency.entries:
        address = addresses[entry.code]
        if entry.kind is DocumentKind.PROCEDURE:
            yield searched_procedure(entry, address, _field(entry, publication), publication.day)
        else:
            yield searched_document(entry, address)


def _field(entry: Entry, publication: Publication) -> str:
    known = {field.id for field in publication.province.fields.value.entries}
    return entry.control.field if entry.control.field in known else OTHER


def _by_title(one: Searched) -> tuple[object, ...]:
    return one.kind is not DocumentKind.PROCEDURE, sort_key(one.title), one.codes
