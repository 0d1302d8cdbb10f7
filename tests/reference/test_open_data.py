"""The reference province as open data: complete, true to its schemas and to CPSV-AP, the same each time."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import jsonschema
import pytest
from rdflib import RDF, Graph

from sotay.engine.prepare import prepare
from sotay.usecases.publication import Publication
from tests.support.command import REPOSITORY
from tests.support.cpsv_ap import faults, undescribed
from tests.support.open_data import CPSV, SITE, data_of, graph_of

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""That is how rdflib itself reads JSON-LD."""

COMPLETE = """
PREFIX cpsv: <http://purl.org/vocab/cpsv#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tv: <https://sotay.example/du-lieu-mo/#>
SELECT DISTINCT ?service WHERE {
  ?service a cpsv:PublicService ;
    dct:identifier ?identifier ; dct:title ?title ; dct:description ?description ;
    cv:hasCompetentAuthority/skos:prefLabel ?authority ;
    cv:hasCost/dct:description ?cost ;
    cpsv:hasInput/dct:title ?paper ;
    cpsv:produces/dct:title ?output ;
    cv:hasLegalResource/dct:title ?law .
  FILTER EXISTS { ?service cv:hasChannel ?any }
  FILTER NOT EXISTS {
    ?service cv:hasChannel ?channel .
    FILTER NOT EXISTS { ?channel tv:thoi-han [ time:numericDuration ?number ; time:unitType ?unit ] }
  }
}
"""
"""The services that have everything that is asked: every one of their channels has a time limit, too."""


@pytest.fixture(scope="module")
def publication() -> Publication:
    return prepare(REPOSITORY, date(2026, 11, 21)).publication


@pytest.fixture(scope="module")
def files(publication: Publication) -> dict[str, str]:
    return data_of(publication)


@pytest.fixture(scope="module")
def graph(files: dict[str, str]) -> Graph:
    return graph_of(files)


def test_every_service_has_all_that_a_citizen_is_owed(graph: Graph, files: dict[str, str]) -> None:
    services = set(graph.subjects(RDF.type, CPSV.PublicService))
    assert len(services) == len(json.loads(files["procedures.json"])["procedures"]) > 50
    complete = {row[0] for row in graph.query(COMPLETE)}  # type: ignore[index]
    assert {str(service) for service in services - complete} == set()


def test_the_catalogue_is_as_the_profile_asks_and_describes_all_it_names(graph: Graph) -> None:
    assert faults(graph) == []
    assert undescribed(graph, SITE) == set()


def test_both_forms_are_the_same_graph(graph: Graph, files: dict[str, str]) -> None:
    assert set(graph) == set(graph_of(files, "cpsv-ap.jsonld"))


def test_every_file_is_as_its_schema_says(files: dict[str, str]) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    for name, text in files.items():
        if name.endswith(".json") and not name.startswith("schema/"):
            content = json.loads(text)
            schema = json.loads(files[content["$schema"]])
            validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
            assert not [error.message for error in validator.iter_errors(content)], name


def test_the_data_are_the_same_each_time(publication: Publication, files: dict[str, str]) -> None:
    assert data_of(publication) == files


def test_the_tables_are_read_back_whole(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".csv"):
            head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
            assert rows, name
            assert {len(row) for row in rows} == {len(head)}, name
