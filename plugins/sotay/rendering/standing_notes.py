"""What the head of a document's page says about its standing: the badge, what is ahead, and what replaces it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.rendering.addresses import Standpoint
from sotay.rendering.listing import is_over
from sotay.rendering.site_view import Link
from sotay.rendering.validity import badge, decision_words
from sotay.text.wording import date_words, version_words
from sotay.usecases.publication import Entry


def standing_facts(entry: Entry, standpoint: Standpoint) -> Mapping[str, object]:
    """Return the facts that the head of every document's page shows."""
    ended_by = entry.period.ended_by
    return {
        "badge": badge(entry),
        "badge_more": (version_words(entry.period.version), f"QĐ {entry.period.decision.number}"),
        "ahead": tuple(_ahead(entry)),
        "is_over": is_over(entry),
        "gone_by": f"Bãi bỏ theo {decision_words(ended_by, entry.agency)}" if ended_by else "",
        "replaced_by": tuple(_replacements(entry, standpoint)),
    }


def _ahead(entry: Entry) -> Iterator[str]:
    """What is decided already and comes later."""
    following = entry.upcoming
    if following:
        yield (
            f"Từ {date_words(following.starts)} áp dụng bản {following.version} "
            f"({version_words(following.version)}), theo {decision_words(following.decision, entry.agency)}."
        )
    elif entry.is_in_force and entry.period.ends and entry.period.withdrawn:
        decision = decision_words(entry.period.ended_by, entry.agency) if entry.period.ended_by else ""
        yield f"Sau ngày {date_words(entry.period.ends)} tài liệu này bị bãi bỏ, theo {decision}."


def _replacements(entry: Entry, standpoint: Standpoint) -> Iterator[Link]:
    """The public documents that state that they replace this one."""
    for code in standpoint.addresses.replacements.get(entry.code, ()):
        href = standpoint.document(code)
        if href:
            yield Link(standpoint.addresses.titles[code], href)
