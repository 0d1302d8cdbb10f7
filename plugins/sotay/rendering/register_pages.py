"""The registers of an agency: its controlled documents, and the legal documents that they cite.

Reads: what the agency publishes; internal and undecided documents are not in it.
Returns: pages for people who check the system (TCVN ISO 9001:2015, 7.5.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sotay.deadlines.review import review_due
from sotay.rendering.addresses import LEGAL, REGISTER, STAFF, Standpoint
from sotay.rendering.control_block import approver_words
from sotay.rendering.legal_basis import LegalLine, cited_by, legal_lines, legal_order
from sotay.rendering.listing import is_over
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.structured_data.legislation import legislation
from sotay.rendering.validity import Badge, badge
from sotay.text.labels import KINDS
from sotay.text.wording import date_words
from sotay.usecases.publication import AgencyPublication, Entry, Publication


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One controlled document."""

    code: str
    title: str
    href: str
    history: str
    """Link to all its versions."""
    version: str
    starts: str
    decision: str
    approver: str
    review: str
    is_due: bool
    badge: Badge | None
    """How it stands, unless simply in force."""
    ahead: str
    """The next version, if one is decided."""
    is_over: bool
    is_internal: bool


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The documents of one kind."""

    name: str
    anchor: str
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """One legal document, and where it is cited."""

    law: LegalLine
    cited_in: tuple[Link, ...]


def register_page(agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the master list of an agency's controlled documents."""
    standpoint = view.at(REGISTER)
    groups = tuple(_groups(agency, view.publication, standpoint))
    which = "tài liệu" if view.publication.is_internal else "tài liệu công khai"
    documents = f"{len(agency.entries)} {which}" if agency.entries else f"Chưa có {which} nào"
    return view.page(
        REGISTER,
        "Danh mục tài liệu được kiểm soát",
        PageKind.REGISTER,
        Fill(
            "register.html",
            {
                "crumbs": view.crumbs(REGISTER, ("Dành cho cán bộ", STAFF)),
                "lead": f"{documents} của {agency.agency.name}, "
                f"theo quyết định có hiệu lực tính đến ngày {date_words(view.publication.day)}.",
                "groups": groups,
            },
        ),
        description=f"Danh mục tài liệu được kiểm soát của {agency.agency.name}",
        tab=STAFF,
    )


def legal_page(agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the register of the legal documents that an agency's documents cite, and how they stand."""
    standpoint = view.at(LEGAL)
    cited: dict[str, list[Entry]] = {}
    for entry in agency.entries:
        if not is_over(entry):
            for number in dict.fromkeys(cited_by(entry.control)):
                cited.setdefault(number, []).append(entry)
    name = agency.agency.name
    register = view.publication.province.legal_by_number
    laws = legal_lines(cited, view.publication.province, view.publication.day)
    rows = tuple(CitedLaw(law, tuple(_links(cited[law.number], standpoint))) for law in sorted(laws, key=legal_order))
    return view.page(
        LEGAL,
        "Văn bản pháp luật được viện dẫn",
        PageKind.REGISTER,
        Fill(
            "legal_register.html",
            {
                "crumbs": view.crumbs(LEGAL, ("Dành cho cán bộ", STAFF)),
                "lead": f"{len(rows)} văn bản mà tài liệu của {name} viện dẫn. Ngày chưa biết chắc thì để trống."
                if rows
                else f"Tài liệu của {name} chưa viện dẫn văn bản nào.",
                "rows": rows,
            },
        ),
        things=legislation([register[number] for number in cited if number in register], view),
        description=f"Văn bản pháp luật mà tài liệu của {name} viện dẫn",
        tab=STAFF,
    )


def _groups(agency: AgencyPublication, publication: Publication, standpoint: Standpoint) -> Iterator[RegisterGroup]:
    for kind, name in KINDS.items():
        entries = agency.of_kind(kind)
        if entries:
            rows = tuple(_row(entry, publication, standpoint) for entry in _in_order(entries))
            yield RegisterGroup(name, kind.value.replace("_", "-"), rows)


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """In force and upcoming first, then what is over; by code."""
    return sorted(entries, key=lambda entry: (is_over(entry), entry.code))


def _row(entry: Entry, publication: Publication, standpoint: Standpoint) -> RegisterRow:
    intervals = publication.province.settings.value.review
    due = None if is_over(entry) else review_due(entry.control, intervals)
    following = entry.upcoming
    return RegisterRow(
        code=entry.code,
        title=entry.control.title or entry.code,
        href=standpoint.document(entry.code) or "",
        history=standpoint.history(entry.code) or "",
        version=str(entry.period.version),
        starts=date_words(entry.period.starts),
        decision=entry.period.decision.number,
        approver=approver_words(entry.control, publication),
        review=date_words(due) if due else "",
        is_due=bool(due and due < publication.day),
        badge=None if entry.is_in_force else badge(entry),
        ahead=f"Bản {following.version} từ {date_words(following.starts)}" if following else "",
        is_over=is_over(entry),
        is_internal=not entry.document.is_public,
    )


def _links(entries: Iterable[Entry], standpoint: Standpoint) -> Iterator[Link]:
    for entry in entries:
        href = standpoint.document(entry.code)
        if href:
            yield Link(entry.code, href, entry.control.title or entry.code)
