"""The catalogue as linked data: one graph in two forms, true to CPSV-AP 3.2, exact about time, complete."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, SKOS, TIME, XSD

from sotay.rendering.open_data.linked.json_ld import json_ld
from sotay.rendering.open_data.linked.nodes import Ref, Typed, Words, node, part_of_address
from sotay.rendering.open_data.linked.turtle import turtle
from tests.support.builders import COMMUNE, Archive
from tests.support.cpsv_ap import faults, undescribed
from tests.support.open_data import CPSV, CV, ELI, SITE, TV, data_of, graph_of, published
from tests.support.province import DAY, a_province

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""That is how rdflib itself reads JSON-LD."""

FILES = data_of(published(a_province(), DAY))
GRAPH = graph_of(FILES)
BIRTH = f"{SITE}thu-tuc/1.001193/#"


def one(**keys: Any) -> Graph:
    archive = Archive().procedure("QT-HT-01", **keys).issue("QT-HT-01").adopt("QT-HT-01")
    return graph_of(data_of(published(archive, date(2026, 8, 1))))


def value(graph: Graph, subject: str, predicate: URIRef) -> Any:
    (found,) = graph.objects(URIRef(subject), predicate)
    return found


def test_turtle_and_json_ld_are_the_same_graph() -> None:
    assert len(GRAPH) > 300
    assert set(GRAPH) == set(graph_of(FILES, "cpsv-ap.jsonld"))


def test_every_statement_is_as_the_profile_asks() -> None:
    assert faults(GRAPH) == []


def test_a_fault_against_the_profile_is_found() -> None:
    broken = graph_of(FILES)
    broken.remove((URIRef(f"{BIRTH}dich-vu"), DCTERMS.title, None))
    broken.add((URIRef(f"{BIRTH}truc-tiep"), CV.processingTime, Literal("P3D")))
    assert [fault[1:] for fault in faults(broken)] == [
        ("http://data.europa.eu/m8g/processingTime", "datatype"),
        ("http://purl.org/dc/terms/title", "too few"),
    ]


def test_everything_that_is_named_on_the_portal_is_described_and_nothing_is_without_a_name() -> None:
    assert undescribed(GRAPH, SITE) == set()
    assert {type(term) for triple in GRAPH for term in triple} == {URIRef, Literal}


def test_working_days_are_never_told_as_calendar_days() -> None:
    channel, limit = f"{BIRTH}truc-tiep", f"{BIRTH}truc-tiep-thoi-han"
    assert list(GRAPH.objects(URIRef(channel), CV.processingTime)) == []
    assert value(GRAPH, channel, TV["thoi-han"]) == URIRef(limit)
    assert value(GRAPH, limit, TIME.numericDuration) == Literal("3", datatype=XSD.decimal)
    assert value(GRAPH, limit, TIME.unitType) == TV["ngay-lam-viec"]
    assert (TV["ngay-lam-viec"], RDF.type, TIME.TemporalUnit) in GRAPH


def test_an_exact_limit_is_a_duration_and_that_of_the_service_if_all_ways_share_it() -> None:
    twenty, three = {"value": 20, "unit": "day"}, {"value": 3, "unit": "month"}
    graph = one(channels=[{"kind": "counter", "time_limit": twenty}, {"kind": "online", "time_limit": three}])
    assert value(graph, f"{BIRTH}truc-tiep", CV.processingTime) == Literal("P20D", datatype=XSD.duration)
    assert value(graph, f"{BIRTH}truc-tuyen", CV.processingTime) == Literal("P3M", datatype=XSD.duration)
    assert list(graph.objects(URIRef(f"{BIRTH}dich-vu"), CV.processingTime)) == []
    same = one(time_limit=twenty)
    assert value(same, f"{BIRTH}dich-vu", CV.processingTime) == Literal("P20D", datatype=XSD.duration)


def test_a_cost_says_how_much_for_which_way_and_who_fixed_it() -> None:
    fee = {"amount": 8000, "unit": "bản", "legal_basis": "118/2025/NĐ-CP"}
    council = {"set_by": "Hội đồng nhân dân tỉnh"}
    over = {"amount": 1, "valid_to": "2026-07-01"}
    ways = [{"kind": "counter", "fees": [over, fee]}, {"kind": "online", "fees": [council]}]
    graph = one(channels=ways, fees=None)
    assert value(graph, f"{BIRTH}truc-tiep-le-phi-2", CV.hasValue).toPython() == 8000.0
    assert value(graph, f"{BIRTH}truc-tiep-le-phi-2", CV.ifAccessedThrough) == URIRef(f"{BIRTH}truc-tiep")
    issuer = value(graph, f"{BIRTH}truc-tiep-le-phi-2", CV.isDefinedBy)
    assert value(graph, str(issuer), SKOS.prefLabel) == Literal("Chính phủ", lang="vi")
    assert (issuer, RDF.type, ORG.Organization) in graph
    assert list(graph.objects(URIRef(f"{BIRTH}truc-tuyen-le-phi-1"), CV.hasValue)) == []
    words = value(graph, f"{BIRTH}truc-tuyen-le-phi-1", DCTERMS.description)
    assert words == Literal("Do Hội đồng nhân dân tỉnh quy định", lang="vi")
    assert len(list(graph.objects(URIRef(f"{BIRTH}dich-vu"), CV.hasCost))) == 2


def test_no_cost_is_made_up_where_none_is_stated() -> None:
    graph = one(fees=None)
    assert list(graph.subjects(RDF.type, CV.Cost)) == []


def test_a_case_of_the_dossier_is_a_requirement_that_its_papers_support() -> None:
    items = [{"name": "Giấy ủy quyền", "originals": 1, "note": "Có chứng thực."}, {"name": "Lưu ý", "kind": "note"}]
    dossier = {
        "sets": 1,
        "common": [{"name": "Tờ khai", "originals": 1, "channels": ["counter"]}],
        "cases": [{"when": "Nộp thay", "items": items}],
    }
    graph = one(dossier=dossier, conditions=["Trong 60 ngày."])
    assert set(graph.objects(URIRef(f"{BIRTH}dich-vu"), CPSV.hasInput)) == {
        URIRef(f"{BIRTH}giay-to-1"),
        URIRef(f"{BIRTH}giay-to-2"),
    }
    assert value(graph, f"{BIRTH}truong-hop-1", DCTERMS.title) == Literal("Nộp thay", lang="vi")
    assert value(graph, f"{BIRTH}truong-hop-1", CV.hasSupportingEvidence) == URIRef(f"{BIRTH}giay-to-2")
    assert value(graph, f"{BIRTH}giay-to-2", CV.supportsRequirement) == URIRef(f"{BIRTH}truong-hop-1")
    assert value(graph, f"{BIRTH}giay-to-2", DCTERMS.description) == Literal("1 bản chính; Có chứng thực.", lang="vi")
    assert list(graph.objects(URIRef(f"{BIRTH}truc-tuyen"), CPSV.hasInput)) == []
    assert value(graph, f"{BIRTH}truc-tiep", CPSV.hasInput) == URIRef(f"{BIRTH}giay-to-1")
    assert value(graph, f"{BIRTH}dieu-kien-1", DCTERMS.title) == Literal("Trong 60 ngày.", lang="vi")


def test_an_agency_with_terms_of_its_own_has_channels_of_its_own() -> None:
    marriage = f"{SITE}thu-tuc/QT-HT-02/#"
    own = f"{marriage}{COMMUNE}-truc-tiep"
    assert value(GRAPH, own, CV.ownedBy) == URIRef(f"{SITE}{COMMUNE}/#co-quan")
    assert value(GRAPH, f"{own}-thoi-han", TIME.numericDuration).toPython() == 2
    assert value(GRAPH, f"{marriage}truc-tiep-thoi-han", TIME.numericDuration).toPython() == 3
    assert URIRef(own) in set(GRAPH.objects(URIRef(f"{marriage}dich-vu"), CV.hasChannel))


def test_hours_stand_at_the_counter_and_at_the_channel_if_there_is_only_one_place() -> None:
    hours = set(GRAPH.objects(URIRef(f"{SITE}{COMMUNE}/#noi-nhan-1"), CV.openingHours))
    assert len(hours) == 2
    assert set(GRAPH.objects(URIRef(f"{BIRTH}truc-tiep"), CV.openingHours)) == hours
    assert list(GRAPH.objects(URIRef(f"{BIRTH}truc-tuyen"), CV.openingHours)) == []


def test_who_is_competent_where_no_agency_here_does_it_is_told_by_name() -> None:
    archive = Archive().procedure("QT-HT-01", authority={"competent": "Bộ Tư pháp"}).issue("QT-HT-01")
    graph = graph_of(data_of(published(archive, date(2026, 8, 1))))
    authority = value(graph, f"{BIRTH}dich-vu", CV.hasCompetentAuthority)
    assert value(graph, str(authority), SKOS.prefLabel) == Literal("Bộ Tư pháp", lang="vi")
    assert faults(graph) == []
    assert undescribed(graph, SITE) == set()


def test_relations_lead_only_to_services_of_the_catalogue() -> None:
    related = {"before": ["QT-HT-02"], "after": ["QT-HT-03", "QT-HT-02"], "part_of": ["QT-HT-09"]}
    archive = Archive().procedure("QT-HT-01", related=related).procedure("QT-HT-02", tthc=["1.000894"])
    archive.procedure("QT-HT-03", tthc=["1.000656"]).issue("QT-HT-01", "QT-HT-02")
    graph = graph_of(data_of(published(archive, date(2026, 8, 1))))
    service, other = URIRef(f"{BIRTH}dich-vu"), URIRef(f"{SITE}thu-tuc/1.000894/#dich-vu")
    assert list(graph.objects(service, DCTERMS.requires)) == [other]
    assert list(graph.objects(service, CV.relatedService)) == [other]
    assert undescribed(graph, SITE) == set()


def test_a_life_event_and_a_service_name_each_other() -> None:
    event, service = URIRef(f"{SITE}su-kien/sinh-con/#su-kien"), URIRef(f"{BIRTH}dich-vu")
    assert (event, CV.hasRelatedService, service) in GRAPH
    assert (service, CV.isGroupedBy, event) in GRAPH


def test_a_legal_document_has_its_number_title_and_days() -> None:
    law = URIRef(f"{SITE}api/legal.json#118/2025/NĐ-CP")
    assert (URIRef(f"{BIRTH}dich-vu"), CV.hasLegalResource, law) in GRAPH
    assert value(GRAPH, str(law), ELI.id_local) == Literal("118/2025/NĐ-CP")
    assert value(GRAPH, str(law), ELI.first_date_entry_in_force) == Literal(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("118/2025/NĐ-CP", "118/2025/NĐ-CP"), ('a"b<c>#d%', "a%22b%3Cc%3E%23d%25"), ("a b", "a%20b")],
)
def test_a_part_of_an_address_keeps_letters_and_escapes_what_an_address_cannot_hold(text: str, expected: str) -> None:
    assert part_of_address(text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was_from_both_forms(text: str) -> None:
    thing = node(Ref("x/#a"), "cv:Channel", ("dct:title", (Words(text),)), ("dct:identifier", (Typed(text),)))
    expected = {Literal(text, lang="vi"), Literal(text)}
    for form, written in (("turtle", turtle([thing], SITE)), ("json-ld", json_ld([thing], SITE))):
        graph = Graph().parse(data=written.encode(), format=form)
        read = {*graph.objects(None, DCTERMS.title), *graph.objects(None, DCTERMS.identifier)}
        assert {str(one) for one in read} == {str(one) for one in expected}
        assert {one.language for one in read} == {"vi", None}


def test_json_ld_brings_its_own_context() -> None:
    context = json.loads(FILES["cpsv-ap.jsonld"])["@context"]
    assert context["@base"] == SITE
    assert all(isinstance(address, str) for address in context.values())
