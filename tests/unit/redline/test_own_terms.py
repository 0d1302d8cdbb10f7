"""What changed in an agency's own terms for a procedure."""

from __future__ import annotations

from typing import Any

from sotay.model.agency import Override
from sotay.redline.own_terms import override_changes


def terms(decision: str = "18/QĐ-UBND", **keys: Any) -> Override:
    return Override.model_validate({"procedure": "QT-HT-01", "decision": decision, **keys})


def days(value: int) -> dict[str, Any]:
    return {"value": value, "unit": "working_day"}


def sentences(old: list[Override], new: list[Override]) -> list[str]:
    return [change.sentence for change in override_changes(old, new)]


def test_a_shorter_limit_of_its_own() -> None:
    old, new = [terms(time_limit=days(3))], [terms("20/QĐ-UBND", time_limit=days(2))]
    assert sentences(old, new) == [
        "Thời hạn riêng: 3 ngày làm việc → 2 ngày làm việc",
        "Quyết định cho phép quy định riêng: 18/QĐ-UBND → 20/QĐ-UBND",
    ]


def test_terms_for_one_way_of_filing_are_new() -> None:
    new = [terms(channel="online", time_limit=days(1), fees=[{"amount": 0}])]
    assert sentences([], new) == [
        "Thêm thời hạn riêng (trực tuyến): 1 ngày làm việc",
        "Thêm lệ phí riêng (trực tuyến): miễn phí",
        "Thêm quyết định cho phép quy định riêng (trực tuyến): 18/QĐ-UBND",
    ]


def test_terms_that_are_given_up() -> None:
    assert sentences([terms(counter="Trụ sở 2", fees=[{"amount": 4000, "unit": "bản"}])], []) == [
        "Bỏ lệ phí riêng: 4.000 đồng/bản",
        "Bỏ nơi tiếp nhận riêng: Trụ sở 2",
        "Bỏ quyết định cho phép quy định riêng: 18/QĐ-UBND",
    ]


def test_a_fee_of_its_own_changes() -> None:
    old, new = ([terms(channel="post", fees=[{"amount": amount}])] for amount in (8000, 5000))
    assert sentences(old, new) == ["Lệ phí riêng (bưu chính): 8.000 đồng → 5.000 đồng"]


def test_the_same_terms_are_no_change() -> None:
    both = [terms(time_limit=days(3)), terms(channel="online", time_limit=days(1))]
    assert sentences(both, both[::-1]) == []
