"""A cited law must be in force; where another has replaced it, that one is named."""

from __future__ import annotations

from datetime import date

from sotay.model.finding import Severity
from tests.support.builders import Archive

REGISTER = """documents:
  - {number: 118/2025/NĐ-CP, title: Nghị định về một cửa, issuer: Chính phủ, effective: 2025-07-01, source: Ví dụ}
  - {number: 01/2020/TT-ABC, title: Thông tư cũ, issuer: Bộ, effective: 2020-01-01, ends: 2026-06-01, source: Ví dụ}
  - {number: 02/2026/TT-ABC, title: Thông tư mới, issuer: Bộ, effective: 2026-06-01, replaces: [01/2020/TT-ABC], source: Ví dụ}
"""


def told(number: str, **keys: str | None) -> list[tuple[str, str]]:
    archive = Archive().file("procedures/legal.yml", REGISTER).document(legal_basis=[number], **keys).issue("HD-MC-01")
    findings = archive.checked(date(2026, 7, 1)).findings
    return [(finding.fact.vi, finding.remedy.vi) for finding in findings if finding.code == "ST503"]


def test_a_law_that_has_ended_is_named_with_its_end_and_its_successor() -> None:
    fact, remedy = told("01/2020/TT-ABC")[0]
    assert fact == "“01/2020/TT-ABC” không có hiệu lực ngày 01/07/2026 (hết hiệu lực từ 01/06/2026)"
    assert remedy == "Thay bằng văn bản đang có hiệu lực: 02/2026/TT-ABC."


def test_the_day_that_counts_is_that_on_which_the_version_takes_effect() -> None:
    assert told("01/2020/TT-ABC", approved_date="2026-05-04", effective_date="2026-05-31") == []
    assert told("02/2026/TT-ABC", approved_date="2026-05-04", effective_date="2026-05-31")


def test_a_draft_is_judged_by_the_day_of_the_check() -> None:
    assert told("01/2020/TT-ABC", decision=None, approved_date=None, effective_date=None)


CHANGES = """documents:
  - {number: 118/2025/NĐ-CP, title: Nghị định về một cửa, issuer: Chính phủ, effective: 2025-07-01, source: Ví dụ}
  - {number: 20/2026/NĐ-CP, title: Nghị định sửa đổi, issuer: Chính phủ, effective: 2026-08-10, amends: [118/2025/NĐ-CP], source: Ví dụ}
  - {number: 01/2020/TT-ABC, title: Thông tư cũ, issuer: Bộ, effective: 2020-01-01, ends: 2026-09-01, source: Ví dụ}
"""


def changed(day: date, *numbers: str, **keys: str | None) -> list[tuple[Severity, str]]:
    archive = Archive().file("procedures/legal.yml", CHANGES)
    archive = archive.document(legal_basis=list(numbers), **keys).issue("HD-MC-01")
    return [(f.severity, f.fact.vi) for f in archive.checked(day).findings if f.code == "ST511"]


def test_a_changed_law_is_followed_within_three_months_of_its_effect() -> None:
    assert changed(date(2026, 8, 9), "118/2025/NĐ-CP") == []
    ((severity, fact),) = changed(date(2026, 8, 10), "118/2025/NĐ-CP")
    assert severity is Severity.WARNING
    assert fact == (
        "“118/2025/NĐ-CP” được “20/2026/NĐ-CP” sửa đổi từ 10/08/2026, "
        "tài liệu chưa cập nhật; hạn cập nhật là ngày 10/11/2026"
    )
    assert changed(date(2026, 11, 10), "118/2025/NĐ-CP")[0][0] is Severity.WARNING
    assert changed(date(2026, 11, 11), "118/2025/NĐ-CP")[0][0] is Severity.ERROR


def test_a_document_that_cites_the_new_law_or_was_written_after_it_has_followed() -> None:
    day = date(2026, 12, 1)
    assert changed(day, "118/2025/NĐ-CP", "20/2026/NĐ-CP") == []
    assert changed(day, "118/2025/NĐ-CP", approved_date="2026-08-03", effective_date="2026-08-10") == []
    assert changed(day, "118/2025/NĐ-CP", decision=None, approved_date=None, effective_date=None) == []


def test_a_law_that_ended_without_a_successor_is_a_change_too() -> None:
    ((severity, fact),) = changed(date(2026, 9, 1), "01/2020/TT-ABC")
    assert severity is Severity.WARNING
    assert "“01/2020/TT-ABC” hết hiệu lực từ 01/09/2026" in fact
