"""The page of a document's history: every version with its decision and its change, and who applies which.

Reads: a document's history.
Returns: a page; upcoming versions are announced as such, and withdrawals are steps of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.decision import Action
from sotay.model.document import DocumentKind
from sotay.model.version import Version
from sotay.rendering.addresses import DOCUMENTS, HISTORY, PROCEDURES, Standpoint, comparison_tail, version_tail
from sotay.rendering.control_block import approver_words, signer_words
from sotay.rendering.feeds.site_feeds import feed_tab
from sotay.rendering.listing import is_over
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.standing_notes import badge_more, end_words
from sotay.rendering.validity import (
    STANDING_MARKS,
    Tone,
    badge,
    decision_words,
    first_day_after,
    history_sentence,
    span_words,
)
from sotay.rendering.versions.comparisons import in_words
from sotay.rendering.versions.document_history import Applied, DocumentHistory
from sotay.rendering.versions.pairs import version_pairs
from sotay.rendering.versions.switch import Shown, version_switch
from sotay.text.labels import KINDS
from sotay.text.wording import date_words, sentence_case, version_words
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """One version, or the end of the document, in the history."""

    title: str
    words: str
    """The version in the words of document control; of a withdrawal, by which decision."""
    tone: Tone
    mark: str
    """How it stands, in a word or two."""
    span: str
    note: str
    """The public note on the change."""
    changes: tuple[str, ...]
    """The change against the version before, in a line or two."""
    approval: tuple[str, ...]
    """Decision, signer, approver."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ApplierRow:
    """Which version one agency applies, and which it did."""

    name: str
    href: str
    version: str
    """The version that counts there on the day; empty where none does any more."""
    since: str
    decision: str
    mark: str
    """That it is behind what was issued last, or how it stands; empty where all is as it should be."""
    tone: Tone
    others: tuple[str, ...]
    """Its other versions, from when until when."""


def history_page(history: DocumentHistory, entry: Entry, view: SiteView) -> SitePage:
    """Return the history of a document; `entry` is as its current page has it."""
    home = view.addresses.home_of(entry.code)
    above = home.address if home else ""
    address = f"{above}{HISTORY}"
    standpoint = view.at(address)
    title = entry.control.title or entry.code
    is_procedure = entry.kind is DocumentKind.PROCEDURE
    upper = ("Thủ tục", PROCEDURES) if is_procedure else ("Sổ tay chất lượng", DOCUMENTS)
    return view.page(
        address,
        f"{title}: lịch sử các bản",
        PageKind.HISTORY,
        Fill(
            "history.html",
            {
                "crumbs": view.crumbs(address, upper, (title, above)),
                "document": Link(title, standpoint.here(above), f"{KINDS[entry.kind]} {entry.code}"),
                "badge": badge(entry),
                "badge_more": badge_more(entry),
                "switch": version_switch(entry, standpoint, Shown.OTHER),
                "steps": tuple(_steps(history, view, standpoint)),
                "appliers": tuple(_appliers(history, standpoint)),
                "pairs": version_pairs(history, standpoint),
                "feed_href": standpoint.here(above) + "feed.xml" if is_procedure and view.site_url else None,
            },
        ),
        description=f"Các bản của {entry.code} {title}: hiệu lực từ ngày nào, theo quyết định nào, ai duyệt, sửa gì",
        sentence=history_sentence(entry.code, view.publication),
        tab=upper[1],
        feeds=(feed_tab(entry, above),) if is_procedure else (),
    )


def _steps(history: DocumentHistory, view: SiteView, standpoint: Standpoint) -> Iterator[Step]:
    """The newest first."""
    for entry in reversed(history.periods):
        if entry.period.withdrawn and entry.period.ended_by:
            yield _withdrawal(entry, view)
        yield _version(entry, history, view, standpoint)


def _withdrawal(entry: Entry, view: SiteView) -> Step:
    gone = first_day_after(entry.period)
    decision = entry.period.ended_by
    tone = Tone.UPCOMING if gone > view.publication.day else Tone.PAST
    mark = "Sẽ bãi bỏ" if tone is Tone.UPCOMING else "Đã bãi bỏ"
    signed = (decision_words(decision, entry.agency), f"{signer_words(decision, entry.agency)} ký") if decision else ()
    return Step("Bãi bỏ", "", tone, mark, f"Từ {date_words(gone)}", "", (), signed, ())


def _version(entry: Entry, history: DocumentHistory, view: SiteView, standpoint: Standpoint) -> Step:
    version, decision = entry.period.version, entry.period.decision
    before = history.before(version)
    links = [Link(f"Xem bản {version}", standpoint.history(entry.code, version_tail(version)) or "")]
    if before:
        older = before.period.version
        tail = comparison_tail(older, version)
        links.append(Link(f"So với bản {older}", standpoint.history(entry.code, tail) or ""))
    approver = approver_words(entry.control, view.publication)
    verb = "Ban hành kèm theo" if entry.period.action is Action.ISSUE else "Áp dụng theo"
    return Step(
        title=f"Bản {version}",
        words=version_words(version),
        tone=badge(entry).tone,
        mark=STANDING_MARKS[entry.standing],
        span=sentence_case(span_words(entry.period)),
        note=entry.control.changes or "",
        changes=in_words(view.comparisons.between(before, entry)) if before else (),
        approval=(
            f"{verb} {decision_words(decision, entry.agency)}",
            f"{signer_words(decision, entry.agency)} ký",
            *((f"{approver} phê duyệt",) if approver else ()),
            *_end(entry),
        ),
        links=tuple(links),
    )


def _end(entry: Entry) -> Iterator[str]:
    """Who put another version in its place; a withdrawal is a step of its own."""
    words = end_words(entry)
    if words and entry.period.ends and not entry.period.withdrawn:
        yield words[:1].lower() + words[1:].removesuffix(".")


def _appliers(history: DocumentHistory, standpoint: Standpoint) -> Iterator[ApplierRow]:
    """Which agency applies what; nothing where only the one that issues it does."""
    if {applied.entry.agency.id for applied in history.applied} - {history.periods[-1].agency.id}:
        newest = history.in_force.period.version if history.in_force else None
        for applied in sorted(history.applied, key=lambda one: is_over(one.entry)):
            yield _applier(applied, newest, standpoint)


def _applier(applied: Applied, newest: Version | None, standpoint: Standpoint) -> ApplierRow:
    entry = applied.entry
    mark, tone = "", Tone.IN_FORCE
    if not entry.is_in_force:
        shown = badge(entry)
        mark, tone = shown.short, shown.tone
    elif newest and entry.period.version < newest:
        mark, tone = f"chưa áp dụng bản {newest}", Tone.UPCOMING
    others = (one for one in reversed(applied.periods) if one.period != entry.period)
    return ApplierRow(
        name=entry.agency.short_name,
        href=standpoint.site(entry.agency.id, standpoint.addresses.by_agency[entry.agency.id][entry.code]),
        version=str(entry.period.version),
        since=span_words(entry.period),
        decision=entry.period.decision.number,
        mark=mark,
        tone=tone,
        others=tuple(f"bản {one.period.version} {span_words(one.period)}" for one in others),
    )
