"""Fees and limits: what the national record left in the text is read as well as what is data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.model.finding import Severity
from tests.support.builders import Archive
from tests.support.national_records import a_channel, a_record, drafted

FREE_YET = "(Lệ phí: 135.000 đồng/lần.)Nộp tại Trung tâm Phục vụ hành chính công."


def found(code: str, body: str = "", day: date = date(2026, 10, 1), **keys: Any) -> list[tuple[Severity, str]]:
    """Return what a rule finds in a procedure with these keys."""
    findings = Archive().procedure(body=body, **keys).checked(day).findings
    return [(finding.severity, finding.fact.vi) for finding in findings if finding.code == code]


def kept(**row: Any) -> str:
    """Return the text of a draft in which the import kept the channel."""
    return drafted(a_record(cach_thuc_thuc_hien=[a_channel(**row)])).body


def test_free_in_the_national_record_is_contradicted_by_its_description() -> None:
    severity, fact = found("ST416", kept(mo_ta=FREE_YET))[0]
    assert severity is Severity.ERROR
    assert "“Trực tiếp”" in fact
    assert "135.000 đồng/lần" in fact


def test_what_the_council_decides_may_be_nothing() -> None:
    body = kept(mo_ta="(Theo quy định của Hội đồng nhân dân cấp tỉnh)")
    assert [severity for severity, _ in found("ST416", body)] == [Severity.WARNING]


@pytest.mark.parametrize(("fee", "count"), [("135 VNĐ", 1), ("40 Việt Nam Đồng", 1), ("8,000 Việt Nam Đồng", 0)])
def test_a_fee_of_the_national_record_without_its_thousands(fee: str, count: int) -> None:
    assert len(found("ST418", kept(fee=fee, limit=None))) == count


def test_a_row_that_the_import_kept_is_still_to_be_done() -> None:
    assert len(found("ST428", kept(don_vi=None))) == 1


def test_a_paper_that_the_import_kept_is_still_to_be_done() -> None:
    body = "### Thành phần hồ sơ\n\n- Giấy tờ (1 bản chính, 0 bản sao; mẫu: A.doc) – Cấp lại:\n  - Đơn đề nghị.\n"
    assert found("ST415", body) == [
        (
            Severity.ERROR,
            "phần lời văn còn 1 dòng giấy tờ của bản ghi quốc gia chưa thành dữ liệu; dòng đầu: “Đơn đề nghị.”",
        )
    ]


def test_a_limit_of_no_hours_says_nothing() -> None:
    assert len(found("ST419", time_limit={"value": 0, "unit": "hour"})) == 1
    assert found("ST419", time_limit={"value": 0, "unit": "working_day"}) == []


def test_a_rare_currency_may_have_many_thousands() -> None:
    def fee(amount: int, currency: str) -> list[dict[str, Any]]:
        return [{"amount": amount, "currency": currency, "set_by": "Bộ Tài chính"}]

    assert found("ST418", fees=fee(500_000, "LAK")) == []
    assert len(found("ST418", fees=fee(500_000, "USD"))) == 1
    assert found("ST418", fees=fee(800, "VND"))[0][0] is Severity.WARNING
    assert found("ST418", fees=fee(2_000_000_000, "VND"))[0][0] is Severity.WARNING


def test_a_fee_is_in_force_today_too() -> None:
    ended = [{"amount": 8000, "set_by": "Bộ Tài chính", "valid_to": "2026-12-31"}]
    assert found("ST417", fees=ended, day=date(2026, 11, 30)) == []
    assert found("ST417", fees=ended, day=date(2026, 12, 1))[0][0] is Severity.WARNING
    assert found("ST417", fees=ended, day=date(2027, 1, 1)) == [
        (Severity.ERROR, "không mức thu nào áp dụng vào ngày 01/01/2027")
    ]


def test_the_last_day_there_is_can_be_an_end() -> None:
    endless = [{"amount": 8000, "set_by": "Bộ Tài chính", "valid_to": "9999-12-31"}]
    assert found("ST417", fees=endless, day=date(9999, 12, 31)) == []
