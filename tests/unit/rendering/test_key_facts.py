"""The four facts, which must never promise more than is so."""

from __future__ import annotations

from datetime import date
from typing import Any

from sotay.rendering.channel_table import channel_table
from sotay.rendering.key_facts import KeyFact, cost_words, key_facts, time_words
from sotay.usecases.publication import Entry
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 8, 1)


def entry(**keys: Any) -> Entry:
    archive = Archive().procedure("QT-HT-01", **keys).issue("QT-HT-01").adopt("QT-HT-01")
    return publish_province(archive.examined(DAY), None).agency_by_id[COMMUNE].by_code["QT-HT-01"]


def fact(term: str, found: Entry) -> KeyFact:
    return next(fact for fact in key_facts(found, DAY) if fact.term == term)


def test_free_for_some_is_not_called_free() -> None:
    some = [{"amount": 0, "when": "Hộ nghèo"}, {"set_by": "Hội đồng nhân dân tỉnh", "when": "Các trường hợp khác"}]
    found = entry(fees=some)
    assert fact("Lệ phí", found) == KeyFact(
        "Lệ phí",
        "Tùy trường hợp",
        ("Hộ nghèo: miễn phí", "Các trường hợp khác: do Hội đồng nhân dân tỉnh quy định"),
    )
    assert cost_words(found, DAY) == "lệ phí tùy trường hợp"


def test_one_of_several_fees_does_not_stand_for_all() -> None:
    copies = [{"amount": 2000, "unit": "trang"}, {"amount": 1000, "unit": "trang", "when": "Từ trang thứ ba"}]
    assert cost_words(entry(fees=copies), DAY) == "2.000 đồng/trang, có mức khác"
    assert cost_words(entry(fees=copies[:1]), DAY) == "2.000 đồng/trang"


def test_a_fee_whose_dates_have_passed_is_not_named() -> None:
    found = entry(fees=[{"amount": 5000, "valid_to": "2026-07-31"}, {"amount": 8000, "valid_from": "2026-08-01"}])
    assert fact("Lệ phí", found).value == "8.000 đồng"


def test_ways_of_filing_with_other_limits_are_named() -> None:
    slow, fast = {"value": 20, "unit": "day"}, {"value": 15, "unit": "day"}
    ways = [{"kind": "counter", "time_limit": fast}, {"kind": "online", "time_limit": slow}]
    found = entry(channels=[*ways, {"kind": "post", "time_limit": slow}])
    assert fact("Thời hạn", found) == KeyFact(
        "Thời hạn", "15 ngày", ("khi nộp trực tiếp", "trực tuyến, bưu chính: 20 ngày")
    )
    assert time_words(found) == "15 ngày"


def test_the_hour_from_which_the_next_day_counts_is_said() -> None:
    found = entry(time_limit={"value": 0, "unit": "working_day", "cutoff": "15:00"}, steps=[])
    assert fact("Thời hạn", found) == KeyFact(
        "Thời hạn", "Trong ngày", ("sau 15 giờ: tính từ ngày làm việc tiếp theo",)
    )


def test_ways_of_filing_that_agree_share_a_row_and_what_all_share_stands_below() -> None:
    limit = {"value": 3, "unit": "working_day", "starts": "ngày nhận đủ hồ sơ"}
    limit["extensions"] = [{"value": 8, "unit": "working_day", "when": "Phải xác minh"}]
    table = channel_table(entry(time_limit=limit), DAY)
    assert [row.name for row in table.rows] == ["Trực tiếp, trực tuyến"]
    assert table.details == ("tính từ ngày nhận đủ hồ sơ", "8 ngày làm việc nếu phải xác minh")


def test_the_result_and_its_companions_are_named() -> None:
    found = entry(results=[{"name": "Giấy khai sinh", "valid_for": "vĩnh viễn"}, {"name": "Trích lục"}])
    assert fact("Nhận được", found) == KeyFact("Nhận được", "Giấy khai sinh", ("giá trị: vĩnh viễn", "và Trích lục"))
