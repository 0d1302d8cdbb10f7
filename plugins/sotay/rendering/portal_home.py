"""The portal's home: search first, then events of life, fields, what changed, agencies."""

from __future__ import annotations

from dataclasses import dataclass

from sotay.rendering.addresses import PROCEDURES
from sotay.rendering.changes import recent_changes
from sotay.rendering.life_events import event_cards
from sotay.rendering.listing import by_field, count_words, field_cards, is_over, procedure_line
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.rendering.tries import tries
from sotay.text.wording import mid_sentence


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency with how many procedures it carries out."""

    name: str
    href: str
    count: str


def portal_home(view: SiteView) -> SitePage:
    """Return the portal's home page."""
    standpoint = view.at("")
    current = [across.issued for across in view.publication.procedures if not is_over(across.issued)]
    lines = [procedure_line(entry, "", view.publication.day) for entry in current]
    groups = by_field(current, lines, view.publication)
    province = mid_sentence(view.publication.province.settings.value.name)
    return view.page(
        "",
        f"Thủ tục của {province}",
        PageKind.HOME,
        Fill(
            "portal_home.html",
            {
                "tries": tries(current, view.publication),
                "all_href": standpoint.here(PROCEDURES),
                "events": event_cards(view, ""),
                "fields": field_cards(groups, standpoint.here(PROCEDURES)),
                "changes": recent_changes(view),
                "agencies": tuple(_agencies(view)),
            },
        ),
        description=f"Giấy tờ, thời hạn, lệ phí và nơi nộp của mọi thủ tục tại {province}",
    )


def _agencies(view: SiteView) -> list[AgencyLine]:
    return [
        AgencyLine(
            agency.agency.short_name,
            view.at("").site(agency.id),
            count_words(sum(1 for entry in agency.procedures if not is_over(entry))),
        )
        for agency in view.publication.current_agencies
    ]
