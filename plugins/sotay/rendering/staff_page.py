"""The page for the staff and the head of an agency: what is in force, coming, due, ending, and what the rules advise.

Reads: how the agency's documents stand on the day.
Returns: a page; in the public edition it is about public documents only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sotay.rendering.addresses import DOCUMENTS, LEGAL, RECORDS, REGISTER, STAFF, Standpoint
from sotay.rendering.legal_basis import anchor_of
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.rendering.validity import decision_words
from sotay.text.labels import KINDS
from sotay.text.wording import date_words, fee_words, sentence_case
from sotay.usecases.agency_status import Advised, AgencyStatus, Coming, agency_status
from sotay.usecases.publication import Advice, AgencyPublication, Entry


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that leads to what it counts."""

    count: int
    words: str
    href: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something about one document, with a day."""

    document: Link
    code: str
    words: str
    """What is the matter."""
    day: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class EndingLine:
    """A legal document that ends, and the documents that rest on it."""

    law: Link
    title: str
    day: str
    is_over: bool
    cited_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One rule's advice on a document."""

    rule: str
    title: str
    where: str
    """The file, and the lines that it is about."""
    facts: tuple[str, ...]
    """What is otherwise; none in the public edition."""


@dataclass(frozen=True, slots=True)
class AdvisedDocument:
    """A document with what the rules advise on it."""

    document: Link
    code: str
    lines: tuple[AdviceLine, ...]


def staff_page(agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return the page by which an agency sees what it has to do next."""
    standpoint, status = view.at(STAFF), agency_status(agency, view.publication)
    name, day = agency.agency.name, date_words(view.publication.day)
    which = "tài liệu" if view.publication.is_internal else "tài liệu công khai"
    return view.page(
        STAFF,
        "Dành cho cán bộ",
        PageKind.REGISTER,
        Fill(
            "staff.html",
            {
                "crumbs": view.crumbs(STAFF),
                "lead": f"Tình trạng {which} của {name} tính đến ngày {day}.",
                "figures": tuple(_figures(status)),
                "in_force": tuple(_in_force(status, standpoint)),
                "coming": tuple(_coming(coming, standpoint) for coming in status.coming),
                "reviews": tuple(_reviews(status, standpoint)),
                "behind": tuple(_behind(status, standpoint)),
                "laws": tuple(_laws(status, view, standpoint)),
                "fees": tuple(_fees(status, standpoint)),
                "advised": tuple(_advised(advised, standpoint) for advised in status.advised),
                "more": tuple(_more(view, standpoint)),
            },
        ),
        description=f"Tài liệu đang có hiệu lực, sắp có hiệu lực, đến hạn soát xét của {name}",
        tab=STAFF,
    )


def _figures(status: AgencyStatus) -> Iterator[Figure]:
    overdue = sum(review.is_overdue for review in status.reviews)
    advice = sum(len(advised.advice) for advised in status.advised)
    yield Figure(sum(status.in_force.values()), "đang có hiệu lực", "#hieu-luc")
    yield Figure(len(status.coming), "sắp có hiệu lực", "#sap-toi")
    yield Figure(overdue, "quá hạn soát xét", "#soat-xet", is_urgent=overdue > 0)
    yield Figure(len(status.reviews) - overdue, "đến hạn soát xét trong 90 ngày", "#soat-xet")
    yield Figure(len(status.behind), "còn áp dụng bản cũ", "#ban-cu", is_urgent=bool(status.behind))
    yield Figure(len(status.laws) + len(status.fees), "căn cứ, mức thu sắp hết hiệu lực", "#het-hieu-luc")
    yield Figure(advice, "gợi ý", "#goi-y")


def _in_force(status: AgencyStatus, standpoint: Standpoint) -> Iterator[Figure]:
    for kind, name in KINDS.items():
        if status.in_force.get(kind):
            href = f"{standpoint.here(REGISTER)}#{kind.value.replace('_', '-')}"
            yield Figure(status.in_force[kind], name, href)


def _coming(coming: Coming, standpoint: Standpoint) -> Task:
    period, entry = coming.period, coming.entry
    decision = decision_words(period.decision, entry.agency)
    changes = next((v.document.control.changes for v in entry.versions if v.period == period), None)
    words = " ".join(part for part in (f"Bản {period.version}, theo {decision}.", changes) if part)
    return Task(_link(entry, standpoint), entry.code, words, date_words(period.starts))


def _reviews(status: AgencyStatus, standpoint: Standpoint) -> Iterator[Task]:
    for review in status.reviews:
        words = "Quá hạn soát xét" if review.is_overdue else "Đến hạn soát xét"
        link = _link(review.entry, standpoint)
        yield Task(link, review.entry.code, words, date_words(review.due), review.is_overdue)


def _behind(status: AgencyStatus, standpoint: Standpoint) -> Iterator[Task]:
    for behind in status.behind:
        words = f"Đang áp dụng bản {behind.entry.period.version}; đơn vị chủ trì đã ban hành bản {behind.issued}."
        yield Task(_link(behind.entry, standpoint), behind.entry.code, words, "", is_urgent=True)


def _laws(status: AgencyStatus, view: SiteView, standpoint: Standpoint) -> Iterator[EndingLine]:
    for ending in status.laws:
        law = Link(ending.law.number, f"{standpoint.here(LEGAL)}#{anchor_of(ending.law.number)}")
        cited = tuple(_link(entry, standpoint, entry.code) for entry in ending.cited_in)
        is_over = ending.ends <= view.publication.day
        yield EndingLine(law, ending.law.title, date_words(ending.ends), is_over, cited)


def _fees(status: AgencyStatus, standpoint: Standpoint) -> Iterator[Task]:
    for ending in status.fees:
        basis = f", theo {ending.fee.legal_basis}" if ending.fee.legal_basis else ""
        words = f"Mức thu {fee_words(ending.fee)}{basis}"
        yield Task(_link(ending.entry, standpoint), ending.entry.code, words, date_words(ending.ends))


def _advised(advised: Advised, standpoint: Standpoint) -> AdvisedDocument:
    together: dict[str, list[Advice]] = {}
    for advice in advised.advice:
        together.setdefault(advice.rule, []).append(advice)
    lines = tuple(_advice_line(rule, found) for rule, found in together.items())
    return AdvisedDocument(_link(advised.entry, standpoint), advised.entry.code, lines)


def _advice_line(rule: str, found: list[Advice]) -> AdviceLine:
    numbers = ", ".join(str(advice.line) for advice in found)
    facts = tuple(sentence_case(advice.fact.vi) for advice in found if advice.fact)
    return AdviceLine(rule, found[0].title.vi, f"{found[0].path}, dòng {numbers}", facts)


def _more(view: SiteView, standpoint: Standpoint) -> Iterable[Link]:
    yield Link("Danh mục tài liệu được kiểm soát", standpoint.here(REGISTER))
    yield Link("Văn bản pháp luật được viện dẫn", standpoint.here(LEGAL))
    yield Link("Sổ tay chất lượng, quy trình nội bộ, biểu mẫu", standpoint.here(DOCUMENTS))
    if view.publication.is_internal:
        yield Link("Hồ sơ của hệ thống quản lý", standpoint.here(RECORDS))


def _link(entry: Entry, standpoint: Standpoint, label: str = "") -> Link:
    title = entry.control.title or entry.code
    return Link(label or title, standpoint.document(entry.code) or "", title if label else "")
