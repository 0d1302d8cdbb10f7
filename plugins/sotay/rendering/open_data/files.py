"""Every file of open data of the portal, with what the index says of it.

Reads: the portal.
Returns: files that are the same whenever and wherever they are made from the same publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.rendering.addresses import API, FEED
from sotay.rendering.open_data.agencies import agency_file
from sotay.rendering.open_data.catalogue_csv import catalogue_csv
from sotay.rendering.open_data.data_text import data_text
from sotay.rendering.open_data.decided import is_current
from sotay.rendering.open_data.index import DataSet, MediaType, index_file
from sotay.rendering.open_data.legal import legal_file
from sotay.rendering.open_data.linked.catalogue import catalogue_nodes
from sotay.rendering.open_data.linked.json_ld import json_ld
from sotay.rendering.open_data.linked.turtle import turtle
from sotay.rendering.open_data.procedures import address_at_agency, current_procedures, procedures_file
from sotay.rendering.open_data.schemas import DATA_KINDS, schema_address, schema_text
from sotay.rendering.site_page import DataFile
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import AgencyPublication

INDEX = f"{API}index.json"
_TAKEN = frozenset({"index", "procedures", "legal", "thu-tuc", "schema"})
"""Names of files that no agency's file may have."""
_PROCEDURES = "Mọi thủ tục của tỉnh"


def data_files(view: SiteView) -> tuple[DataFile, ...]:
    """Return all files of open data; linked data only where the portal has an address."""
    return (
        DataFile(INDEX, data_text(index_file(view, tuple(data_sets(view))), "data-index")),
        DataFile(f"{API}procedures.json", data_text(procedures_file(view), "data-procedures")),
        DataFile(f"{API}legal.json", data_text(legal_file(view), "data-legal")),
        DataFile(f"{API}thu-tuc.csv", _whole_table(view)),
        *_linked(view),
        *(file for agency in view.publication.agencies for file in _agency(agency, view)),
        *(DataFile(schema_address(kind), schema_text(kind)) for kind in DATA_KINDS),
    )


def _whole_table(view: SiteView) -> str:
    issued = (across.issued for across in current_procedures(view))
    return catalogue_csv(((entry, view.addresses.portal[entry.code]) for entry in issued), view)


def _agency(agency: AgencyPublication, view: SiteView) -> Iterator[DataFile]:
    yield DataFile(_address(agency, "json"), data_text(agency_file(agency, view), "data-agency"))
    performed = [entry for entry in agency.procedures if is_current(entry)]
    if performed:
        rows = ((entry, address_at_agency(entry, view)) for entry in performed)
        yield DataFile(_address(agency, "csv"), catalogue_csv(rows, view))


def _linked(view: SiteView) -> Iterator[DataFile]:
    if view.site_url:
        nodes = catalogue_nodes(view)
        yield DataFile(f"{API}cpsv-ap.ttl", turtle(nodes, view.site_url))
        yield DataFile(f"{API}cpsv-ap.jsonld", json_ld(nodes, view.site_url))


def _address(agency: AgencyPublication, ending: str) -> str:
    name = f"co-quan-{agency.id}" if agency.id in _TAKEN else agency.id
    return f"{API}{name}.{ending}"


def data_sets(view: SiteView) -> Iterator[DataSet]:
    """Yield what each file of open data holds."""
    schemas = {kind: schema_address(kind) for kind in DATA_KINDS}
    yield _json("procedures", _PROCEDURES, schemas["data-procedures"])
    yield DataSet(address=f"{API}thu-tuc.csv", title=_PROCEDURES, media_type=MediaType.CSV)
    yield _json("legal", "Văn bản pháp luật được viện dẫn", schemas["data-legal"])
    if view.site_url:
        linked = "Mọi thủ tục theo CPSV-AP 3.2"
        yield DataSet(address=f"{API}cpsv-ap.ttl", title=linked, media_type=MediaType.TURTLE)
        yield DataSet(address=f"{API}cpsv-ap.jsonld", title=linked, media_type=MediaType.JSON_LD)
        if any(agency.entries for agency in view.publication.agencies):
            yield DataSet(address=FEED, title="Thay đổi trong cả tỉnh", media_type=MediaType.ATOM)
    for agency in view.publication.agencies:
        yield from _agency_sets(agency, schemas["data-agency"])


def _agency_sets(agency: AgencyPublication, schema: str) -> Iterator[DataSet]:
    name = agency.agency.name
    yield DataSet(
        address=_address(agency, "json"),
        title=name,
        media_type=MediaType.JSON,
        schema_address=schema,
        agency=agency.id,
    )
    if any(is_current(entry) for entry in agency.procedures):
        csv = _address(agency, "csv")
        yield DataSet(address=csv, title=name, media_type=MediaType.CSV, agency=agency.id)


def _json(name: str, title: str, schema: str) -> DataSet:
    return DataSet(address=f"{API}{name}.json", title=title, media_type=MediaType.JSON, schema_address=schema)
