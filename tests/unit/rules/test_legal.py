"""A cited law must be in force; where another has replaced it, that one is named."""

from __future__ import annotations

from datetime import date

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
