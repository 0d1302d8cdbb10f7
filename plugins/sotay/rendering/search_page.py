"""The page of search: with scripts results as one types, without them the plain index by field and letter.

Reads: a site that is being written.
Returns: the page; what scripts show comes from the index of search, its words stand here.
"""

from __future__ import annotations

from sotay.rendering.absence import absence
from sotay.rendering.addresses import AGENCIES, SEARCH
from sotay.rendering.communes import commune_choice
from sotay.rendering.counters import counter_views
from sotay.rendering.life_events import event_cards
from sotay.rendering.listing import ProcedureLine, by_field, is_over, procedure_line
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.rendering.title_index import by_letter
from sotay.rendering.tries import tries
from sotay.text.wording import mid_sentence
from sotay.usecases.publication import Entry


def search_page(view: SiteView) -> SitePage:
    """Return the page of search of the portal or of an agency's site."""
    standpoint = view.at(SEARCH)
    entries = _entries(view)
    lines = [_line(entry, view) for entry in entries]
    whose = view.agency.agency.name if view.agency else mid_sentence(view.publication.province.settings.value.name)
    communes = commune_choice(view.publication, standpoint)
    closed = bool(view.agency and absence(view.agency, view))
    return view.page(
        SEARCH,
        "Tìm thủ tục",
        PageKind.SEARCH,
        Fill(
            "search.html",
            {
                "crumbs": view.crumbs(SEARCH),
                "count": len(lines),
                "tries": tries(entries, view.publication),
                "fields": by_field(entries, lines, view.publication),
                "letters": by_letter(lines),
                "agency": view.agency.agency.short_name if view.agency else None,
                "counters": counter_views(view.agency.agency.counters) if view.agency and not closed else (),
                "events": event_cards(view, SEARCH) if view.agency is None else (),
                "communes_href": communes.href if communes else None,
                "agencies_href": standpoint.portal(AGENCIES),
                "province_href": standpoint.portal(SEARCH),
            },
        ),
        description=f"Tìm thủ tục của {whose} theo việc cần làm, tên, mã, lĩnh vực hoặc chữ cái",
    )


def _entries(view: SiteView) -> tuple[Entry, ...]:
    """What is or will be in force: all procedures on the portal, those that an agency shows on its own site."""
    if view.agency:
        return tuple(entry for entry in view.agency.procedures if not is_over(entry))
    return tuple(across.issued for across in view.publication.procedures if not is_over(across.issued))


def _line(entry: Entry, view: SiteView) -> ProcedureLine:
    addresses = view.addresses.by_agency[view.agency.id] if view.agency else view.addresses.portal
    return procedure_line(entry, view.at(SEARCH).here(addresses[entry.code]), view.publication.day)
