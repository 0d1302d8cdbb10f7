"""The page of a document that is no administrative procedure: manual, policy, internal procedure, instruction, form."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.history.fingerprint import named_forms
from sotay.model.document import DocumentKind
from sotay.rendering.addresses import DOCUMENTS, LEGAL, Standpoint
from sotay.rendering.body_html import LinkTargets, body_headings, body_html
from sotay.rendering.control_block import control_rows
from sotay.rendering.downloads import downloads
from sotay.rendering.legal_basis import cited_by, legal_lines
from sotay.rendering.procedure_page import forms_named
from sotay.rendering.site_page import Heading, PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.standing_notes import standing_facts
from sotay.rendering.timeline import timeline
from sotay.rendering.validity import validity_sentence
from sotay.text.fold import fold
from sotay.text.labels import KINDS
from sotay.text.wording import version_words
from sotay.usecases.publication import AgencyPublication, Entry

_STEPS = Heading("Các bước thực hiện", "p-cac-buoc", 2)


def document_page(entry: Entry, agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the page of a document on an agency's site."""
    address = view.addresses.by_agency[agency.id][entry.code]
    standpoint = view.at(address)
    title = entry.control.title or entry.code
    is_form = entry.kind is DocumentKind.FORM
    body = entry.document.text
    steps = timeline(entry, standpoint)
    offered = tuple(downloads(entry, view.publication.province.attachments)) if is_form else ()
    in_site = entry.document.source.path.startswith(f"sites/{agency.id}/")
    return view.page(
        address,
        title,
        PageKind.FORM if is_form else PageKind.DOCUMENT,
        Fill(
            "document.html",
            {
                "crumbs": view.crumbs(address, ("Sổ tay chất lượng", DOCUMENTS)),
                "code": entry.code,
                "kind": KINDS[entry.kind],
                "is_form": is_form,
                "downloads": offered,
                "version_words": version_words(entry.period.version),
                **standing_facts(entry, standpoint),
                "body": body_html(body, LinkTargets(standpoint, entry.code, pictures=in_site)),
                "timeline": steps,
                "used_by": tuple(_users(entry, agency, standpoint)) if is_form else (),
                "legal": legal_lines(cited_by(entry.control), view.publication.province, view.publication.day),
                "register_href": standpoint.here(LEGAL),
                "forms": forms_named(entry, standpoint),
                "control": control_rows(entry, view.addresses),
            },
        ),
        description=f"{KINDS[entry.kind]} {entry.code} của {agency.agency.name}: {title}",
        sentence=validity_sentence(entry, view.publication),
        tab=DOCUMENTS,
        headings=(*body_headings(body), _STEPS) if steps else body_headings(body),
        files=tuple((download.name, download.path) for download in offered),
        terms=(entry.code, *entry.control.keywords, fold(title)),
    )


def _users(form: Entry, agency: AgencyPublication, standpoint: Standpoint) -> Iterator[Link]:
    """The documents of the site that name a form."""
    for entry in agency.entries:
        href = standpoint.document(entry.code)
        if href and form.code in named_forms(entry.document):
            yield Link(entry.control.title or entry.code, href)
