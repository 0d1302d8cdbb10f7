"""Events of life: the list of them, and for each a page with its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.catalogue import LifeEvent
from sotay.rendering.addresses import AGENCIES, LIFE_EVENTS
from sotay.rendering.life_event_steps import event_steps, known_procedures
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list."""

    name: str
    summary: str | None
    href: str


def event_cards(view: SiteView, address: str) -> tuple[EventCard, ...]:
    """Return the events that have a page, for a page of the portal."""
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
    """Yield a page for each event, but for those whose procedures are all not published or over."""
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
                    "steps": event_steps(event, view, address),
                    "agencies_href": view.at(address).here(AGENCIES),
                },
            ),
            description=f"{event.name}: {event.summary}" if event.summary else f"Các bước cần làm: {event.name}",
            tab=LIFE_EVENTS,
        )


def _events(view: SiteView) -> tuple[LifeEvent, ...]:
    events = view.publication.province.life_events.value.events
    return tuple(event for event in events if _is_shown(event, view))


def _is_shown(event: LifeEvent, view: SiteView) -> bool:
    """Whether some procedure of an event is published, or all its steps are done elsewhere."""
    return any(known_procedures(step, view) for step in event.steps) or (bool(event.steps) and not event.codes)
