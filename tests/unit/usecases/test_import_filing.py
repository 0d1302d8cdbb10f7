"""Channels, limits and fees: typed where beyond doubt, otherwise left out, kept and reported."""

from __future__ import annotations

from typing import Any

import pytest

from sotay.usecases.importing import filing_defects as defects
from sotay.usecases.importing.channels import import_channels
from sotay.usecases.importing.draft import Draft
from sotay.usecases.importing.fees import fee_note
from sotay.usecases.importing.tthc_record import ChannelRow
from tests.support.national_records import a_channel, defects_of, drafted, read


def filed(*rows: Any, **keys: object) -> Draft:
    return drafted(cach_thuc_thuc_hien=list(rows), **keys)


@pytest.mark.parametrize(
    ("value", "unit", "typed"),
    [
        ("5", "Ngày làm việc", {"value": 5, "unit": "working_day"}),
        ("05", "Ngày", {"value": 5, "unit": "day"}),
        ("3", "tháng", {"value": 3, "unit": "month"}),
        ("4", "Giờ làm việc", {"value": 4, "unit": "working_hour"}),
    ],
)
def test_a_limit_with_a_known_unit_is_typed(value: str, unit: str, typed: object) -> None:
    draft = filed(a_channel(limit=value, don_vi=unit))
    assert draft.values["time_limit"] == typed
    assert draft.unsettled == ()


def test_a_limit_without_unit_is_left_out_with_the_sentences_that_may_explain_it() -> None:
    steps = "Bước 1: Nộp hồ sơ. Trả kết quả trong ngày làm việc.\nNgười dân chờ."
    draft = filed(a_channel(limit="1", don_vi=None), trinh_tu_thuc_hien=steps)
    assert "time_limit" not in draft.values
    (found,) = draft.unsettled
    assert found.defect is defects.LIMIT_WITHOUT_UNIT
    assert found.fact.vi == "thời hạn “1” không có đơn vị, nên chưa ghi"
    assert found.quote == "Trực tiếp: 1\nTrả kết quả trong ngày làm việc."
    assert "- Trực tiếp – thời hạn: 1; đơn vị: (trống); phí, lệ phí: Miễn phí." in draft.body


@pytest.mark.parametrize(
    ("value", "unit"),
    [("0", "Ngày"), ("300", "Ngày"), ("1100,000", "Ngày"), ("5-7", "Ngày"), ("5", "Tuần"), ("25", "Tháng")],
)
def test_a_doubtful_limit_is_left_out(value: str, unit: str) -> None:
    draft = filed(a_channel(limit=value, don_vi=unit))
    assert "time_limit" not in draft.values
    assert defects_of(draft) == [defects.LIMIT_DOUBTFUL]
    assert f"thời hạn: {value}; đơn vị: {unit}" in draft.body


def test_a_limit_in_hours_is_typed_as_it_stands_and_asked_about() -> None:
    draft = filed(a_channel(limit="8", don_vi="Giờ"))
    assert draft.values["time_limit"] == {"value": 8, "unit": "hour"}
    assert defects_of(draft) == [defects.LIMIT_IN_HOURS]


def test_no_limit_at_all_is_one_defect_and_a_missing_one_another() -> None:
    none = filed(a_channel(limit=None, don_vi=None), a_channel("Trực tuyến", None, don_vi=None))
    assert defects_of(none) == [defects.NO_LIMIT]
    some = filed(a_channel(), a_channel("Trực tuyến", None, don_vi=None))
    assert defects_of(some) == [defects.LIMIT_PARTLY_MISSING, defects.LIMITS_DIFFER]
    assert some.values["channels"] == [
        {"kind": "counter", "time_limit": {"value": 5, "unit": "working_day"}},
        {"kind": "online"},
    ]


def test_limits_that_differ_by_channel_are_the_channels_own() -> None:
    draft = filed(a_channel("Dịch vụ bưu chính", "7", don_vi="Ngày"), a_channel("Trực tiếp", "5"))
    assert "time_limit" not in draft.values
    assert [channel["kind"] for channel in draft.values["channels"]] == ["counter", "post"]
    assert draft.values["channels"][1]["time_limit"] == {"value": 7, "unit": "day"}
    (found,) = draft.unsettled
    assert found.defect is defects.LIMITS_DIFFER
    assert found.quote == "Trực tiếp: 5 Ngày làm việc; Bưu chính: 7 Ngày"


def test_several_limits_in_one_channel_are_left_out_and_kept_row_by_row() -> None:
    rows = [a_channel(limit="5", mo_ta="Hồ sơ thường"), a_channel(limit="10", mo_ta="Phải xác minh")]
    draft = filed(*rows)
    assert draft.values["channels"] == [{"kind": "counter"}]
    assert defects_of(draft) == [defects.LIMITS_SEVERAL, defects.CHANNEL_NOTE_MOVED]
    assert "  - Phải xác minh" in draft.body


def test_a_record_without_channels_is_reported() -> None:
    draft = filed()
    assert "channels" not in draft.values
    assert defects_of(draft) == [defects.NO_CHANNEL]


def test_an_unknown_channel_is_kept_in_the_body() -> None:
    draft = filed(a_channel("Qua fax", mo_ta="Gửi fax"), a_channel())
    assert [channel["kind"] for channel in draft.values["channels"]] == ["counter"]
    assert defects_of(draft) == [defects.CHANNEL_UNKNOWN]
    assert "- Qua fax – thời hạn: 5" in draft.body
    assert "  - Gửi fax" in draft.body


def test_a_short_description_becomes_the_note_and_a_long_one_goes_to_the_body() -> None:
    assert filed(a_channel(mo_ta="- Nộp tại  Một cửa")).values["channels"] == [
        {"kind": "counter", "note": "Nộp tại Một cửa"}
    ]
    long = filed(a_channel(mo_ta="Nộp tại Một cửa. " * 20))
    assert long.values["channels"] == [{"kind": "counter"}]
    assert defects_of(long) == [defects.CHANNEL_NOTE_MOVED]


@pytest.mark.parametrize(
    ("stated", "note", "fee"),
    [
        ("Miễn phí", None, {"amount": 0}),
        ("Miễn phí", "(Không thu phí)", {"amount": 0}),
        ("Miễn phí", "Nộp tại Một cửa (tầng 1)", {"amount": 0}),
        ("8,000 VNĐ", "", {"amount": 8000}),
        ("10,000 Việt Nam Đồng", "(10.000 đồng/khẩu-chiếc.)- Nộp hồ sơ", {"amount": 10000, "unit": "khẩu-chiếc"}),
        ("500,000 Việt Nam Đồng", "(/hồ sơ)", {"amount": 500000, "unit": "hồ sơ"}),
        ("10 USD", "(10 USD/người)", {"amount": 10, "currency": "USD", "unit": "người"}),
        ("Lệ phí: 200000 Đồng", None, {"amount": 200000}),
        ("Lệ phí: 0 Đồng", None, {"amount": 0}),
    ],
)
def test_a_clear_fee_is_typed(stated: str, note: str | None, fee: object) -> None:
    draft = filed(a_channel(fee=stated, mo_ta=note))
    assert draft.values["fees"] == [fee]
    assert draft.unsettled == ()


@pytest.mark.parametrize(
    ("stated", "note", "defect"),
    [
        ("Không có thông tin", None, defects.FEE_MISSING),
        (None, None, defects.FEE_MISSING),
        ("VNĐ", "(20.000 VNĐ/tờ khai)", defects.FEE_MISSING),
        ("Phí: Không Đồng", None, defects.FEE_MISSING),
        ("135 VNĐ", "(135.000 đồng/lần)", defects.FEE_DOUBTFUL),
        ("0 VNĐ", None, defects.FEE_DOUBTFUL),
        ("Miễn phí", "(Lệ phí: 135.000 đồng/lần)", defects.FREE_CONTRADICTED),
        ("Miễn phí", "(Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định)", defects.FREE_CONTRADICTED),
        ("Miễn phí", "(mức thu là 20.000 VNĐ/tờ khai)", defects.FREE_CONTRADICTED),
        ("Miễn phí", "(Theo quy định của Luật phí và lệ phí)", defects.FEE_CONDITIONAL),
        ("Miễn phí", "Nộp hồ sơ và phí tại Một cửa", defects.FEE_CONDITIONAL),
        ("800,000 VNĐ", "(áp dụng mức phí 400.000 đồng đến hết ngày 31/12/2026)", defects.FEE_CONDITIONAL),
        ("800,000 VNĐ", "Lệ phí cấp lại: 800.000 đồng", defects.FEE_CONDITIONAL),
        ("2,000 VNĐ", "(/trang)Từ trang thứ 3: 1.000 đồng/trang", defects.FEE_CONDITIONAL),
        ("Phí: 250000 Đồng Phí: 500000 Đồng", None, defects.FEE_CONDITIONAL),
    ],
)
def test_a_doubtful_fee_is_left_out_and_kept(stated: str | None, note: str | None, defect: object) -> None:
    draft = filed(a_channel(fee=stated, mo_ta=note))
    assert "fees" not in draft.values
    assert defects_of(draft) == [defect]
    assert f"phí, lệ phí: {stated or '(trống)'}" in draft.body


def test_fees_that_differ_by_channel_are_the_channels_own() -> None:
    draft = filed(a_channel(fee="20,000 VNĐ"), a_channel("Trực tuyến", fee="10,000 VNĐ"))
    assert [channel["fees"] for channel in draft.values["channels"]] == [[{"amount": 20000}], [{"amount": 10000}]]
    assert defects_of(draft) == [defects.FEES_DIFFER]


def test_a_fee_of_one_channel_does_not_spread_to_one_without() -> None:
    draft = filed(a_channel(fee="20,000 VNĐ"), a_channel("Trực tuyến", fee="Không có thông tin"))
    assert "fees" not in draft.values
    assert "fees" not in draft.values["channels"][1]
    assert defects_of(draft) == [defects.FEE_MISSING, defects.FEES_DIFFER]


def test_several_fees_in_one_channel_are_left_out() -> None:
    draft = filed(a_channel(fee="20,000 VNĐ"), a_channel(fee="30,000 VNĐ"))
    assert draft.values["channels"] == [{"kind": "counter"}]
    assert defects_of(draft) == [defects.FEES_SEVERAL]


@pytest.mark.parametrize(
    ("text", "note"),
    [("(10.000 đ (mười))Nộp", "10.000 đ (mười"), ("Nộp (tại)", ""), ("((a)", "a"), (None, ""), ("()", "")],
)
def test_the_note_on_the_fee_stands_in_brackets_before_the_description(text: str | None, note: str) -> None:
    assert fee_note(ChannelRow(mo_ta=text)) == note


def test_the_part_names_its_keys_only() -> None:
    part = import_channels(read({"ten_thu_tuc": "A", "cach_thuc_thuc_hien": [a_channel()]}))
    assert set(part.values) == {"channels", "time_limit", "fees"}
    assert part.kept == ()
