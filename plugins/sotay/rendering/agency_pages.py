"""All pages of an agency's site.

Reads: a publication and the agency's id.
Returns: a Site; nothing that is not in the publication can appear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotay.model.document import DocumentKind
from sotay.rendering.about_pages import agency_about
from sotay.rendering.absence import absence
from sotay.rendering.addresses import (
    ABOUT,
    DOCUMENTS,
    LEGAL,
    PROCEDURES,
    RECORDS,
    STAFF,
    Addresses,
    codes_that_move,
    relative,
)
from sotay.rendering.agency_home import PRODUCT, agency_home
from sotay.rendering.calendar_file import calendar_files
from sotay.rendering.document_page import document_page
from sotay.rendering.feeds.site_feeds import agency_feeds, site_feed
from sotay.rendering.listing import ProcedureLine, by_field, count_words, is_over, procedure_line
from sotay.rendering.procedure_page import procedure_page
from sotay.rendering.record_pages import record_pages
from sotay.rendering.redirects import redirect_pages
from sotay.rendering.register_pages import legal_page, register_page
from sotay.rendering.robots import robots_file
from sotay.rendering.search.site_index import search_index
from sotay.rendering.search_page import search_page
from sotay.rendering.site_page import PageKind, Site, SiteFrame, SitePage, Tab
from sotay.rendering.site_view import Fill, SiteView
from sotay.rendering.staff_page import staff_page
from sotay.rendering.validity import Badge, badge
from sotay.rendering.versions.pages import history_pages
from sotay.text.labels import KINDS
from sotay.text.wording import sentence_case
from sotay.usecases.publication import AgencyPublication, Entry, Publication

_QUALITY = (
    DocumentKind.MANUAL,
    DocumentKind.POLICY,
    DocumentKind.OBJECTIVES,
    DocumentKind.INTERNAL_PROCEDURE,
    DocumentKind.INSTRUCTION,
    DocumentKind.FORM,
    DocumentKind.MODEL,
)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A quality document in a list."""

    title: str
    href: str
    code: str
    version: str
    badge: Badge | None
    is_internal: bool


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """The quality documents of one kind."""

    name: str
    anchor: str
    items: tuple[DocumentLine, ...]


def agency_site(publication: Publication, agency_id: str, site_url: str | None = None) -> Site:
    """Return an agency's site; without the address at which it is published, nothing in it has an absolute address."""
    agency = publication.agency_by_id[agency_id]
    view = SiteView(publication, Addresses(publication), agency, site_url)
    pages = sorted(_pages(agency, view), key=lambda page: page.address)
    feeds = agency_feeds(agency, view)
    data = (search_index(view), robots_file(publication, site_url), *calendar_files(publication))
    return Site(_frame(agency, view, site_feed(feeds)), tuple(pages), feeds, data)


def _frame(agency: AgencyPublication, view: SiteView, feed: Tab | None) -> SiteFrame:
    settings = view.publication.province.settings.value
    return SiteFrame(
        name=agency.agency.name,
        subtitle=f"{PRODUCT} · {settings.name}",
        notice=settings.notice,
        tabs=(
            Tab("Thủ tục", PROCEDURES),
            Tab("Sổ tay chất lượng", DOCUMENTS),
            *((Tab("Hồ sơ", RECORDS),) if view.publication.is_internal else ()),
            Tab("Dành cho cán bộ", STAFF),
            Tab("Giới thiệu", ABOUT),
        ),
        portal=relative(f"{agency.id}/", ""),
        footer=(Tab("Văn bản pháp luật được viện dẫn", LEGAL),),
        sentence=view.sentence,
        feed=feed,
        absence=absence(agency, view),
    )


def _pages(agency: AgencyPublication, view: SiteView) -> Iterator[SitePage]:
    yield agency_home(agency, view)
    yield _procedures(agency, view)
    yield search_page(view)
    yield _documents(agency, view)
    yield staff_page(agency, view)
    yield register_page(agency, view)
    yield legal_page(agency, view)
    yield agency_about(agency, view)
    for entry in agency.entries:
        if entry.kind is DocumentKind.PROCEDURE:
            yield procedure_page(entry, view)
        else:
            yield document_page(entry, agency, view)
        yield from history_pages(entry, view)
    if view.publication.is_internal:
        yield from record_pages(agency, view)
    yield from redirect_pages(codes_that_move(agency, view.addresses), view)


def _procedures(agency: AgencyPublication, view: SiteView) -> SitePage:
    standpoint = view.at(PROCEDURES)
    day = view.publication.day
    entries = agency.of_kind(DocumentKind.PROCEDURE)
    performed = [entry for entry in entries if entry.is_performed and not is_over(entry)]
    owned = [entry for entry in entries if not entry.is_performed and not is_over(entry)]
    over = [entry for entry in entries if is_over(entry)]

    def lines(chosen: Sequence[Entry]) -> list[ProcedureLine]:
        return [procedure_line(entry, standpoint.document(entry.code) or "", day) for entry in chosen]

    name = agency.agency.name
    return view.page(
        PROCEDURES,
        "Thủ tục",
        PageKind.LISTING,
        Fill(
            "procedures.html",
            {
                "crumbs": view.crumbs(PROCEDURES),
                "lead": f"{sentence_case(count_words(len(performed)))} thực hiện tại {name}.",
                "groups": by_field(performed, lines(performed), view.publication),
                "owned": lines(owned),
                "past": lines(over),
            },
        ),
        description=f"Thủ tục thực hiện tại {name}, theo lĩnh vực",
        tab=PROCEDURES,
    )


def _documents(agency: AgencyPublication, view: SiteView) -> SitePage:
    groups = []
    for kind in _QUALITY:
        items = tuple(_document_line(entry, view) for entry in agency.of_kind(kind))
        if items:
            groups.append(DocumentGroup(KINDS[kind], kind.value.replace("_", "-"), items))
    name = agency.agency.name
    return view.page(
        DOCUMENTS,
        "Sổ tay chất lượng",
        PageKind.LISTING,
        Fill(
            "quality.html",
            {
                "crumbs": view.crumbs(DOCUMENTS),
                "lead": f"Tài liệu của hệ thống quản lý chất lượng mà {name} áp dụng."
                if groups
                else f"{name} chưa áp dụng tài liệu nào của hệ thống quản lý chất lượng.",
                "groups": groups,
            },
        ),
        description=f"Sổ tay, chính sách, mục tiêu chất lượng, quy trình và biểu mẫu của {name}",
        tab=DOCUMENTS,
    )


def _document_line(entry: Entry, view: SiteView) -> DocumentLine:
    return DocumentLine(
        title=entry.control.title or entry.code,
        href=view.at(DOCUMENTS).document(entry.code) or "",
        code=entry.code,
        version=str(entry.period.version),
        badge=None if entry.is_in_force else badge(entry),
        is_internal=not entry.document.is_public,
    )
