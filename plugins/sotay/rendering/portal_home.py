"""The portal's home: search first, then events of life, what is used most, what changed, fields, agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.rendering.addresses import AGENCIES, LIFE_EVENTS, PROCEDURES
from sotay.rendering.agency_list import agency_groups
from sotay.rendering.changes import recent_changes
from sotay.rendering.communes import commune_choice
from sotay.rendering.life_events import event_cards
from sotay.rendering.listing import by_field, field_cards, is_over, procedure_line
from sotay.rendering.most_used import most_used
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.rendering.structured_data.home import home_things
from sotay.rendering.tries import tries
from sotay.text.wording import date_words, mid_sentence
from sotay.usecases.publication import Entry


def portal_home(view: SiteView) -> SitePage:
    """Return the portal's home page."""
    standpoint = view.at("")
    current = [across.issued for across in view.publication.procedures if not is_over(across.issued)]
    lines = [procedure_line(entry, "", view.publication.day) for entry in current]
    groups = by_field(current, lines, view.publication)
    province = mid_sentence(view.publication.province.settings.value.name)
    title = f"Thủ tục của {province}"
    return view.page(
        "",
        title,
        PageKind.HOME,
        Fill(
            "portal_home.html",
            {
                "tries": tries(current, view.publication),
                "all_href": standpoint.here(PROCEDURES),
                "commune": commune_choice(view.publication, standpoint),
                "events": event_cards(view, ""),
                "events_href": standpoint.here(LIFE_EVENTS),
                "most_used": most_used(view),
                "fields": field_cards(groups, standpoint.here(PROCEDURES)),
                "changes": recent_changes(view),
                "agencies": agency_groups(view, ""),
                "agencies_href": standpoint.here(AGENCIES),
                "figures": tuple(_figures(current, view)),
            },
        ),
        things=home_things(view, title),
        description=f"Giấy tờ, thời hạn, lệ phí và nơi nộp của mọi thủ tục tại {province}",
    )


def _figures(current: Sequence[Entry], view: SiteView) -> Iterator[str]:
    """What there is, counted on the day."""
    in_force = sum(1 for entry in current if entry.is_in_force)
    if in_force:
        yield f"{in_force} thủ tục đang có hiệu lực"
    yield f"{len(view.publication.current_agencies)} cơ quan"
    days = [
        file.value.date
        for agency in view.publication.province.agencies
        for file in agency.decisions
        if file.value.date <= view.publication.day
    ]
    if days:
        yield f"quyết định gần nhất ngày {date_words(max(days))}"
