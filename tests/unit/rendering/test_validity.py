"""The exact sentence: one of a closed set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sotay.rendering.validity import badge, repository_sentence, validity_sentence
from sotay.usecases.publication import Entry, Publication, Revision
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

VERSION = "Bản 1.0 (lần ban hành 01, sửa đổi 00) của QT-HT-01"
DECISION = "theo Quyết định số 18/QĐ-UBND ngày 15/06/2026 của Cơ quan phuong-dong-kinh"
REVISION = Revision("3f9c21e", has_changes=False)


def published(day: date, *, withdrawn: bool = False, revision: Revision | None = REVISION) -> tuple[Entry, Publication]:
    archive = Archive().procedure("QT-HT-01").issue("QT-HT-01").adopt("QT-HT-01")
    if withdrawn:
        archive.withdraw(
            "QT-HT-01", by=COMMUNE, serial="91", symbol="UBND", signed=date(2026, 6, 18), effective=date(2026, 10, 1)
        )
    publication = publish_province(archive.examined(day), revision)
    return publication.agency_by_id[COMMUNE].by_code["QT-HT-01"], publication


@pytest.mark.parametrize(
    ("day", "withdrawn", "sentence", "short"),
    [
        (
            date(2026, 8, 1), False,
            (f"{VERSION} đang có hiệu lực từ ngày 01/07/2026, {DECISION}; tính đến ngày 01/08/2026, "
            "theo kho tài liệu tại phiên bản 3f9c21e."),
            "Đang có hiệu lực từ 01/07/2026",
        ),
        (
            date(2026, 8, 1), True,
            (f"{VERSION} đang có hiệu lực từ ngày 01/07/2026, {DECISION}, đến hết ngày 30/09/2026, "
            "do Quyết định số 91/QĐ-UBND ngày 18/06/2026 của Cơ quan phuong-dong-kinh bãi bỏ; "
            "tính đến ngày 01/08/2026, theo kho tài liệu tại phiên bản 3f9c21e."),
            "Đang có hiệu lực từ 01/07/2026 đến hết 30/09/2026",
        ),
        (
            date(2026, 6, 20), False,
            (f"{VERSION} chưa áp dụng, có hiệu lực từ ngày 01/07/2026, {DECISION}; tính đến ngày 20/06/2026, "
            "theo kho tài liệu tại phiên bản 3f9c21e."),
            "Chưa áp dụng: có hiệu lực từ 01/07/2026",
        ),
        (
            date(2026, 11, 1), True,
            (f"{VERSION} đã bị bãi bỏ: có hiệu lực từ ngày 01/07/2026, {DECISION}, đến hết ngày 30/09/2026, "
            "do Quyết định số 91/QĐ-UBND ngày 18/06/2026 của Cơ quan phuong-dong-kinh bãi bỏ; "
            "tính đến ngày 01/11/2026, theo kho tài liệu tại phiên bản 3f9c21e."),
            "Đã bãi bỏ từ 01/10/2026",
        ),
    ],
)  # fmt: skip
def test_the_sentence_and_the_badge_of_each_standing(day: date, withdrawn: bool, sentence: str, short: str) -> None:
    entry, publication = published(day, withdrawn=withdrawn)
    assert validity_sentence(entry, publication) == sentence
    assert badge(entry).text == short


def test_a_superseded_version_names_what_ended_it() -> None:
    archive = Archive().procedure("QT-HT-01").issue("QT-HT-01").adopt("QT-HT-01")
    archive.adopt("QT-HT-01", serial="40", effective=date(2026, 9, 1))
    examination = archive.examined(date(2026, 10, 1))
    first = examination.ledgers[COMMUNE].of("QT-HT-01")[0]
    publication = publish_province(examination, REVISION)
    entry = publication.agency_by_id[COMMUNE].by_code["QT-HT-01"]
    earlier = replace(entry, period=first, standing=first.standing(publication.day))
    assert "đã được thay thế: có hiệu lực từ ngày 01/07/2026" in validity_sentence(earlier, publication)
    assert "do Quyết định số 40/QĐ-UBND ngày 15/06/2026" in validity_sentence(earlier, publication)
    assert badge(earlier).text == "Đã được thay thế từ 01/09/2026"


@pytest.mark.parametrize(
    ("revision", "known"),
    [
        (REVISION, "theo kho tài liệu tại phiên bản 3f9c21e."),
        (Revision("3f9c21e", has_changes=True), "tại phiên bản 3f9c21e và các sửa đổi chưa ghi nhận."),
        (None, "theo kho tài liệu chưa gắn với phiên bản nào."),
    ],
)
def test_the_sentence_says_what_the_repository_knew(revision: Revision | None, known: str) -> None:
    entry, publication = published(date(2026, 8, 1), revision=revision)
    assert validity_sentence(entry, publication).endswith(known)
    assert repository_sentence(publication) == f"Nội dung tính đến ngày 01/08/2026, {known}".replace(
        "ngày 01/08/2026, tại", "ngày 01/08/2026, theo kho tài liệu tại"
    )
