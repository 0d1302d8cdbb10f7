"""Folding: what people type without diacritics finds what is written with them."""

from __future__ import annotations

import pytest

from sotay.text.fold import closest, fold, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("ĐẤT ĐAI", "dat dai"),
        ("hoà giải", "hoa giai"),
        ("hòa giải", "hoa giai"),
        ("Trường Sa", "truong sa"),
        ("1.001193", "1.001193"),
        ("nghĩa vụ quân sự", "nghia vu quan su"),
    ],
)
def test_folding_leaves_small_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Điều kiện", "dieu-kien"),
        ("Đơn đề nghị", "don-de-nghi"),
        ("5.2. Thành phần hồ sơ", "5-2-thanh-phan-ho-so"),
        ("  (Mẫu số 01) – Tờ khai  ", "mau-so-01-to-khai"),
        ("…", ""),
    ],
)
def test_a_slug_keeps_every_letter_of_the_word(title: str, address: str) -> None:
    assert slug(title) == address


def test_a_misspelt_word_suggests_the_known_one() -> None:
    assert closest("aprover", ["approver", "owner", "title"]) == "approver"


def test_a_word_typed_without_diacritics_suggests_the_full_one() -> None:
    assert closest("nghi-dinh", ["nghị-định", "thông-tư"]) == "nghị-định"


def test_a_word_unlike_all_others_suggests_nothing() -> None:
    assert closest("xyz", ["approver", "owner"]) is None
    assert closest("owner", []) is None
