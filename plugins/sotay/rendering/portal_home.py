"""The portal's home: search first, then events of life, fields, what changed, agencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sotay.rendering.addresses import PROCEDURES
from sotay.rendering.changes import recent_changes
from sotay.rendering.life_events import event_cards
from sotay.rendering.listing import by_field, is_over, procedure_line
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.rendering.tries import tries
from sotay.rendering.wording import mid_sentence
from sotay.usecases.publication import Entry

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class FieldCard:
    """A field with a few of its procedures."""

    name: str
    href: str
    count: int
    examples: str


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency with its number of procedures."""

    name: str
    href: str
    count: int


def portal_home(view: SiteView) -> SitePage:
    """Return the portal's home page."""
    standpoint = view.at("")
    current = [across.issued for across in view.publication.procedures if not is_over(across.issued)]
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
                "fields": _fields(current, view),
                "changes": recent_changes(view),
                "agencies": tuple(_agencies(view)),
            },
        ),
        description=f"Giấy tờ, thời hạn, lệ phí và nơi nộp của mọi thủ tục tại {province}",
    )


def _fields(current: Sequence[Entry], view: SiteView) -> tuple[FieldCard, ...]:
    day = view.publication.day
    groups = by_field(current, [procedure_line(entry, "", day) for entry in current], view.publication)
    return tuple(
        FieldCard(
            group.name,
            f"{view.at('').here(PROCEDURES)}#{group.anchor}",
            len(group.lines),
            " · ".join(line.title for line in group.lines[:_EXAMPLES]),
        )
        for group in groups
    )


def _agencies(view: SiteView) -> list[AgencyLine]:
    return [
        AgencyLine(
            agency.agency.short_name,
            view.at("").site(agency.id),
            sum(1 for entry in agency.procedures if not is_over(entry)),
        )
        for agency in view.publication.agencies
    ]
