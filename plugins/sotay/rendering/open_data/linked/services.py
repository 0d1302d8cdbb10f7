"""Procedures as public services of CPSV-AP 3.2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.rendering.exact_time import exact_duration
from sotay.rendering.open_data.decided import in_force as version_of
from sotay.rendering.open_data.decided import is_current
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.channels import Filing
from sotay.rendering.open_data.linked.concepts import APPLICANTS_SCHEME, FIELDS_SCHEME, STATUS_SCHEME
from sotay.rendering.open_data.linked.dossier import Demands
from sotay.rendering.open_data.linked.nodes import Name, Node, Ref, Typed, Words, node, typed, words
from sotay.rendering.open_data.linked.organisations import contact_points
from sotay.rendering.procedure_page import description
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import ProcedureAcross


class Service:
    """One procedure with everything that is stated of it."""

    def __init__(self, across: ProcedureAcross, view: SiteView) -> None:
        """Gather the parts, each under its name."""
        self.across, self.view, self.entry = across, view, across.issued
        self.page = view.addresses.portal[self.entry.code]
        self.performers = tuple(entry for entry in across.performers if is_current(entry))
        self.demands = Demands(self.entry, self.page, view)
        general = Filing(self.entry, self.page, view, self.performers)
        own = (entry for entry in self.performers if entry.overrides)
        special = (Filing(entry, self.page, view, (entry,), entry.agency.id) for entry in own)
        self.filings = (general, *special)

    @property
    def named_authority(self) -> str | None:
        """Who is competent by name, where no agency of the repository carries the procedure out."""
        if self.performers:
            return None
        authority = self.entry.control.authority
        return (authority.competent or authority.executing) if authority else None

    def nodes(self) -> Iterator[Node]:
        """Yield the service and its parts."""
        yield self._service()
        yield node(Ref(self.page), "foaf:Document")
        for filing in self.filings:
            yield from filing.nodes(self.demands.of_channels())
        yield from self.demands.nodes()
        for at, result in zip(self._outputs(), self.entry.control.results, strict=True):
            yield node(
                at,
                "cv:Output",
                ("dct:identifier", typed(result.code or f"{self.entry.code}-{at.address.partition('#')[2]}")),
                ("dct:title", words(result.name)),
                ("dct:description", words(f"Giá trị: {result.valid_for}" if result.valid_for else None)),
                ("dct:language", (Name("language:VIE"),)),
            )

    def _service(self) -> Node:
        control, entry = self.entry.control, self.entry
        return node(
            names.service(self.page),
            "cpsv:PublicService",
            ("dct:identifier", typed(", ".join(control.tthc) or entry.code)),
            ("dct:title", words(control.title or entry.code)),
            ("dct:description", words(description(entry, self.view, self.performers))),
            ("cv:hasCompetentAuthority", self._authorities()),
            ("adms:status", (names.concept(STATUS_SCHEME, version_of(entry).status.value),)),
            ("cv:processingTime", self._processing_time()),
            ("dct:language", (Name("language:VIE"),)),
            ("dcat:keyword", tuple(map(Words, control.keywords))),
            ("cv:isClassifiedBy", (names.concept(FIELDS_SCHEME, control.field),) if control.field else ()),
            ("dct:audience", [names.concept(APPLICANTS_SCHEME, one.value) for one in control.applicants]),
            ("cv:isGroupedBy", self._events()),
            ("dct:spatial", (names.PROVINCE,)),
            ("dct:isPartOf", (names.DATASET,)),
            ("cv:contactPoint", self._contact_points()),
            ("cv:hasChannel", [name for filing in self.filings for name in filing.channels()]),
            ("cv:hasCost", [name for filing in self.filings for name in filing.cost_names()]),
            ("cpsv:hasInput", [paper.at for paper in self.demands.papers]),
            ("cv:hasInputType", self.demands.forms),
            ("cv:holdsRequirement", self.demands.requirements),
            ("cpsv:produces", self._outputs()),
            ("cv:hasLegalResource", [names.legal(number) for number in dict.fromkeys(control.legal_basis)]),
            *self._relations(),
            *self._version(),
            ("foaf:page", (Ref(self.page),)),
        )

    def _version(self) -> tuple[tuple[str, tuple[Typed, ...]], ...]:
        """Which version it is, by which decision, and its days: an interval, open where no end is known."""
        version = version_of(self.entry)
        return (
            ("dcat:version", typed(str(version.version))),
            ("dct:issued", typed(version.decision.date, "xsd:date")),
            ("dct:valid", typed(f"{version.valid_from}/{version.valid_to or '..'}")),
        )

    def _authorities(self) -> tuple[Ref, ...]:
        if self.performers:
            return tuple(names.agency(entry.agency.id) for entry in self.performers)
        named = self.named_authority
        return (names.other_organisation(named),) if named else (names.agency(self.entry.agency.id),)

    def _contact_points(self) -> Sequence[Ref]:
        """Where to ask, if that is the same for all; each agency has its own besides."""
        return contact_points(self.performers[0].agency, self.view) if len(self.performers) == 1 else ()

    def _processing_time(self) -> tuple[Typed, ...]:
        """The one exact limit of all ways to file; none where they differ or count working time."""
        limits = {self.entry.time_limit_of(channel) for channel in self.entry.control.channels}
        exact = {exact_duration(limit) if limit else None for limit in limits}
        return typed(exact.pop(), "xsd:duration") if len(exact) == 1 else ()

    def _outputs(self) -> tuple[Ref, ...]:
        return tuple(names.part(self.page, "ket-qua", n) for n in range(1, len(self.entry.control.results) + 1))

    def _events(self) -> tuple[Ref, ...]:
        events = self.view.publication.province.life_events.value.events
        return tuple(names.life_event(event.id) for event in events if self.entry.code in event.codes)

    def _relations(self) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
        related = self.entry.control.related
        if related is None:
            return ()
        return (
            ("dct:requires", self._services(related.before)),
            ("cv:relatedService", self._services((*related.part_of, *related.after))),
        )

    def _services(self, codes: Sequence[str]) -> tuple[Ref, ...]:
        """The services of some codes, as far as they are in the catalogue."""
        known = self.view.publication.procedure_by_code
        current = (code for code in dict.fromkeys(codes) if code in known and is_current(known[code].issued))
        return tuple(names.service(self.view.addresses.portal[code]) for code in current)
