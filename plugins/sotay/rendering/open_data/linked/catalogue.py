"""The whole catalogue as linked data (CPSV-AP 3.2): every procedure in force or approved, and all it refers to.

Reads: the portal.
Returns: nodes in an order that never changes; every thing that is named is described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.model.legal import LegalDocument
from sotay.rendering.addresses import OPEN_DATA
from sotay.rendering.open_data.legal import citations
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.concepts import FORMS_SCHEME, concept_nodes
from sotay.rendering.open_data.linked.nodes import Name, Node, Ref, Typed, node, typed, words
from sotay.rendering.open_data.linked.organisations import agency_nodes, named_organisation, province_nodes
from sotay.rendering.open_data.linked.services import Service
from sotay.rendering.open_data.linked.time_limits import own_terms
from sotay.rendering.open_data.procedures import current_procedures
from sotay.rendering.open_data.provenance import provenance
from sotay.rendering.site_view import SiteView
from sotay.text.wording import mid_sentence

_TERMS = Ref(f"{OPEN_DATA}#dieu-khoan")


def catalogue_nodes(view: SiteView) -> list[Node]:
    """Return the nodes of the catalogue."""
    services = [Service(across, view) for across in current_procedures(view)]
    return [
        *_dataset(view, services),
        *province_nodes(view),
        *(one for agency in view.publication.agencies for one in agency_nodes(agency.agency, view)),
        *_others(services, view),
        *(one for service in services for one in service.nodes()),
        *_life_events(view, services),
        *_legal(view),
        *_forms(services, view),
        *concept_nodes(view, _currencies(services)),
        *own_terms(),
    ]


def _dataset(view: SiteView, services: Iterable[Service]) -> Iterator[Node]:
    told = provenance(view.publication, view.site_url)
    commit = f" Theo kho tài liệu tại phiên bản {told.commit}." if told.commit else ""
    notice = f" {told.notice}" if told.notice else ""
    what = f"Thủ tục hành chính đang có hiệu lực hoặc đã ban hành của {mid_sentence(told.province)}, ngày {told.as_of}."
    yield node(
        names.DATASET,
        "dcat:Dataset",
        ("dct:title", words(f"Danh mục thủ tục hành chính của {mid_sentence(told.province)}")),
        ("dct:description", words(f"{what}{commit}{notice}")),
        ("dct:publisher", (names.PROVINCE,)),
        ("dct:modified", typed(told.as_of, "xsd:date")),
        ("dct:language", (Name("language:VIE"),)),
        ("dct:spatial", (names.PROVINCE,)),
        ("dct:rights", (_TERMS,) if told.terms else ()),
        ("dcat:version", typed(told.commit)),
        ("dct:conformsTo", (Ref("https://semiceu.github.io/CPSV-AP/releases/3.2.0/"),)),
        ("dcat:landingPage", (Ref(OPEN_DATA),)),
        ("dct:hasPart", [names.service(service.page) for service in services]),
    )
    yield node(Ref(OPEN_DATA), "foaf:Document")
    if told.terms:
        yield node(_TERMS, "dct:RightsStatement", ("rdfs:label", words(told.terms)))


def _others(services: Iterable[Service], view: SiteView) -> Iterator[Node]:
    """Who is competent but has no site here, and who makes the law."""
    issuers = {document.issuer for document in _cited(view).values() if document}
    named = {service.named_authority for service in services} - {None}
    for name in sorted(issuers | {name for name in named if name}):
        yield named_organisation(name)


def _life_events(view: SiteView, services: Iterable[Service]) -> Iterator[Node]:
    pages = {service.entry.code: service.page for service in services}
    for event in view.publication.province.life_events.value.events:
        codes = [code for code in dict.fromkeys(event.codes) if code in pages]
        yield node(
            names.life_event(event.id),
            "cv:LifeEvent cv:Event",
            ("dct:identifier", typed(event.id)),
            ("dct:title", words(event.name)),
            ("dct:description", words(event.summary)),
            ("cv:hasRelatedService", [names.service(pages[code]) for code in codes]),
        )


def _cited(view: SiteView) -> dict[str, LegalDocument | None]:
    """The legal documents that something published cites, and what they replace or amend."""
    register = view.publication.province.legal_by_number
    cited = citations(view)
    further = {number for known in map(register.get, cited) if known for number in (*known.replaces, *known.amends)}
    return {number: register.get(number) for number in sorted({*cited, *further})}


def _legal(view: SiteView) -> Iterator[Node]:
    cited = _cited(view)
    for number, known in cited.items():
        at = names.legal(number)
        if known is None:
            yield node(at, "eli:LegalResource", ("dct:identifier", typed(number)), ("dct:title", words(number)))
            continue
        yield node(
            at,
            "eli:LegalResource",
            ("dct:identifier", typed(number)),
            ("eli:id_local", typed(number)),
            ("dct:title", words(known.title)),
            ("dct:creator", (names.other_organisation(known.issuer),)),
            ("eli:date_document", _day(known.signed)),
            ("eli:first_date_entry_in_force", _day(known.effective)),
            ("eli:date_no_longer_in_force", _day(known.ends)),
            ("dct:replaces", [names.legal(other) for other in known.replaces if other in cited]),
            ("eli:amends", [names.legal(other) for other in known.amends if other in cited]),
        )


def _day(day: object) -> tuple[Typed, ...]:
    return typed(day, "xsd:date")


def _forms(services: Iterable[Service], view: SiteView) -> Iterator[Node]:
    """The forms that dossiers ask for, as kinds of evidence; with the page of each that has one."""
    codes = {paper.item.form for service in services for paper in service.demands.papers if paper.item.form}
    for code in sorted(codes):
        at, kind = names.form(code), names.concept(FORMS_SCHEME, f"loai-{code.lower()}")
        href = view.at("").document(code)
        title = view.addresses.titles.get(code, code)
        yield node(
            at,
            "cv:EvidenceType",
            ("dct:identifier", typed(code)),
            ("dct:title", words(title)),
            ("cv:evidenceTypeClassification", (kind,)),
            ("foaf:page", (Ref(href),) if href else ()),
        )
        scheme = names.scheme_name(FORMS_SCHEME)
        yield node(kind, "skos:Concept", ("skos:prefLabel", words(title)), ("skos:inScheme", (scheme,)))
        if href:
            yield node(Ref(href), "foaf:Document")


def _currencies(services: Iterable[Service]) -> set[str]:
    return {
        fee.currency
        for service in services
        for filing in service.filings
        for channel in filing.entry.control.channels
        for fee in filing.entry.fees_of(channel)
        if fee.amount is not None
    } | {fee.currency for service in services for fee in service.entry.control.fees if fee.amount is not None}
