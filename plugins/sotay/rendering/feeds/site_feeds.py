"""Feeds of what decisions change: on the portal for the whole province and for each procedure, and for each agency.

Reads: a publication; days come from decisions, never from a clock.
Returns: feeds as values; one without any change is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from sotay.model.decision import Decision
from sotay.model.version import Version
from sotay.rendering.addresses import FEED, version_tail
from sotay.rendering.feeds.feed import Feed, FeedEntry
from sotay.rendering.site_page import Tab
from sotay.rendering.site_view import SiteView
from sotay.rendering.validity import decision_words, ends_with_agency, first_day_after
from sotay.rendering.versions.comparisons import in_words
from sotay.rendering.versions.document_history import periods_of
from sotay.text.wording import date_words, mid_sentence, sentence_case, version_words
from sotay.usecases.publication import AgencyPublication, Entry

_MOST = 100
"""How many changes a feed tells: the latest ones."""


def portal_feeds(view: SiteView) -> tuple[Feed, ...]:
    """Return the feed of the province, and one for each procedure."""
    standpoint, settings = view.at(""), view.publication.province.settings.value
    together: list[FeedEntry] = []
    feeds: list[Feed] = []
    for across in view.publication.procedures:
        entry, history = across.issued, view.addresses.histories[across.issued.code]
        pages = {
            one.period.version: standpoint.history(entry.code, version_tail(one.period.version)) or ""
            for one in history.versions
        }
        changes = list(_changes(history.periods, view, pages))
        together += changes
        title = f"{entry.control.title or entry.code}: các lần thay đổi"
        feeds += _feed(view.addresses.portal[entry.code], title, entry.agency.name, changes, view)
    return *_feed("", f"Thay đổi thủ tục của {mid_sentence(settings.name)}", settings.name, together, view), *feeds


def agency_feeds(agency: AgencyPublication, view: SiteView) -> tuple[Feed, ...]:
    """Return the feed of an agency: what it issues, adopts and withdraws; none where it has decided nothing yet."""
    standpoint = view.at("")
    changes = [
        change
        for entry in agency.entries
        for change in _changes(periods_of(entry), view, standpoint.document(entry.code) or "")
    ]
    return tuple(_feed("", f"Thay đổi tài liệu của {agency.agency.name}", agency.agency.name, changes, view))


def feed_tab(entry: Entry, address: str) -> Tab:
    """Return the portal's feed of a procedure, as the head of a page names it."""
    return Tab(f"Thay đổi của thủ tục {entry.control.title or entry.code}", address + FEED)


def site_feed(feeds: Iterable[Feed]) -> Tab | None:
    """Return the feed of the whole site, as the head of every page names it."""
    return next((Tab(feed.title, feed.address) for feed in feeds if feed.address == FEED), None)


def _feed(page: str, title: str, author: str, changes: Iterable[FeedEntry], view: SiteView) -> Iterator[Feed]:
    latest = sorted(changes, key=lambda change: (change.updated, change.published, change.name), reverse=True)
    notice = view.publication.province.settings.value.notice or ""
    if latest:
        yield Feed(page + FEED, title, author, notice, page, tuple(latest[:_MOST]))


def _changes(periods: Iterable[Entry], view: SiteView, pages: Mapping[Version, str] | str) -> Iterator[FeedEntry]:
    """Each version that was put into force, and each withdrawal."""
    for before, entry in pairwise([None, *periods]):
        if entry is not None:
            page = pages if isinstance(pages, str) else pages[entry.period.version]
            yield _put_into_force(before, entry, view, page)
            if entry.period.withdrawn and entry.period.ended_by:
                yield _withdrawn(entry, entry.period.ended_by, view.publication.day, page)


def _put_into_force(before: Entry | None, entry: Entry, view: SiteView, page: str) -> FeedEntry:
    period, day = entry.period, view.publication.day
    signed, version = period.decision.date, period.version
    verb = "áp dụng" if period.starts <= day else "sẽ áp dụng"
    parts = [entry.control.changes or ""]
    if before and before.period.version < version:
        parts += in_words(view.comparisons.between(before, entry))
    parts.append(
        f"Bản {version} ({version_words(version)}) của {entry.code}, có hiệu lực từ {date_words(period.starts)}"
        f"{_for_a_time(entry)}, theo {decision_words(period.decision, entry.agency)}."
    )
    return FeedEntry(
        name=_name(entry, period.decision, str(version)),
        title=f"{entry.control.title or entry.code}: {verb} bản {version} từ {date_words(period.starts)}",
        summary=" ".join(part for part in parts if part),
        address=page,
        published=signed,
        updated=max(signed, period.starts) if period.starts <= day else signed,
    )


def _for_a_time(entry: Entry) -> str:
    """Until when, if its own decision says it; what a later decision ends is a change of its own."""
    period = entry.period
    is_temporary = period.ends and period.lapses and not ends_with_agency(entry)
    return f" tạm thời đến hết {date_words(period.ends)}" if is_temporary and period.ends else ""


def _withdrawn(entry: Entry, decision: Decision, day: date, page: str) -> FeedEntry:
    gone = first_day_after(entry.period)
    verb = "bãi bỏ" if gone <= day else "sẽ bãi bỏ"
    return FeedEntry(
        name=_name(entry, decision, "bai-bo"),
        title=f"{entry.control.title or entry.code}: {verb} từ {date_words(gone)}",
        summary=f"{sentence_case(verb)} {entry.code} từ ngày {date_words(gone)}, "
        f"theo {decision_words(decision, entry.agency)}.",
        address=page,
        published=decision.date,
        updated=max(decision.date, gone) if gone <= day else decision.date,
    )


def _name(entry: Entry, decision: Decision, what: str) -> str:
    return "/".join((entry.agency.id, str(decision.date.year), decision.number, entry.code, what))
