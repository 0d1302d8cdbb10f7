"""Events of life, with the procedures that each calls for, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.catalogue import LifeEvent
from sotay.rendering.addresses import LIFE_EVENTS
from sotay.rendering.listing import ProcedureLine, is_over, procedure_line
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.text.fold import fold


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list."""

    name: str
    summary: str | None
    href: str


def event_cards(view: SiteView, address: str) -> tuple[EventCard, ...]:
    """Return the events that have published procedures, for a page of the portal."""
    standpoint = view.at(address)
    return tuple(
        EventCard(event.name, event.summary, standpoint.portal(f"{LIFE_EVENTS}{event.id}/")) for event in _events(view)
    )


def events_page(view: SiteView) -> SitePage:
    """Return the page of all events."""
    return view.page(
        LIFE_EVENTS,
        "Việc trong đời",
        PageKind.LISTING,
        Fill("life_events.html", {"crumbs": view.crumbs(LIFE_EVENTS), "events": event_cards(view, LIFE_EVENTS)}),
        description="Các việc trong đời và những thủ tục cần làm",
        tab=LIFE_EVENTS,
    )


def event_pages(view: SiteView) -> Iterator[SitePage]:
    """Yield a page for each event."""
    for event in _events(view):
        address = f"{LIFE_EVENTS}{event.id}/"
        yield view.page(
            address,
            event.name,
            PageKind.TEXT,
            Fill(
                "life_event.html",
                {
                    "crumbs": view.crumbs(address, ("Việc trong đời", LIFE_EVENTS)),
                    "summary": event.summary,
                    "lines": tuple(_lines(event, view, address)),
                },
            ),
            description=event.summary or f"Các thủ tục cần làm: {event.name}",
            tab=LIFE_EVENTS,
            terms=(fold(event.name),),
        )


def _events(view: SiteView) -> tuple[LifeEvent, ...]:
    events = view.publication.province.life_events.value.events
    return tuple(event for event in events if any(_lines(event, view, "")))


def _lines(event: LifeEvent, view: SiteView, address: str) -> Iterator[ProcedureLine]:
    known = view.publication.procedure_by_code
    for code in event.procedures:
        if code in known and not is_over(known[code].issued):
            issued = known[code].issued
            who = issued.control.authority.executing if issued.control.authority else None
            href = view.at(address).here(view.addresses.portal[code])
            yield procedure_line(issued, href, view.publication.day, who)
