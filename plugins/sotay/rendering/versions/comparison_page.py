"""The page on which two versions of a document are compared, fact by fact and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.document import DocumentKind
from sotay.rendering.addresses import DOCUMENTS, HISTORY, PROCEDURES, Standpoint, version_tail
from sotay.rendering.body_html import LinkTargets
from sotay.rendering.control_block import approver_words
from sotay.rendering.redline.html import HEADINGS, redline_html
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.validity import STANDING_MARKS, Tone, badge, comparison_sentence, decision_words, span_words
from sotay.rendering.versions.document_history import DocumentHistory
from sotay.rendering.versions.pairs import version_pairs
from sotay.text.wording import sentence_case, version_words
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two versions, as the head of a comparison shows it."""

    label: str
    """`Bản cũ` or `Bản mới`."""
    version: str
    words: str
    href: str
    tone: Tone
    mark: str
    """How it stands, in a word or two."""
    span: str
    decision: str
    approver: str


def comparison_page(
    old: Entry, new: Entry, history: DocumentHistory, view: SiteView, place: tuple[str, str]
) -> SitePage:
    """Return the comparison of two versions; `place` is the folder of their document, and the page's below it."""
    home, tail = place
    address = home + tail
    standpoint = view.at(address)
    one, other = old.period.version, new.period.version
    name = new.control.title or new.code
    upper = ("Thủ tục", PROCEDURES) if new.kind is DocumentKind.PROCEDURE else ("Sổ tay chất lượng", DOCUMENTS)
    title = f"So sánh bản {one} với bản {other}"
    redline = view.comparisons.between(old, new)
    return view.page(
        address,
        f"{title}: {name}",
        PageKind.COMPARISON,
        Fill(
            "comparison.html",
            {
                "crumbs": view.crumbs(address, upper, (name, home), ("Lịch sử", home + HISTORY)),
                "heading": title,
                "document": Link(name, standpoint.here(home), new.code),
                "sides": (_side("Bản cũ", old, view, standpoint), _side("Bản mới", new, view, standpoint)),
                "notes": tuple(_notes(old, new, history)),
                "redline": redline_html(redline, target=LinkTargets(standpoint, new.code).of),
                "pairs": version_pairs(history, standpoint, (one, other)),
                "history_href": standpoint.here(home + HISTORY),
            },
        ),
        description=f"Bản {other} của {new.code} {name} khác bản {one} ở những điểm nào",
        sentence=comparison_sentence(old, new, view.publication),
        tab=upper[1],
        headings=HEADINGS,
    )


def _notes(old: Entry, new: Entry, history: DocumentHistory) -> Iterator[tuple[str, str]]:
    """The public notes of all versions that lie between: each with its version."""
    for entry in history.versions:
        if old.period.version < entry.period.version <= new.period.version and entry.control.changes:
            yield f"Bản {entry.period.version}", entry.control.changes


def _side(label: str, entry: Entry, view: SiteView, standpoint: Standpoint) -> Compared:
    version = entry.period.version
    return Compared(
        label=label,
        version=str(version),
        words=version_words(version),
        href=standpoint.history(entry.code, version_tail(version)) or "",
        tone=badge(entry).tone,
        mark=STANDING_MARKS[entry.standing],
        span=sentence_case(span_words(entry.period)),
        decision=decision_words(entry.period.decision, entry.agency),
        approver=approver_words(entry.control, view.publication),
    )
