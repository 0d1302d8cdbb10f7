"""The pages that say what a site is, that it is an illustration, and which decisions it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.model.decision import Decision, DecisionKind
from sotay.model.province import ProvinceSettings
from sotay.rendering.addresses import ABOUT, AGENCIES, LEGAL, REGISTER
from sotay.rendering.control_block import signer_words
from sotay.rendering.counters import counter_views
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import Fill, Link, SiteView
from sotay.text.labels import DECISION_KINDS
from sotay.text.wording import date_words, mid_sentence
from sotay.usecases.publication import AgencyPublication

ONLY_DECIDED = (
    "Chỉ tài liệu đã được người có thẩm quyền phê duyệt và ban hành bằng quyết định mới có ở đây. "
    "Trang nào cũng ghi bản nào đang có hiệu lực, từ ngày nào, theo quyết định nào."
)
"""What every site promises."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in words."""

    number: str
    subject: str
    signer: str
    signed: str
    effective: str
    is_ahead: bool
    count: int
    """How many public documents it concerns."""


def portal_about(view: SiteView, links: tuple[Link, ...]) -> SitePage:
    """Return the portal's page about itself."""
    settings = view.publication.province.settings.value
    count = len(view.publication.current_agencies)
    province = mid_sentence(settings.name)
    what = "giấy tờ cần có, thời hạn, lệ phí, nơi nộp và các bước giải quyết"
    paragraphs = (
        f"Cổng này tập hợp thủ tục của {count} cơ quan trong {province}: {what}.",
        ONLY_DECIDED,
        f"Hệ thống quản lý chất lượng của các cơ quan áp dụng {settings.standard}.",
    )
    more = (Link("Các cơ quan và trang riêng của từng cơ quan", view.at(ABOUT).here(AGENCIES)), *links)
    return _about(view, "Giới thiệu", paragraphs, settings, links=more)


def agency_about(agency: AgencyPublication, view: SiteView) -> SitePage:
    """Return an agency's page about itself, with the decisions in force."""
    settings = view.publication.province.settings.value
    name, standpoint = agency.agency.name, view.at(ABOUT)
    paragraphs = (
        f"Đây là thủ tục và tài liệu của hệ thống quản lý chất lượng theo {settings.standard} tại {name}.",
        ONLY_DECIDED,
    )
    links = (
        Link("Danh mục tài liệu được kiểm soát", standpoint.here(REGISTER)),
        Link("Văn bản pháp luật được viện dẫn", standpoint.here(LEGAL)),
        Link(f"Cổng thủ tục của {mid_sentence(settings.name)}", standpoint.portal()),
    )
    return _about(view, f"Giới thiệu {agency.agency.short_name}", paragraphs, settings, links=links, agency=agency)


def _about(
    view: SiteView,
    title: str,
    paragraphs: tuple[str, ...],
    settings: ProvinceSettings,
    *,
    links: tuple[Link, ...],
    agency: AgencyPublication | None = None,
) -> SitePage:
    receives = agency is not None and agency in view.publication.current_agencies
    counters = counter_views(agency.agency.counters) if agency and receives else ()
    return view.page(
        ABOUT,
        title,
        PageKind.TEXT,
        Fill(
            "about.html",
            {
                "crumbs": view.crumbs(ABOUT),
                "notice": settings.notice,
                "about": settings.about,
                "paragraphs": paragraphs,
                "counters": counters,
                "decisions": tuple(_decisions(agency, view)) if agency else (),
                "links": links,
            },
        ),
        description=paragraphs[0],
        tab=ABOUT,
    )


def _decisions(agency: AgencyPublication, view: SiteView) -> Iterator[DecisionRow]:
    """The decisions behind public documents and own terms, and declarations of conformity; the newest first."""
    day = view.publication.day
    counts: dict[str, int] = {}
    for entry in agency.entries:
        named = {entry.period.decision.number}
        named |= {override.decision for override in entry.overrides}
        named |= {entry.upcoming.decision.number} if entry.upcoming else set()
        for number in named:
            counts[number] = counts.get(number, 0) + 1
    files = view.publication.province.agency_by_id[agency.id].decisions
    signed = (file.value for file in files if file.value.date <= day)
    for decision in sorted(signed, key=lambda d: (d.effective_date, d.number), reverse=True):
        if decision.number in counts or decision.kind is DecisionKind.CONFORMITY:
            yield _row(decision, agency, counts.get(decision.number, 0), day)


def _row(decision: Decision, agency: AgencyPublication, count: int, day: date) -> DecisionRow:
    return DecisionRow(
        number=decision.number,
        subject=decision.subject or DECISION_KINDS[decision.kind],
        signer=signer_words(decision, agency.agency),
        signed=date_words(decision.date),
        effective=date_words(decision.effective_date),
        is_ahead=decision.effective_date > day,
        count=count,
    )
