"""The pages below a document's page that never move: its history, every version, and every two versions compared.

Reads: a document's history and how its current page has it.
Returns: pages of the one site where the document is at home.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.history.ledger import Standing
from sotay.model.document import DocumentKind
from sotay.rendering.addresses import DOCUMENTS, PROCEDURES, Standpoint, comparison_tail, version_tail
from sotay.rendering.document_page import document_facts, document_headings, document_kind, offered_files
from sotay.rendering.procedure_page import description, procedure_facts
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.standing_notes import (
    TO_HISTORY,
    Notice,
    badge_more,
    comparison_link,
    end_words,
    replacements,
    version_link,
    what_it_is,
)
from sotay.rendering.validity import Tone, badge, validity_sentence
from sotay.rendering.versions.comparison_page import comparison_page
from sotay.rendering.versions.document_history import DocumentHistory
from sotay.rendering.versions.history_page import history_page
from sotay.rendering.versions.news import what_is_new
from sotay.rendering.versions.switch import Shown, version_switch
from sotay.text.wording import date_words
from sotay.usecases.publication import Entry


def history_pages(entry: Entry, view: SiteView) -> Iterator[SitePage]:
    """Yield the history of a document, its versions and their comparisons, if this site is where it is at home."""
    home = view.addresses.home_of(entry.code)
    here = view.agency.id if view.agency else None
    if home is None or home.agency != here:
        return
    history = view.addresses.histories[entry.code]
    yield history_page(history, entry, view)
    for version in history.versions:
        yield _version_page(version, history, view, home.address)
    for old, new in history.pairs:
        tail = comparison_tail(old.period.version, new.period.version)
        yield comparison_page(old, new, history, view, (home.address, tail))


def _version_page(entry: Entry, history: DocumentHistory, view: SiteView, home: str) -> SitePage:
    address = f"{home}{version_tail(entry.period.version)}"
    standpoint = view.at(address)
    head = _head(entry, history, view, standpoint)
    title = f"{entry.control.title or entry.code} (bản {entry.period.version})"
    sentence = validity_sentence(entry, view.publication)
    if entry.kind is DocumentKind.PROCEDURE:
        performers = None if view.agency else tuple(history.appliers_of(entry.period.version))
        facts = procedure_facts(entry, view, standpoint, performers)
        crumbs = view.crumbs(address, ("Thủ tục", PROCEDURES), (entry.control.title or entry.code, home))
        return view.page(
            address,
            title,
            PageKind.PROCEDURE,
            Fill("procedure.html", {"crumbs": crumbs, **facts, **head}),
            description=f"Bản {entry.period.version}. {description(entry, view, performers)}",
            sentence=sentence,
            tab=PROCEDURES,
            current=home,
        )
    return _document_version(entry, view, standpoint, (home, title, sentence), head)


def _document_version(
    entry: Entry,
    view: SiteView,
    standpoint: Standpoint,
    said: tuple[str, str, str],
    head: Mapping[str, object],
) -> SitePage:
    home, title, sentence = said
    agency = view.publication.agency_by_id[standpoint.agency or entry.agency.id]
    offered = offered_files(entry, view)
    name = entry.control.title or entry.code
    crumbs = view.crumbs(standpoint.address, ("Sổ tay chất lượng", DOCUMENTS), (name, home))
    facts = document_facts(entry, agency, view, standpoint)
    return view.page(
        standpoint.address,
        title,
        document_kind(entry),
        Fill("document.html", {"crumbs": crumbs, "downloads": offered, **facts, **head}),
        description=f"Bản {entry.period.version} của {entry.code}: {name}",
        sentence=sentence,
        tab=DOCUMENTS,
        headings=document_headings(entry, standpoint),
        files=tuple((download.name, download.path) for download in offered),
        current=home,
    )


def _head(entry: Entry, history: DocumentHistory, view: SiteView, standpoint: Standpoint) -> Mapping[str, object]:
    return {
        "badge": badge(entry),
        "badge_more": badge_more(entry),
        "asides": (),
        "notice": _notice(entry, history, view, standpoint),
        "is_folded": False,
        "switch": version_switch(entry, standpoint, Shown.VERSION),
        "staff_notes": (),
        "news": what_is_new(entry, view, standpoint),
    }


def _notice(entry: Entry, history: DocumentHistory, view: SiteView, standpoint: Standpoint) -> Notice:
    """What a version's page says first: whether it counts, and where the one is that does."""
    code, version, current = entry.code, entry.period.version, history.in_force
    more: tuple[Link, ...] = (Link(TO_HISTORY, standpoint.history(code) or ""),)
    if entry.is_in_force:
        here = Link("trang hiện hành", standpoint.history(code, "") or "")
        text = "Địa chỉ của trang này giữ nguyên bản này, cả khi có bản sau. Để luôn xem bản mới nhất, dùng"
        return Notice(Tone.IN_FORCE, f"Bản {version} đang có hiệu lực.", text, "", (here,), more)
    if current:
        instead = version_link(code, current.period.version, standpoint, f"bản {current.period.version}")
        label = f"Đang có hiệu lực ngày {date_words(view.publication.day)}"
        more = (*comparison_link(code, version, current.period.version, standpoint, "Hai bản khác gì nhau"), *more)
    else:
        instead = tuple(replacements(entry, standpoint))
        label = "Nay làm theo" if entry.kind is DocumentKind.PROCEDURE else "Nay dùng"
        more = (Link("Trang của tài liệu", standpoint.history(code, "") or ""), *more)
    if entry.standing is Standing.UPCOMING:
        lead = f"Bản này chưa áp dụng; có hiệu lực từ ngày {date_words(entry.period.starts)}."
        return Notice(Tone.UPCOMING, lead, "", label, instead, more)
    lead = "Bản này không còn hiệu lực." if current else f"{what_it_is(entry)} không còn áp dụng."
    text = " ".join(part for part in (end_words(entry), _still_applied(entry, history, view)) if part)
    return Notice(Tone.PAST, lead, text, label, instead, more)


def _still_applied(entry: Entry, history: DocumentHistory, view: SiteView) -> str:
    """Where a version is applied although its owner has put another in its place."""
    appliers = [one for one in history.appliers_of(entry.period.version) if one.is_in_force]
    names = ", ".join(one.agency.short_name for one in appliers if one.agency.id != entry.agency.id)
    return f"Ngày {date_words(view.publication.day)} còn áp dụng tại {names}." if names else ""
