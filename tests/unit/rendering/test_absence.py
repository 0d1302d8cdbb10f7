"""An agency that is gone says who took over; one that is not founded yet is in no list."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sotay.rendering.agency_pages import agency_site
from sotay.rendering.portal_pages import portal_site
from sotay.rendering.site_page import Site
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, OWNER, Archive

EVE, REFORM = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def archive() -> Archive:
    archive = Archive().agency(COMMUNE, level="commune", valid_from="2025-07-01")
    archive.agency("huyen-cu", level="district", valid_to="2025-06-30")
    below = {"level": "commune", "parent": "huyen-cu", "counters": [{"name": "Một cửa xã", "address": "Xã cũ"}]}
    archive.agency("xa-a", **below, valid_to="2024-11-30", successor="xa-b")
    return archive.agency("xa-b", **below, valid_to="2025-06-30", successor=COMMUNE)


def published(archive: Archive, day: date) -> Publication:
    return publish_province(archive.examined(day), None)


def words(site: Site, address: str) -> str:
    html = next(page.html for page in site.pages if page.address == address)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" .", ".").replace(" ,", ",")


def frame_words(archive: Archive, agency: str, day: date) -> str:
    absence = agency_site(published(archive, day), agency).frame.absence
    assert absence
    return f"{absence.words} {absence.instead} {', '.join(f'{o.label} {o.address}' for o in absence.others)}"


def test_the_list_says_since_when_an_agency_is_gone_and_who_took_over(archive: Archive) -> None:
    listed = words(portal_site(published(archive, REFORM)), "co-quan/")
    for agency in ("huyen-cu", "xa-b"):
        assert f"Cơ quan {agency} Thôi hoạt động từ ngày 01/07/2025. Nay liên hệ {COMMUNE}." in listed
    assert f"Cơ quan xa-a Thôi hoạt động từ ngày 01/12/2024. Nay liên hệ {COMMUNE}." in listed
    assert "0 thủ tục" not in listed
    assert "Một cửa xã" not in listed


def test_an_agency_that_is_not_founded_yet_is_in_no_list_and_in_no_count(archive: Archive) -> None:
    portal = portal_site(published(archive, EVE))
    assert COMMUNE not in words(portal, "co-quan/")
    assert COMMUNE not in words(portal, "")
    assert portal.frame.subtitle == "Tỉnh Lạng Sơn · 3 cơ quan"
    assert COMMUNE in words(portal_site(published(archive, REFORM)), "co-quan/")


def test_the_site_of_an_agency_that_is_not_founded_yet_says_when_it_starts(archive: Archive) -> None:
    assert frame_words(archive, COMMUNE, EVE) == (
        f"Cơ quan {COMMUNE} chưa thành lập; bắt đầu hoạt động từ ngày 01/07/2025. Trước ngày đó liên hệ xa-b ./../xa-b/"
    ).replace("./../", "../")
    home = words(agency_site(published(archive, EVE), COMMUNE), "")
    assert "Cơ quan chưa thành lập, chưa nhận hồ sơ." in home
    assert "Trước ngày đó liên hệ xa-b" in home


def test_the_site_of_an_abolished_agency_leads_to_whoever_has_its_tasks_now(archive: Archive) -> None:
    assert frame_words(archive, "xa-a", REFORM) == (
        "Cơ quan xa-a thôi hoạt động từ ngày 01/12/2024 và không còn áp dụng tài liệu nào ở đây. "
        f"Nay liên hệ {COMMUNE} ../{COMMUNE}/"
    )
    assert frame_words(archive, "huyen-cu", REFORM).endswith(f"Nay liên hệ {COMMUNE} ../{COMMUNE}/")
    home = next(page for page in agency_site(published(archive, REFORM), "xa-a").pages if page.address == "")
    assert home.description.startswith("Cơ quan xa-a thôi hoạt động")


def test_its_home_searches_the_whole_province(archive: Archive) -> None:
    site = agency_site(published(archive, REFORM), "huyen-cu")
    html = next(page.html for page in site.pages if page.address == "")
    assert 'method="get" action="../tim-kiem/"' in html
    assert '<a class="tries__all" href="../thu-tuc/">' in html
    assert f'<a href="../{COMMUNE}/">{COMMUNE}</a>' in html


def test_of_an_agency_that_exists_nothing_of_the_kind_is_said(archive: Archive) -> None:
    site = agency_site(published(archive, REFORM), OWNER)
    assert site.frame.absence is None
    assert "Nay liên hệ" not in words(site, "")


def test_lists_without_entries_say_so(archive: Archive) -> None:
    site = agency_site(published(archive, REFORM), OWNER)
    assert "Chưa công bố thủ tục nào thực hiện tại" in words(site, "thu-tuc/")
    assert "chưa áp dụng tài liệu nào của hệ thống quản lý chất lượng." in words(site, "tai-lieu/")
    assert "Chưa có tài liệu công khai nào của" in words(site, "danh-muc/")
    assert "chưa viện dẫn văn bản nào." in words(site, "van-ban/")
    assert "Chưa công bố thủ tục nào" in words(portal_site(published(archive, REFORM)), "")
