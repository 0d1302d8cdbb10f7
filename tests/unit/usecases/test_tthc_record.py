"""What is a record, and what is not."""

from __future__ import annotations

import pytest

from sotay.usecases.importing.tthc_record import RecordError, TthcRecord, read_record, unknown_keys
from tests.support.national_records import a_channel, a_record, read


def test_only_the_title_is_indispensable() -> None:
    record = read_record({"ten_thu_tuc": "Đăng ký khai sinh"})
    assert isinstance(record, TthcRecord)
    assert record.channels == []
    assert record.groups == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([], "không phải một đối tượng JSON"),
        ({}, "không có tên thủ tục (ten_thu_tuc)"),
        ({"ten_thu_tuc": " "}, "không có tên thủ tục (ten_thu_tuc)"),
        ({"ten_thu_tuc": None}, "khóa ten_thu_tuc phải là chữ"),
        ({"ten_thu_tuc": "A", "linh_vuc": 3}, "khóa linh_vuc phải là chữ"),
        ({"ten_thu_tuc": "A", "can_cu_phap_ly": "60/2014/QH13"}, "khóa can_cu_phap_ly phải là danh sách"),
        ({"ten_thu_tuc": "A", "can_cu_phap_ly": [1]}, "khóa can_cu_phap_ly.1 phải là chữ"),
        ({"ten_thu_tuc": "A", "ket_qua": ["B"]}, "khóa ket_qua.1 phải là một đối tượng JSON"),
        (
            {"ten_thu_tuc": "A", "cach_thuc_thuc_hien": [{}, {"thoi_han": 5}]},
            "khóa cach_thuc_thuc_hien.2.thoi_han phải là chữ",
        ),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(value: object, reason: str) -> None:
    found = read_record(value)
    assert isinstance(found, RecordError)
    assert found.reason.vi == reason
    assert found.reason.en


@pytest.mark.parametrize(
    ("count", "reason"),
    [(-1, "không được âm"), (True, "phải là số nguyên"), (1.5, "phải là số nguyên"), (10**7, "quá lớn")],
)
def test_copies_are_counted_in_whole_numbers(count: object, reason: str) -> None:
    paper = {"ten": "Đơn", "ban_chinh": count}
    found = read_record(a_record(thanh_phan_ho_so=[{"giay_to": [paper]}]))
    assert isinstance(found, RecordError)
    assert found.reason.vi == f"khóa thanh_phan_ho_so.1.giay_to.1.ban_chinh {reason}"


def test_unknown_keys_are_found_at_every_depth_but_flags_are_none() -> None:
    channel = a_channel() | {"x": 1}
    record = read(a_record(quality_flags=["a"], y=2, cach_thuc_thuc_hien=[channel], source={"z": 3}))
    assert list(unknown_keys(record)) == [("y", 2), ("cach_thuc_thuc_hien.1.x", 1), ("source.z", 3)]
