"""The page of one procedure: the facts a person comes for, then the controlled text and its control block.

Reads: an entry, as an agency has it or as its owner issued it for the whole province.
Returns: a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sotay.model.procedure import Level
from sotay.rendering.addresses import LEGAL, LIFE_EVENTS, PROCEDURES, Standpoint
from sotay.rendering.body_html import LinkTargets, body_headings, body_html
from sotay.rendering.channel_table import channel_table, local_terms
from sotay.rendering.checklist_print import ChecklistPrint, checklist_print
from sotay.rendering.communes import CommuneChoice, commune_choice
from sotay.rendering.control_block import control_rows
from sotay.rendering.dossier import dossier_view
from sotay.rendering.due_date import due_date_view
from sotay.rendering.feedback_links import feedback_links
from sotay.rendering.feeds.site_feeds import feed_tab
from sotay.rendering.form_links import FormLink, form_link, forms_of
from sotay.rendering.key_facts import key_facts, time_words
from sotay.rendering.legal_basis import cited_by, legal_lines
from sotay.rendering.listing import OWNED, field_name, is_over
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.standing_notes import standing_facts
from sotay.rendering.structured_data.service import service_things
from sotay.rendering.swim_lanes.view import lanes_view
from sotay.rendering.timeline import timeline
from sotay.rendering.validity import Badge, badge, span_words, validity_sentence
from sotay.rendering.versions.document_history import day_of_facts
from sotay.rendering.versions.news import what_is_new
from sotay.rendering.ways import facts_by_way, ways_of
from sotay.text.labels import APPLICANTS, LEVELS
from sotay.text.wording import within_sentence
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """An agency that carries the procedure out."""

    agency: str
    """Its id."""
    name: str
    href: str
    time: str
    is_shorter: bool
    behind: str
    """The version that it still applies, where another is issued already; else empty."""
    badge: Badge | None
    version: str
    since: str
    decision: str


@dataclass(frozen=True, slots=True)
class GeneralRow:
    """One line of the general facts."""

    term: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """Procedures that stand in one relation to this one."""

    label: str
    links: tuple[Link, ...]


def procedure_page(entry: Entry, view: SiteView, performers: Sequence[Entry] | None = None) -> SitePage:
    """Return the page of a procedure; `performers` are given where the portal speaks for the whole province."""
    address = _address(entry, view)
    standpoint = view.at(address)
    title = entry.control.title or entry.code
    facts = procedure_facts(entry, view, standpoint, performers)
    head = {**standing_facts(entry, standpoint), "news": what_is_new(entry, view, standpoint)}
    in_a_sentence = description(entry, view, performers)
    return view.page(
        address,
        title,
        PageKind.PROCEDURE,
        Fill("procedure.html", {"crumbs": _crumbs(entry, view, address), **facts, **head}),
        things=service_things(entry, view, address, in_a_sentence, performers),
        description=in_a_sentence,
        sentence=validity_sentence(entry, view.publication),
        tab=PROCEDURES,
        headings=body_headings(entry.document.text),
        feeds=() if view.agency else (feed_tab(entry, address),),
    )


def procedure_facts(
    entry: Entry, view: SiteView, standpoint: Standpoint, performers: Sequence[Entry] | None
) -> Mapping[str, object]:
    """Return all facts of a procedure's page but those of its head, as they are on the day or on its nearest day."""
    day = day_of_facts(entry, view.publication.day)
    count = len(performers) if performers is not None else None
    ways = ways_of(entry, day, count)
    shown = timeline(entry, standpoint)
    speaks_for_all = performers is not None or not entry.is_performed
    return {
        "facts": facts_by_way(key_facts(entry, day, count), ways),
        "ways": ways,
        "checklist": _checklist(entry, view, standpoint),
        "version": str(entry.period.version),
        "feedback": feedback_links(entry, view.publication, speaks_for_all=speaks_for_all),
        "performers": places(performers or (), standpoint, entry),
        "commune": _commune(entry, view, standpoint) if performers else None,
        "dossier": dossier_view(entry, standpoint),
        "due": due_date_view(entry, standpoint),
        "channels": channel_table(entry, day),
        "local": _local(entry),
        "timeline": shown,
        "lanes": lanes_view(entry, shown, standpoint),
        "conditions": entry.control.conditions,
        "code": entry.code,
        "general": _general(entry),
        "legal": legal_lines(cited_by(entry.control), view.publication.province, day, is_over=is_over(entry)),
        "register_href": standpoint.here(LEGAL) if view.agency else None,
        "forms": forms_named(entry, standpoint),
        "related": tuple(_related(entry, standpoint)),
        "body": body_html(entry.document.text, LinkTargets(standpoint, entry.code)),
        "control": control_rows(entry, view.addresses),
        "history_href": standpoint.history(entry.code),
    }


def _checklist(entry: Entry, view: SiteView, standpoint: Standpoint) -> ChecklistPrint | None:
    """What a person ticks off and prints: only of what is or comes into force, on the page that never moves on."""
    if is_over(entry) or entry.control.dossier is None or standpoint.address != _address(entry, view):
        return None
    sentence = validity_sentence(entry, view.publication)
    return checklist_print(entry, sentence, view.whole(standpoint.address) if view.site_url else None)


def description(entry: Entry, view: SiteView, performers: Sequence[Entry] | None) -> str:
    """Return the one sentence by which search engines and shared links present a procedure."""
    count = len(performers) if performers is not None else None
    time, fee, place, result = key_facts(entry, day_of_facts(entry, view.publication.day), count)
    title = entry.control.title or entry.code
    # Where and what are names; how long and how much are words.
    return (
        f"{title}: thời hạn {within_sentence(time.value)}; lệ phí {within_sentence(fee.value)}; "
        f"nộp tại {place.value}; nhận được {result.value}"
    )


def places(performers: Sequence[Entry], standpoint: Standpoint, issued: Entry) -> tuple[Place, ...]:
    """Return where a procedure is carried out."""
    return tuple(
        Place(
            agency=entry.agency.id,
            name=entry.agency.short_name,
            href=standpoint.site(entry.agency.id, standpoint.addresses.by_agency[entry.agency.id][entry.code]),
            time=time_words(entry),
            is_shorter=entry.period.version == issued.period.version and time_words(entry) != time_words(issued),
            behind=str(entry.period.version) if _is_behind(entry, issued) else "",
            badge=None if entry.is_in_force else badge(entry),
            version=str(entry.period.version),
            since=span_words(entry.period),
            decision=entry.period.decision.number,
        )
        for entry in performers
    )


def _commune(entry: Entry, view: SiteView, standpoint: Standpoint) -> CommuneChoice | None:
    """The form for one's own commune, where the procedure is done in communes."""
    is_communal = Level.COMMUNE in entry.control.levels and not is_over(entry)
    return commune_choice(view.publication, standpoint, stays=True) if is_communal else None


def _is_behind(entry: Entry, issued: Entry) -> bool:
    return entry.is_in_force and issued.is_in_force and entry.period.version < issued.period.version


def forms_named(entry: Entry, standpoint: Standpoint) -> tuple[FormLink, ...]:
    """Return the published forms that a document's dossier and steps name, by code."""
    codes = {*forms_of(entry.control.dossier), *(code for step in entry.control.steps for code in step.forms)}
    day = day_of_facts(entry, standpoint.addresses.publication.day)
    links = (form_link(code, standpoint, day) for code in sorted(codes))
    return tuple(link for link in links if link)


def _address(entry: Entry, view: SiteView) -> str:
    pages = view.addresses.by_agency[view.agency.id] if view.agency else view.addresses.portal
    return pages[entry.code]


def _crumbs(entry: Entry, view: SiteView, address: str) -> tuple[Link, ...]:
    steps = [("Thủ tục", PROCEDURES)]
    if not is_over(entry):
        here = entry.control.field or "linh-vuc-khac"
        anchor = here if entry.is_performed or view.agency is None else OWNED
        steps.append((field_name(entry, view.publication), f"{PROCEDURES}#{anchor}"))
    return view.crumbs(address, *steps)


def _local(entry: Entry) -> tuple[Mapping[str, str], ...]:
    here = {"agency": entry.agency.short_name}
    return tuple(
        {"own": terms.own, "national": terms.national, "decision": terms.decision} | here
        for terms in local_terms(entry)
    )


def _general(entry: Entry) -> tuple[GeneralRow, ...]:
    control, authority = entry.control, entry.control.authority
    rows = [
        GeneralRow("Mã thủ tục", control.tthc),
        GeneralRow("Ai được làm", tuple(APPLICANTS[applicant] for applicant in control.applicants)),
        GeneralRow("Cấp thực hiện", tuple(LEVELS[level] for level in control.levels if level is not Level.OTHER)),
    ]
    if authority:
        executing, competent = authority.executing or "", authority.competent or ""
        rows.append(GeneralRow("Cơ quan thực hiện", (executing,) if executing else ()))
        if competent != executing:
            rows.append(GeneralRow("Cơ quan có thẩm quyền", (competent,) if competent else ()))
        rows.append(GeneralRow("Được ủy quyền", (authority.delegated,) if authority.delegated else ()))
        rows.append(GeneralRow("Cơ quan phối hợp", authority.coordinating))
    results = tuple(f"{r.name} ({r.code})" if r.code else r.name for r in control.results)
    rows.append(GeneralRow("Kết quả", results))
    return tuple(row for row in rows if row.values)


def _related(entry: Entry, standpoint: Standpoint) -> Iterator[RelatedGroup]:
    related = entry.control.related
    named = (
        ("Làm cùng một lần", related.part_of if related else ()),
        ("Thường làm trước", related.before if related else ()),
        ("Thường làm sau", related.after if related else ()),
    )
    for label, codes in named:
        links = tuple(_links(codes, standpoint))
        if links:
            yield RelatedGroup(label, links)
    events = () if is_over(entry) else tuple(_events(entry.code, standpoint))
    if events:
        yield RelatedGroup("Thuộc việc", events)


def _links(codes: Sequence[str], standpoint: Standpoint) -> Iterator[Link]:
    for code in codes:
        href = standpoint.document(code)
        if href:
            yield Link(standpoint.addresses.titles[code], href)


def _events(code: str, standpoint: Standpoint) -> Iterator[Link]:
    """The events of life to which a procedure belongs; while it is not over, each of them has a page."""
    for event in standpoint.addresses.publication.province.life_events.value.events:
        if code in event.codes:
            yield Link(event.name, standpoint.portal(f"{LIFE_EVENTS}{event.id}/"))
