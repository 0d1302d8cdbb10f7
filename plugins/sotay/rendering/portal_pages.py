"""All pages of the portal: every procedure of the province, whoever does it.

Reads: a publication.
Returns: a Site; nothing that is not in the publication can appear.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.rendering.about_pages import portal_about
from sotay.rendering.addresses import ABOUT, AGENCIES, LIFE_EVENTS, OPEN_DATA, PROCEDURES, Addresses, codes_that_move
from sotay.rendering.agency_home import PRODUCT
from sotay.rendering.agency_list import agencies_page
from sotay.rendering.body_html import LinkTargets, body_headings, body_html
from sotay.rendering.calendar_file import calendar_files
from sotay.rendering.communes import communes_file, communes_page
from sotay.rendering.feeds.site_feeds import portal_feeds, site_feed
from sotay.rendering.life_events import event_pages, events_page
from sotay.rendering.listing import ProcedureLine, by_field, is_over, procedure_line
from sotay.rendering.open_data.files import data_files
from sotay.rendering.open_data.page import TITLE as OPEN_DATA_TITLE
from sotay.rendering.open_data.page import open_data_page
from sotay.rendering.portal_home import portal_home
from sotay.rendering.procedure_page import procedure_page
from sotay.rendering.redirects import redirect_pages
from sotay.rendering.robots import robots_file
from sotay.rendering.search.site_index import search_index
from sotay.rendering.search_page import search_page
from sotay.rendering.site_page import PageKind, Site, SiteFrame, SitePage, Tab
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.versions.pages import history_pages
from sotay.text.wording import mid_sentence
from sotay.usecases.publication import ProcedureAcross, Publication

_HOME = "index"


def portal_site(publication: Publication, site_url: str | None = None) -> Site:
    """Return the portal; without the address at which it is published, nothing in it has an absolute address."""
    view = SiteView(publication, Addresses(publication), site_url=site_url)
    pages = sorted(_pages(view), key=lambda page: page.address)
    feeds = portal_feeds(view)
    below = (f"{agency.id}/" for agency in publication.agencies)
    data = (search_index(view), robots_file(publication, site_url, below), *calendar_files(publication))
    return Site(_frame(view, site_feed(feeds)), tuple(pages), feeds, (*data, *communes_file(view), *data_files(view)))


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
        footer=(*(Tab(title, address) for title, address in _texts(view).values()), Tab(OPEN_DATA_TITLE, OPEN_DATA)),
        sentence=view.sentence,
        feed=feed,
    )


def _pages(view: SiteView) -> Iterator[SitePage]:
    yield portal_home(view)
    yield _procedures(view)
    yield search_page(view)
    for across in view.publication.procedures:
        yield procedure_page(across.issued, view, across.performers)
        yield from history_pages(across.issued, view)
    yield events_page(view)
    yield from event_pages(view)
    yield agencies_page(view)
    yield from communes_page(view)
    links = tuple(Link(title, view.at(ABOUT).here(address)) for title, address in _texts(view).values())
    yield portal_about(view, links)
    yield open_data_page(view)
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
