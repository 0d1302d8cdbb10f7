"""The home of an agency's site: who they are, where and when they receive people, what they do, what changed."""

from __future__ import annotations

from sotay.model.document import DocumentKind
from sotay.rendering.absence import absence
from sotay.rendering.addresses import DOCUMENTS, PROCEDURES, REGISTER
from sotay.rendering.changes import recent_changes
from sotay.rendering.counters import counter_views
from sotay.rendering.listing import by_field, field_cards, is_over, procedure_line
from sotay.rendering.most_used import most_used
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.structured_data.home import home_things
from sotay.rendering.tries import tries
from sotay.text.labels import KINDS
from sotay.usecases.publication import AgencyPublication

PRODUCT = "Thủ tục và Sổ tay chất lượng"
"""What every site of the province is."""
_FOREMOST = (DocumentKind.MANUAL, DocumentKind.POLICY, DocumentKind.OBJECTIVES)
_MOST_ON_HOME = 12
"""So many procedures still stand on the home page one by one; more are reached by field."""


def agency_home(agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the home page of an agency's site."""
    standpoint = view.at("")
    current = [entry for entry in agency.procedures if not is_over(entry)]
    lines = [procedure_line(e, standpoint.document(e.code) or "", view.publication.day) for e in current]
    groups = by_field(current, lines, view.publication)
    foremost = [entry for kind in _FOREMOST for entry in agency.of_kind(kind) if not is_over(entry)]
    name, is_short = agency.agency.name, len(lines) <= _MOST_ON_HOME
    away = absence(agency, view)
    return view.page(
        "",
        name,
        PageKind.HOME,
        Fill(
            "agency_home.html",
            {
                "name": name,
                "subtitle": PRODUCT,
                "tries": tries(current, view.publication),
                "all_href": standpoint.here(PROCEDURES),
                "count": len(lines),
                "groups": groups if is_short else (),
                "fields": () if is_short else field_cards(groups, standpoint.here(PROCEDURES)),
                "most_used": () if is_short else most_used(view),
                "changes": () if away else recent_changes(view),
                "counters": () if away else counter_views(agency.agency.counters),
                "absence": away,
                "has_past": bool(agency.of_kind(DocumentKind.PROCEDURE)),
                "is_gone": agency.agency.is_gone(view.publication.day),
                "documents": tuple(Link(KINDS[e.kind], standpoint.document(e.code) or "") for e in foremost),
                "documents_href": standpoint.here(DOCUMENTS),
                "register_href": standpoint.here(REGISTER),
                "portal_href": standpoint.portal(),
                "province": view.publication.province.settings.value.name,
            },
        ),
        things=home_things(view, name),
        description=away.words if away else f"Thủ tục, nơi nộp, giờ tiếp nhận và sổ tay chất lượng của {name}",
    )
