"""ST626: agencies and hand-written pages have folders of their own beside those of the portal."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.phrase import Phrase
from sotay.model.portal_folders import PORTAL_FOLDERS
from sotay.model.province import Province
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule


class OwnFolders(ProvinceRule):
    """No agency and no hand-written page is called like a folder of the portal, nor a page like an agency."""

    code = "ST626"
    title = Phrase("Cơ quan, trang viết tay có thư mục riêng", "Agencies and pages have folders of their own")
    fact = Phrase("“{name}” đã là tên thư mục của {whose}", "“{name}” is already a folder of {whose_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase(
        "Đặt tên khác: đổi tên thư mục của cơ quan cùng “id”, hoặc đổi tên tệp của trang.",
        "Choose another name: of the agency's folder together with its “id”, or of the page's file.",
    )

    def check(self, examination: Examination) -> Findings:
        for place, name, is_page in _named(examination.province):
            if name in PORTAL_FOLDERS:
                yield self.found(place, name=name, whose="Cổng", whose_en="the portal")
            elif is_page and name in examination.province.agency_ids:
                yield self.found(place, name=name, whose="một cơ quan", whose_en="an agency")


def _named(province: Province) -> Iterator[tuple[Place, str, bool]]:
    """The folder of each agency and of each hand-written page, and whether it is that of a page."""
    for files in province.agencies:
        yield files.file.place("id"), files.id, False
    for page in province.pages:
        yield page.source.place(), page.name.partition("/")[0], True


RULES = (OwnFolders(),)
