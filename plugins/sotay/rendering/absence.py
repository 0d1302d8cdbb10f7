"""What is said of an agency that does not exist on the day: since when, or from when, and where to go instead.

Reads: a publication and one of its agencies.
Returns: words and links; nothing of an agency that exists.
"""

from __future__ import annotations

from datetime import timedelta

from sotay.rendering.site_page import Absence, Tab
from sotay.rendering.site_view import SiteView
from sotay.text.wording import date_words
from sotay.usecases.publication import AgencyPublication
from sotay.usecases.succession import forerunners, heirs

_NOTHING = " và không còn áp dụng tài liệu nào ở đây."
_GOES_ON = "; tài liệu ban hành cho nơi khác áp dụng đến khi có cơ quan ban hành lại."


def absence(agency: AgencyPublication, view: SiteView) -> Absence | None:
    """Return what all pages of an agency say that does not exist on the day; None of one that does."""
    if agency.agency.is_gone(view.publication.day):
        others = heirs(view.publication, agency.id)
        return Absence("Cơ quan thôi hoạt động", _gone(agency), "Nay liên hệ", _links(others, view))
    if agency.agency.is_ahead(view.publication.day):
        others = forerunners(view.publication, agency.id)
        words = f"{agency.agency.name} {founded_words(agency)}."
        return Absence("Cơ quan chưa thành lập", words, "Trước ngày đó liên hệ", _links(others, view))
    return None


def gone_words(agency: AgencyPublication) -> str:
    """Return since when an abolished agency is gone: `thôi hoạt động từ ngày 01/07/2025`."""
    last = agency.agency.valid_to
    return f"thôi hoạt động từ ngày {date_words(last + timedelta(days=1))}" if last else ""


def founded_words(agency: AgencyPublication) -> str:
    """Return from when an agency works that is not founded yet."""
    first = agency.agency.valid_from
    return f"chưa thành lập; bắt đầu hoạt động từ ngày {date_words(first)}" if first else ""


def _gone(agency: AgencyPublication) -> str:
    goes_on = any(entry.is_in_force for entry in agency.entries)
    return f"{agency.agency.name} {gone_words(agency)}{_GOES_ON if goes_on else _NOTHING}"


def _links(agencies: tuple[AgencyPublication, ...], view: SiteView) -> tuple[Tab, ...]:
    return tuple(Tab(one.agency.short_name, view.at("").site(one.id)) for one in agencies)
