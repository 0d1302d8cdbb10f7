"""What CPSV-AP 3.2.0 asks of the classes that the catalogue uses, and what of a graph is otherwise.

A transcript of the profile's cardinalities and ranges (SEMIC Recommendation of 6 May 2024), by class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, SKOS, TIME
from rdflib.term import Node

CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
LOCN = Namespace("http://www.w3.org/ns/locn#")
LANG_STRING = RDF.langString


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a property."""

    least: int = 0
    most: int | None = None
    datatype: URIRef | None = None
    of_class: URIRef | None = None


_IDENTIFIER: Final = {DCTERMS.identifier: Asked(1, 1)}
_TITLE: Final = {DCTERMS.title: Asked(1, None, LANG_STRING)}
_DESCRIPTION: Final = {DCTERMS.description: Asked(0, None, LANG_STRING)}
_LANGUAGE: Final = {DCTERMS.language: Asked(of_class=DCTERMS.LinguisticSystem)}

PROFILE: Final[Mapping[URIRef, Mapping[URIRef, Asked]]] = {
    CPSV.PublicService: {
        **_IDENTIFIER,
        **_TITLE,
        **_LANGUAGE,
        DCTERMS.description: Asked(1, None, LANG_STRING),
        CV.hasCompetentAuthority: Asked(1, of_class=CV.PublicOrganisation),
        ADMS.status: Asked(0, 1, of_class=SKOS.Concept),
        CV.processingTime: Asked(0, 1, XSD.duration),
        CV.contactPoint: Asked(of_class=CV.ContactPoint),
        CV.hasChannel: Asked(of_class=CV.Channel),
        CV.hasCost: Asked(of_class=CV.Cost),
        CV.hasInputType: Asked(of_class=CV.EvidenceType),
        CV.hasLegalResource: Asked(of_class=ELI.LegalResource),
        CV.holdsRequirement: Asked(of_class=CV.Requirement),
        CV.isClassifiedBy: Asked(of_class=SKOS.Concept),
        CV.isGroupedBy: Asked(of_class=CV.Event),
        CV.relatedService: Asked(of_class=CPSV.PublicService),
        CPSV.hasInput: Asked(of_class=CV.Evidence),
        CPSV.produces: Asked(of_class=CV.Output),
        DCTERMS.audience: Asked(of_class=SKOS.Concept),
        DCTERMS.isPartOf: Asked(of_class=DCAT.Dataset),
        DCTERMS.requires: Asked(of_class=CPSV.PublicService),
        DCTERMS.spatial: Asked(of_class=DCTERMS.Location),
        DCAT.keyword: Asked(datatype=LANG_STRING),
    },
    CV.PublicOrganisation: {
        SKOS.prefLabel: Asked(1, None, LANG_STRING),
        DCTERMS.spatial: Asked(1, of_class=DCTERMS.Location),
    },
    CV.Channel: {
        **_IDENTIFIER,
        **_DESCRIPTION,
        DCTERMS.type: Asked(0, 1, of_class=SKOS.Concept),
        CV.processingTime: Asked(0, 1, XSD.duration),
        CV.openingHours: Asked(of_class=TIME.TemporalEntity),
        CV.ownedBy: Asked(of_class=ORG.Organization),
        CPSV.hasInput: Asked(of_class=CV.Evidence),
    },
    CV.Cost: {
        **_IDENTIFIER,
        **_DESCRIPTION,
        CV.hasValue: Asked(0, 1, XSD.double),
        CV.currency: Asked(0, 1, of_class=SKOS.Concept),
        CV.ifAccessedThrough: Asked(0, 1, of_class=CV.Channel),
        CV.isDefinedBy: Asked(of_class=ORG.Organization),
    },
    CV.Evidence: {
        **_IDENTIFIER,
        **_TITLE,
        **_DESCRIPTION,
        **_LANGUAGE,
        DCTERMS.type: Asked(0, 1, of_class=SKOS.Concept),
        DCTERMS.conformsTo: Asked(of_class=CV.EvidenceType),
        CV.supportsRequirement: Asked(of_class=CV.Requirement),
    },
    CV.EvidenceType: {**_IDENTIFIER, CV.evidenceTypeClassification: Asked(of_class=SKOS.Concept)},
    CV.Requirement: {
        **_IDENTIFIER,
        **_TITLE,
        DCTERMS.type: Asked(of_class=SKOS.Concept),
        CV.hasSupportingEvidence: Asked(of_class=CV.Evidence),
    },
    CV.Output: {**_IDENTIFIER, **_TITLE, **_DESCRIPTION, **_LANGUAGE},
    CV.Event: {**_IDENTIFIER, **_TITLE, **_DESCRIPTION, CV.hasRelatedService: Asked(of_class=CPSV.PublicService)},
    CV.ContactPoint: {CV.openingHours: Asked(of_class=TIME.TemporalEntity)},
    LOCN.Address: {LOCN.fullAddress: Asked(datatype=LANG_STRING)},
    TIME.TemporalEntity: {CV.frequency: Asked(of_class=SKOS.Concept), **_DESCRIPTION},
    FOAF.Agent: {**_IDENTIFIER, **_TITLE},
    DCAT.Dataset: {
        **_TITLE,
        DCTERMS.description: Asked(1, None, LANG_STRING),
        DCTERMS.publisher: Asked(1, 1, of_class=FOAF.Agent),
        DCTERMS.hasPart: Asked(of_class=CPSV.PublicService),
        DCAT.landingPage: Asked(of_class=FOAF.Document),
    },
}
"""What the profile asks, by class and property."""


def faults(graph: Graph) -> list[tuple[str, str, str]]:
    """Return what of a graph is not as the profile asks: the thing, the property, what is wrong."""
    found = {
        (str(thing), str(name), fault)
        for kind, properties in PROFILE.items()
        for thing in graph.subjects(RDF.type, kind)
        for name, asked in properties.items()
        for fault in _faults(graph, list(graph.objects(thing, name)), asked)
    }
    return sorted(found, key=lambda fault: (fault[1], fault[0]))


def _faults(graph: Graph, values: list[Node], asked: Asked) -> Iterator[str]:
    if len(values) < asked.least:
        yield "too few"
    if asked.most is not None and len(values) > asked.most:
        yield "too many"
    for value in values:
        if asked.datatype and _datatype(value) != asked.datatype:
            yield "datatype"
        if asked.of_class and (value, RDF.type, asked.of_class) not in graph:
            yield "class"


def _datatype(value: Node) -> Node | None:
    if not isinstance(value, Literal):
        return None
    return LANG_STRING if value.language else value.datatype


def undescribed(graph: Graph, site: str) -> set[str]:
    """Return what is named below an address and told nothing of."""
    told = set(graph.subjects())
    named = {term for term in graph.objects() if isinstance(term, URIRef) and term.startswith(site)}
    return {str(term) for term in named - told}
