"""The agencies by level: where they are, when they receive people, how many procedures they carry out."""

from __future__ import annotations

from dataclasses import dataclass

from sotay.model.procedure import Level
from sotay.rendering.absence import gone_words
from sotay.rendering.addresses import AGENCIES
from sotay.rendering.counters import CounterView, counter_views
from sotay.rendering.listing import count_words, is_over
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.text.labels import LEVELS
from sotay.text.search_key import plain_key
from sotay.text.wording import sentence_case
from sotay.usecases.publication import AgencyPublication
from sotay.usecases.succession import heirs

_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.OTHER, Level.MINISTRY)
_WORTH_FILTERING = 6
"""From so many agencies on, typing a name is quicker than looking."""


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency in the list of agencies."""

    name: str
    short_name: str
    href: str
    state: str
    """How many procedures it carries out; of one that is abolished, since when."""
    key: str
    """Its names without diacritics, for the script that filters the list."""
    heirs: tuple[Link, ...]
    """Of one that is abolished, who has its tasks now."""
    counters: tuple[CounterView, ...]


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The agencies of one level."""

    name: str
    anchor: str
    agencies: tuple[AgencyCard, ...]


def agencies_page(view: SiteView) -> SitePage:
    """Return the page of all agencies."""
    groups = list(agency_groups(view, AGENCIES))
    count = sum(len(group.agencies) for group in groups)
    day = view.publication.day
    closed = tuple(_closed_card(agency, view) for agency in view.publication.agencies if agency.agency.is_gone(day))
    if closed:
        groups.append(AgencyGroup("Đã thôi hoạt động", "thoi-hoat-dong", closed))
    return view.page(
        AGENCIES,
        "Cơ quan",
        PageKind.LISTING,
        Fill(
            "agencies.html",
            {
                "crumbs": view.crumbs(AGENCIES),
                "groups": groups,
                "is_filtered": count >= _WORTH_FILTERING,
            },
        ),
        description="Các cơ quan, nơi tiếp nhận và giờ làm việc",
        tab=AGENCIES,
    )


def agency_groups(view: SiteView, address: str) -> tuple[AgencyGroup, ...]:
    """Return the agencies that exist on the day, by level, for a page of the portal."""
    current = view.publication.current_agencies
    by_level = {level: [agency for agency in current if agency.agency.level is level] for level in _LEVELS}
    return tuple(
        AgencyGroup(LEVELS[level], level.value, tuple(_card(agency, view, address) for agency in agencies))
        for level, agencies in by_level.items()
        if agencies
    )


def _card(agency: AgencyPublication, view: SiteView, address: str) -> AgencyCard:
    count = sum(1 for entry in agency.procedures if not is_over(entry))
    stated = agency.agency
    return AgencyCard(
        name=stated.name,
        short_name=stated.short_name,
        href=view.at(address).site(agency.id),
        state=sentence_case(count_words(count)) if count else "Chưa công bố thủ tục nào làm tại đây",
        key=_key(agency),
        heirs=(),
        counters=counter_views(stated.counters),
    )


def _closed_card(agency: AgencyPublication, view: SiteView) -> AgencyCard:
    """Nobody is sent to the counter of an abolished agency."""
    standpoint = view.at(AGENCIES)
    others = tuple(Link(one.agency.short_name, standpoint.site(one.id)) for one in heirs(view.publication, agency.id))
    return AgencyCard(
        name=agency.agency.name,
        short_name=agency.agency.short_name,
        href=standpoint.site(agency.id),
        state=sentence_case(gone_words(agency)),
        key=_key(agency),
        heirs=others,
        counters=(),
    )


def _key(agency: AgencyPublication) -> str:
    addresses = (counter.address for counter in agency.agency.counters)
    return plain_key(" ".join((agency.agency.name, agency.agency.short_name, *addresses)))
