"""The open data of a province in memory, as the portal would publish it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rdflib import Graph, Namespace

from sotay.model.release import Edition
from sotay.rendering.addresses import Addresses
from sotay.rendering.open_data.files import data_files
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import Archive

SITE = "https://sotay.example/"
CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
TV = Namespace(f"{SITE}du-lieu-mo/#")


def published(archive: Archive, day: date, edition: Edition = Edition.PUBLIC) -> Publication:
    """Return what a province publishes on a day."""
    return publish_province(archive.examined(day), None, edition)


def data_of(publication: Publication, site_url: str | None = SITE) -> dict[str, str]:
    """Return the files of open data by their addresses below `api/`."""
    view = SiteView(publication, Addresses(publication), site_url=site_url)
    return {file.address.removeprefix("api/"): file.content for file in data_files(view)}


def json_of(publication: Publication, name: str) -> Any:
    """Return one file of open data."""
    return json.loads(data_of(publication)[name])


def graph_of(files: dict[str, str], name: str = "cpsv-ap.ttl") -> Graph:
    """Return the linked data, read by a library that had no part in writing it."""
    return Graph().parse(data=files[name], format="json-ld" if name.endswith("jsonld") else "turtle")
