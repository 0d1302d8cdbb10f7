"""The page of a version says what held in its time: its forms, the law of then, and nothing that came later."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.rendering.addresses import Addresses
from sotay.rendering.control_block import ControlRow, control_rows
from sotay.rendering.legal_basis import LegalTone, legal_lines
from sotay.rendering.portal_pages import portal_site
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import REGISTERS, Archive
from tests.unit.rendering.test_document_history import Kept

SEPTEMBER, NOW = date(2026, 9, 1), date(2027, 8, 1)
_LAW = REGISTERS["procedures/legal.yml"].replace("effective: 2025-07-01", "effective: 2025-07-01, ends: 2027-01-01")
_USES = [{"role": "mot-cua", "action": "Hẹn trả", "forms": ["BM-MC-01"]}]


@pytest.fixture(scope="module")
def publication() -> Publication:
    """A procedure and its form, each amended in September; the law that both rest on ends in the year after."""
    archive, kept = Archive().file("procedures/legal.yml", _LAW), Kept()
    common = {"legal_basis": ["118/2025/NĐ-CP"], "risk": "high", "steps": _USES}
    archive.form(title="Giấy hẹn cũ").procedure(**common)
    archive.issue("BM-MC-01", "QT-HT-01")
    kept.keep(archive)
    kept.keep(archive, "BM-MC-01")
    later = {"version": "1.1", "decision": "60/QĐ-STP", "approved_date": "2026-08-15", "effective_date": "2026-09-01"}
    archive.form(title="Giấy hẹn mới", **later)
    archive.procedure(
        **common | later | {"legal_basis": ["118/2025/NĐ-CP", "61/2018/NĐ-CP"], "changes": "Thêm căn cứ."}
    )
    archive.issue("BM-MC-01", "QT-HT-01", serial="60", signed=date(2026, 8, 15), effective=SEPTEMBER)
    return publish_province(archive.examined(NOW, kept), None)


def html(publication: Publication, address: str) -> str:
    pages = portal_site(publication).pages
    home = next(page.address for page in pages if page.address.endswith("v/1.0/")).removesuffix("v/1.0/")
    return next(page.html for page in pages if page.address == home + address)


def test_a_past_version_leads_to_the_form_of_its_time(publication: Publication) -> None:
    past, current = html(publication, "v/1.0/"), html(publication, "")
    assert "Giấy hẹn cũ" in past
    assert "tai-lieu/BM-MC-01/v/1.0/" in past
    assert "Mẫu BM-MC-01</a>, bản 1.0" in past
    assert "Giấy hẹn mới" in current
    assert "Mẫu BM-MC-01</a>, bản 1.1" in current


def test_a_past_version_says_nothing_of_how_its_law_ended_later(publication: Publication) -> None:
    assert "hết hiệu lực từ 01/01/2027" not in html(publication, "v/1.0/")
    assert "hết hiệu lực từ 01/01/2027" in html(publication, "v/1.1/")


@pytest.mark.parametrize(
    ("day", "is_over", "tone"),
    [
        (date(2026, 12, 31), True, LegalTone.PLAIN),
        (date(2027, 1, 1), True, LegalTone.PAST),
        (date(2026, 12, 31), False, LegalTone.UPCOMING),
    ],
)
def test_what_the_law_was_on_the_last_day_of_a_version(
    publication: Publication, day: date, tone: LegalTone, *, is_over: bool
) -> None:
    (line,) = legal_lines(["118/2025/NĐ-CP"], publication.province, day, is_over=is_over)
    assert line.tone is tone
    assert bool(line.mark) is (tone is not LegalTone.PLAIN)


def test_nobody_is_late_with_the_review_of_a_version_that_is_over(publication: Publication) -> None:
    addresses = Addresses(publication)
    reviews = [
        next(row for row in control_rows(entry, addresses) if row.term == "Soát xét")
        for entry in addresses.histories["QT-HT-01"].versions
    ]
    assert reviews == [
        ControlRow("Soát xét", "trước 01/01/2027"),
        ControlRow("Soát xét", "trước 01/03/2027", "đã quá hạn", is_due=True),
    ]


def test_of_a_list_only_what_was_added_is_told(publication: Publication) -> None:
    news = html(publication, "").split('id="p-co-gi-moi"')[1].split("</section>")[0]
    assert "Căn cứ pháp lý: thêm 61/2018/NĐ-CP." in news
    assert "118/2025" not in news
