"""The words of the printed list of papers: which text it is from, and the way back to the page."""

from __future__ import annotations

import re

from sotay.rendering.checklist_print import checklist_print, qr_svg
from sotay.rendering.portal_pages import portal_site
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, Archive

ADDRESS = "https://sotay.example/thu-tuc/1.001193/"


def published() -> Publication:
    archive = Archive().procedure("QT-HT-01").issue("QT-HT-01").adopt("QT-HT-01")
    return publish_province(archive.examined(JULY), None)


def test_a_sheet_names_the_codes_the_version_and_the_address() -> None:
    entry = published().agency_by_id[COMMUNE].by_code["QT-HT-01"]
    sheet = checklist_print(entry, "Bản 1.0 đang có hiệu lực.", ADDRESS)
    assert sheet.codes == "1.001193 · QT-HT-01, bản 1.0 (lần ban hành 01, sửa đổi 00)"
    assert sheet.address == "sotay.example/thu-tuc/1.001193/"
    assert sheet.qr == qr_svg(ADDRESS)
    assert "style" not in str(sheet.qr)


def test_a_site_whose_address_is_not_known_prints_none() -> None:
    without, known = (portal_site(published(), url) for url in (None, "https://sotay.example/"))
    pages = [next(page.html for page in site.pages if page.address == "thu-tuc/1.001193/") for site in (without, known)]
    assert [len(re.findall('<svg[^>]*class="qr"', html)) for html in pages] == [0, 1]
    assert "sotay.example" not in pages[0]
    assert "bản 1.0 (lần ban hành 01, sửa đổi 00)" in pages[0]
