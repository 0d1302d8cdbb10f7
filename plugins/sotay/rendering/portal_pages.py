"""All pages of the portal: every procedure of the province, whoever does it.

Reads: a publication.
Returns: a Site; nothing that is not in the publication can appear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.procedure import Level
from sotay.rendering.about_pages import portal_about
from sotay.rendering.absence import gone_words
from sotay.rendering.addresses import ABOUT, AGENCIES, LIFE_EVENTS, PROCEDURES, Addresses, codes_that_move
from sotay.rendering.agency_pages import PRODUCT
from sotay.rendering.body_html import LinkTargets, body_headings, body_html
from sotay.rendering.counters import CounterView, counter_views
from sotay.rendering.feeds.site_feeds import portal_feeds, site_feed
from sotay.rendering.life_events import event_pages, events_page
from sotay.rendering.listing import ProcedureLine, by_field, count_words, is_over, procedure_line
from sotay.rendering.portal_home import portal_home
from sotay.rendering.procedure_page import procedure_page
from sotay.rendering.redirects import redirect_pages
from sotay.rendering.site_page import PageKind, Site, SiteFrame, SitePage, Tab
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.versions.pages import history_pages
from sotay.text.labels import LEVELS
from sotay.text.wording import mid_sentence, sentence_case
from sotay.usecases.publication import AgencyPublication, ProcedureAcross, Publication
from sotay.usecases.succession import heirs

_HOME = "index"


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency in the list of agencies."""

    name: str
    href: str
    state: str
    """How many procedures it carries out; of one that is abolished, since when."""
    heirs: tuple[Link, ...]
    """Of one that is abolished, who has its tasks now."""
    counters: tuple[CounterView, ...]


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The agencies of one level."""

    name: str
    anchor: str
    agencies: tuple[AgencyCard, ...]


def portal_site(publication: Publication) -> Site:
    """Return the portal."""
    view = SiteView(publication, Addresses(publication))
    pages = sorted(_pages(view), key=lambda page: page.address)
    feeds = portal_feeds(view)
    return Site(_frame(view, site_feed(feeds)), tuple(pages), feeds)


def _frame(view: SiteView, feed: Tab | None) -> SiteFrame:
    settings = view.publication.province.settings.value
    return SiteFrame(
        name=PRODUCT,
        subtitle=f"{settings.name} · {len(view.publication.current_agencies)} cơ quan",
        notice=settings.notice,
        tabs=(
            Tab("Thủ tục", PROCEDURES),
            Tab("Việc trong đời", LIFE_EVENTS),
            Tab("Cơ quan", AGENCIES),
            Tab("Giới thiệu", ABOUT),
        ),
        portal=None,
        footer=tuple(Tab(title, address) for title, address in _texts(view).values()),
        sentence=view.sentence,
        feed=feed,
    )


def _pages(view: SiteView) -> Iterator[SitePage]:
    yield portal_home(view)
    yield _procedures(view)
    for across in view.publication.procedures:
        yield procedure_page(across.issued, view, across.performers)
        yield from history_pages(across.issued, view)
    yield events_page(view)
    yield from event_pages(view)
    yield _agencies(view)
    links = tuple(Link(title, view.at(ABOUT).here(address)) for title, address in _texts(view).values())
    yield portal_about(view, links)
    yield from _hand_written(view)
    yield from redirect_pages(codes_that_move(None, view.addresses), view)


def _procedures(view: SiteView) -> SitePage:
    standpoint = view.at(PROCEDURES)
    day = view.publication.day

    def line(across: ProcedureAcross) -> ProcedureLine:
        href = standpoint.here(view.addresses.portal[across.issued.code])
        authority = across.issued.control.authority
        return procedure_line(across.issued, href, day, authority.executing if authority else None)

    current = [across for across in view.publication.procedures if not is_over(across.issued)]
    over = [across for across in view.publication.procedures if is_over(across.issued)]
    return view.page(
        PROCEDURES,
        "Tất cả thủ tục",
        PageKind.LISTING,
        Fill(
            "procedures.html",
            {
                "crumbs": view.crumbs(PROCEDURES),
                "lead": f"{len(current)} thủ tục, xếp theo lĩnh vực.",
                "groups": by_field([across.issued for across in current], list(map(line, current)), view.publication),
                "owned": (),
                "past": tuple(map(line, over)),
            },
        ),
        description=f"Tất cả thủ tục của {mid_sentence(view.publication.province.settings.value.name)}, theo lĩnh vực",
        tab=PROCEDURES,
    )


def _agencies(view: SiteView) -> SitePage:
    groups = []
    current = view.publication.current_agencies
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.OTHER, Level.MINISTRY):
        cards = tuple(_card(agency, view) for agency in current if agency.agency.level is level)
        if cards:
            groups.append(AgencyGroup(LEVELS[level], level.value, cards))
    day = view.publication.day
    closed = tuple(_closed_card(agency, view) for agency in view.publication.agencies if agency.agency.is_gone(day))
    if closed:
        groups.append(AgencyGroup("Đã thôi hoạt động", "thoi-hoat-dong", closed))
    return view.page(
        AGENCIES,
        "Cơ quan",
        PageKind.LISTING,
        Fill("agencies.html", {"crumbs": view.crumbs(AGENCIES), "groups": groups}),
        description="Các cơ quan, nơi tiếp nhận và giờ làm việc",
        tab=AGENCIES,
    )


def _card(agency: AgencyPublication, view: SiteView) -> AgencyCard:
    count = sum(1 for entry in agency.procedures if not is_over(entry))
    href = view.at(AGENCIES).site(agency.id)
    state = sentence_case(count_words(count))
    return AgencyCard(agency.agency.name, href, state, (), counter_views(agency.agency.counters))


def _closed_card(agency: AgencyPublication, view: SiteView) -> AgencyCard:
    """Nobody is sent to the counter of an abolished agency."""
    standpoint = view.at(AGENCIES)
    others = tuple(Link(one.agency.short_name, standpoint.site(one.id)) for one in heirs(view.publication, agency.id))
    return AgencyCard(agency.agency.name, standpoint.site(agency.id), sentence_case(gone_words(agency)), others, ())


def _texts(view: SiteView) -> dict[str, tuple[str, str]]:
    """The hand-written pages: title and address by file name; the home page is not one of them."""
    return {
        page.name: (page.matter.title or page.name, f"{page.name}/")
        for page in view.publication.province.pages
        if page.name != _HOME
    }


def _hand_written(view: SiteView) -> Iterator[SitePage]:
    addresses = {name: address for name, (_, address) in _texts(view).items()}
    for page in view.publication.province.pages:
        if page.name == _HOME:
            continue
        address, title = addresses[page.name], page.matter.title or page.name
        targets = LinkTargets(view.at(address), pages=addresses, pictures=True)
        yield view.page(
            address,
            title,
            PageKind.TEXT,
            Fill("text.html", {"crumbs": view.crumbs(address), "body": body_html(page.body, targets)}),
            description=page.matter.description or title,
            headings=body_headings(page.body),
        )
