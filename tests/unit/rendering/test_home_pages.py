"""Home pages: what the province chose to put first, what there is, what changed."""

from __future__ import annotations

import re
from datetime import date

from sotay.rendering.agency_pages import agency_site
from sotay.rendering.portal_pages import portal_site
from sotay.rendering.site_page import Site
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 10, 1)


def an_archive() -> Archive:
    archive = Archive().agency(COMMUNE, level="commune", code="05977")
    archive.texts["sites/province.yml"] += "most_used: [QT-HT-02, QT-HT-01, QT-HT-03]\n"
    for number in (1, 2, 3):
        archive.procedure(f"QT-HT-0{number}", title=f"Thủ tục số {number}", tthc=[f"1.00000{number}"])
    return archive.issue("QT-HT-01", "QT-HT-02").adopt("QT-HT-01")


def words(site: Site, address: str = "") -> str:
    html = next(page.html for page in site.pages if page.address == address)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_what_is_used_most_stands_in_the_chosen_order_and_only_if_published() -> None:
    home = words(portal_site(publish_province(an_archive().examined(DAY), None)))
    chosen = home[home.index("Thường làm") : home.index("Tất cả thủ tục")]
    assert re.findall(r"Thủ tục số \d", chosen) == ["Thủ tục số 2", "Thủ tục số 1"]


def test_figures_count_what_is_in_force_and_name_the_last_decision() -> None:
    archive = an_archive()
    archive.issue("QT-HT-03", serial="80", signed=date(2026, 9, 20), effective=date(2027, 1, 1))
    home = words(portal_site(publish_province(archive.examined(DAY), None)))
    assert "2 thủ tục đang có hiệu lực · 2 cơ quan · quyết định gần nhất ngày 20/09/2026" in home


def test_a_figure_knows_nothing_of_decisions_after_the_day() -> None:
    archive = an_archive()
    archive.issue("QT-HT-03", serial="80", signed=date(2026, 10, 20), effective=date(2027, 1, 1))
    home = words(portal_site(publish_province(archive.examined(DAY), None)))
    assert "quyết định gần nhất ngày 15/06/2026" in home


def test_the_home_of_an_agency_tells_only_what_changed_there() -> None:
    archive = an_archive()
    site = agency_site(publish_province(archive.examined(DAY), None), COMMUNE)
    home = words(site)
    changes = home[home.index("Mới thay đổi tại đây") :]
    assert "Thủ tục số 1" in changes
    assert "Thủ tục số 2" not in changes


def test_an_agency_with_many_procedures_leads_by_field_and_by_what_is_used_most() -> None:
    archive = an_archive()
    more = [f"QT-HT-{number}" for number in range(20, 33)]
    for code in more:
        archive.procedure(code, title=f"Thủ tục {code}", tthc=[f"2.0000{code[-2:]}"])
    archive.issue(*more, serial="50").adopt(*more, serial="51")
    home = words(agency_site(publish_province(archive.examined(DAY), None), COMMUNE))
    assert "Thường làm tại đây Thủ tục số 1" in home
    assert "Tất cả 14 thủ tục" in home
    assert "Thủ tục QT-HT-25" not in home.split("Mới thay đổi tại đây", maxsplit=1)[0]


def test_a_long_list_is_folded_by_field_and_a_short_one_is_not() -> None:
    archive = an_archive()
    assert "<details" not in procedures(archive)
    more = [f"QT-HT-{number}" for number in range(20, 80)]
    for code in more:
        archive.procedure(code, title=f"Thủ tục {code}", tthc=[f"2.0000{code[-2:]}"])
    archive.issue(*more, serial="50")
    html = procedures(archive)
    assert re.search(r"<summary><h2>Hộ tịch</h2> <span[^>]*>62 thủ tục · Cấp xã</span></summary>", html)
    assert 'id="ho-tich"' in html


def procedures(archive: Archive) -> str:
    site = portal_site(publish_province(archive.examined(DAY), None))
    return next(page.html for page in site.pages if page.address == "thu-tuc/")
