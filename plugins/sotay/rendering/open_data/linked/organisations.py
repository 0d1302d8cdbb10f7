"""Agencies, their counters and hours, the province and those who make the law, in linked data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.agency import Agency, Counter, OpeningHours
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.nodes import Name, Node, Ref, Term, node, typed, words
from sotay.rendering.site_view import SiteView
from sotay.text.wording import opening_words, sentence_case

COUNTRY = Name("country:VNM")


def province_nodes(view: SiteView) -> Iterator[Node]:
    """Yield the province, as a place and as the one whose catalogue it is, and its country."""
    settings = view.publication.province.settings.value
    yield node(
        names.PROVINCE,
        "dct:Location foaf:Agent",
        ("dct:identifier", typed(settings.code)),
        ("dct:title", words(settings.name)),
        ("locn:geographicName", words(settings.name)),
        ("dct:isPartOf", (COUNTRY,)),
    )
    yield node(COUNTRY, "dct:Location", ("skos:prefLabel", words("Việt Nam")))


def agency_nodes(agency: Agency, view: SiteView) -> Iterator[Node]:
    """Yield an agency with its counters, each with its address and hours; none of one that does not exist."""
    at = names.agency(agency.id)
    counters = agency.counters if agency.exists_on(view.publication.day) else ()
    yield node(
        at,
        "cv:PublicOrganisation org:Organization",
        ("skos:prefLabel", words(agency.name)),
        ("skos:altLabel", words(agency.short_name if agency.short_name != agency.name else None)),
        ("dct:identifier", typed(agency.code)),
        ("dct:spatial", (names.PROVINCE,)),
        ("org:subOrganizationOf", _known(agency.parent, view)),
        ("dct:isReplacedBy", _known(agency.successor, view)),
        ("foaf:homepage", (Ref(f"{agency.id}/"),)),
        ("cv:contactPoint", contact_points(agency, view)),
    )
    yield node(Ref(f"{agency.id}/"), "foaf:Document")
    for number, counter in enumerate(counters, start=1):
        yield from _counter(agency, number, counter)


def _known(identifier: str | None, view: SiteView) -> tuple[Ref, ...]:
    """The name of an agency of the repository; none for one that is not there."""
    return (names.agency(identifier),) if identifier and identifier in view.publication.agency_by_id else ()


def contact_points(agency: Agency, view: SiteView) -> tuple[Ref, ...]:
    """Return the names of the counters of an agency that exists."""
    if not agency.exists_on(view.publication.day):
        return ()
    return tuple(_counter_name(agency, number) for number in range(1, len(agency.counters) + 1))


def opening_hours(agency: Agency) -> tuple[Ref, ...]:
    """Return the names of the hours of all counters of an agency."""
    return tuple(
        _hours_name(agency, number, span)
        for number, counter in enumerate(agency.counters, start=1)
        for span in range(1, len(counter.hours) + 1)
    )


def _counter_name(agency: Agency, number: int) -> Ref:
    return Ref(f"{agency.id}/#noi-nhan-{number}")


def _hours_name(agency: Agency, number: int, span: int) -> Ref:
    return Ref(f"{agency.id}/#noi-nhan-{number}-gio-{span}")


def _counter(agency: Agency, number: int, counter: Counter) -> Iterator[Node]:
    at = _counter_name(agency, number)
    place = Ref(f"{at.address}-dia-chi")
    hours = tuple(_hours_name(agency, number, span) for span in range(1, len(counter.hours) + 1))
    yield node(
        at,
        "cv:ContactPoint",
        ("dct:title", words(counter.name)),
        ("locn:address", (place,)),
        ("cv:telephone", typed(counter.phone)),
        ("cv:openingHours", hours),
    )
    yield node(place, "locn:Address", ("locn:fullAddress", words(counter.address)))
    for name, span in zip(hours, counter.hours, strict=True):
        yield _hours(name, span)


def _hours(at: Ref, span: OpeningHours) -> Node:
    """Hours in words, and exactly; every week."""
    (told,) = opening_words([span])
    days: Sequence[Term] = [Name(f"schema:{day.value.capitalize()}") for day in span.days]
    return node(
        at,
        "time:TemporalEntity schema:OpeningHoursSpecification",
        ("dct:description", words(sentence_case(told))),
        ("cv:frequency", (Name("frequency:WEEKLY"),)),
        ("schema:dayOfWeek", days),
        ("schema:opens", typed(f"{span.opens}:00", "xsd:time")),
        ("schema:closes", typed(f"{span.closes}:00", "xsd:time")),
    )


def named_organisation(name: str) -> Node:
    """Return an organisation of which only the name is stated, and which has no site here."""
    return node(
        names.other_organisation(name),
        "cv:PublicOrganisation org:Organization",
        ("skos:prefLabel", words(name)),
        ("dct:spatial", (COUNTRY,)),
    )
