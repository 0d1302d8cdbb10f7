"""The open data as it is published: beside the pages, linked from them, and the same facts."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from rdflib import RDF, Graph

from tests.site.test_pages import page
from tests.support.builders import COMMUNE, OWNER
from tests.support.open_data import CPSV, SITE

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def told(html: str) -> Any:
    """What a page tells programs."""
    (found,) = _DATA.findall(html)
    return json.loads(found)


def test_the_page_on_the_data_leads_to_every_file_and_the_footer_leads_to_it(built: Path) -> None:
    html = page(built, "du-lieu-mo")
    linked = set(re.findall(r'href="\.\./(api/[^"]+)"', html))
    files = {path.relative_to(built).as_posix() for path in (built / "api").rglob("*") if path.is_file()}
    assert linked == files
    assert 'href="du-lieu-mo/"' in page(built, "")
    assert not (built / OWNER / "api").exists()


def test_every_file_names_a_schema_that_is_there(built: Path) -> None:
    for path in (built / "api").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))["$schema"]
        assert (path.parent / schema).is_file(), path.name


def test_every_address_in_the_data_is_a_page(built: Path) -> None:
    content = json.loads((built / "api/procedures.json").read_text(encoding="utf-8"))
    addresses = [one["address"] for one in content["procedures"]]
    addresses += [one["address"] for procedure in content["procedures"] for one in procedure["performers"]]
    for agency in (COMMUNE, OWNER):
        content = json.loads((built / f"api/{agency}.json").read_text(encoding="utf-8"))
        addresses += [one["address"] for one in (*content["procedures"], *content["documents"])]
    assert len(addresses) > 8
    assert [address for address in addresses if not (built / address / "index.html").is_file()] == []


def test_every_service_of_the_linked_data_is_named_after_a_page(built: Path) -> None:
    graph = Graph().parse(built / "api/cpsv-ap.ttl", format="turtle")
    services = [str(one) for one in graph.subjects(RDF.type, CPSV.PublicService)]
    content = json.loads((built / "api/procedures.json").read_text(encoding="utf-8"))
    assert len(services) == len(content["procedures"]) > 2
    for service in services:
        address = service.removeprefix(SITE).partition("#")[0]
        assert (built / address / "index.html").is_file()


def test_a_spreadsheet_knows_the_letters_of_the_table(built: Path) -> None:
    assert (built / "api/thu-tuc.csv").read_bytes().startswith(b"\xef\xbb\xbfM")


def test_pages_tell_programs_what_they_tell_people(built: Path) -> None:
    for address in ("", "thu-tuc/1.001193", f"{COMMUNE}/thu-tuc/1.001193", COMMUNE, "du-lieu-mo"):
        html = page(built, address)
        data = told(html)
        assert data["@context"] == "https://schema.org"
    service = told(page(built, "thu-tuc/1.001193"))["@graph"][0]
    assert service["@type"] == "GovernmentService"
    assert service["name"] in unescape(page(built, "thu-tuc/1.001193"))
