"""The page of a document that is no administrative procedure: manual, policy, internal procedure, instruction, form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.history.fingerprint import named_forms
from sotay.model.document import DocumentKind
from sotay.rendering.addresses import DOCUMENTS, LEGAL, Standpoint
from sotay.rendering.body_html import LinkTargets, body_headings, body_html
from sotay.rendering.control_block import control_rows
from sotay.rendering.downloads import Download, downloads
from sotay.rendering.legal_basis import cited_by, legal_lines
from sotay.rendering.listing import is_over
from sotay.rendering.procedure_page import forms_named
from sotay.rendering.site_page import Heading, PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.standing_notes import standing_facts
from sotay.rendering.swim_lanes.view import lanes_view
from sotay.rendering.timeline import timeline
from sotay.rendering.validity import validity_sentence
from sotay.rendering.versions.document_history import day_of_facts
from sotay.rendering.versions.news import what_is_new
from sotay.text.labels import KINDS
from sotay.text.wording import version_words
from sotay.usecases.publication import AgencyPublication, Entry

_STEPS = Heading("Các bước thực hiện", "p-cac-buoc", 2)
_ABOVE = ("Sổ tay chất lượng", DOCUMENTS)


def document_page(entry: Entry, agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the page of a document on an agency's site."""
    address = view.addresses.by_agency[agency.id][entry.code]
    standpoint = view.at(address)
    title = entry.control.title or entry.code
    offered = offered_files(entry, view)
    facts = document_facts(entry, agency, view, standpoint)
    head = {**standing_facts(entry, standpoint), "news": what_is_new(entry, view, standpoint)}
    return view.page(
        address,
        title,
        document_kind(entry),
        Fill("document.html", {"crumbs": view.crumbs(address, _ABOVE), "downloads": offered, **facts, **head}),
        description=f"{KINDS[entry.kind]} {entry.code} của {agency.agency.name}: {title}",
        sentence=validity_sentence(entry, view.publication),
        tab=DOCUMENTS,
        headings=document_headings(entry, standpoint),
        files=tuple((download.name, download.path) for download in offered),
    )


def document_kind(entry: Entry) -> PageKind:
    """Return what the page of a document is."""
    return PageKind.FORM if entry.kind is DocumentKind.FORM else PageKind.DOCUMENT


def document_headings(entry: Entry, standpoint: Standpoint) -> tuple[Heading, ...]:
    """Return the headings of a document's page."""
    headings = body_headings(entry.document.text)
    return (*headings, _STEPS) if timeline(entry, standpoint) else headings


def offered_files(entry: Entry, view: SiteView) -> tuple[Download, ...]:
    """Return the files that a form offers."""
    return tuple(downloads(entry, view.publication.province.attachments)) if entry.kind is DocumentKind.FORM else ()


def document_facts(
    entry: Entry, agency: AgencyPublication, view: SiteView, standpoint: Standpoint
) -> Mapping[str, object]:
    """Return all facts of a document's page but those of its head, as they are on the day or on its nearest day."""
    is_form = entry.kind is DocumentKind.FORM
    in_site = entry.document.source.path.startswith(f"sites/{agency.id}/")
    day = day_of_facts(entry, view.publication.day)
    shown = timeline(entry, standpoint)
    return {
        "code": entry.code,
        "kind": KINDS[entry.kind],
        "is_form": is_form,
        "version_words": version_words(entry.period.version),
        "body": body_html(entry.document.text, LinkTargets(standpoint, entry.code, pictures=in_site)),
        "timeline": shown,
        "lanes": lanes_view(entry, shown, standpoint),
        "used_by": tuple(_users(entry, agency, standpoint)) if is_form else (),
        "legal": legal_lines(cited_by(entry.control), view.publication.province, day, is_over=is_over(entry)),
        "register_href": standpoint.here(LEGAL),
        "forms": forms_named(entry, standpoint),
        "control": control_rows(entry, view.addresses),
        "history_href": standpoint.history(entry.code),
    }


def _users(form: Entry, agency: AgencyPublication, standpoint: Standpoint) -> Iterator[Link]:
    """The documents of the site that name a form."""
    for entry in agency.entries:
        href = standpoint.document(entry.code)
        if href and form.code in named_forms(entry.document):
            yield Link(entry.control.title or entry.code, href)
