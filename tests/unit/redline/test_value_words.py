"""Values of keys that nobody has written special words for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sotay.model.document import Access, AttachedFile, Risk
from sotay.model.procedure import ChannelKind, Duration, Extension, ItemKind, TimeUnit
from sotay.model.version import Version
from sotay.redline.fields.value_words import title_of, value_words
from sotay.text.wording import within_sentence


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("Một cửa", "Một cửa"),
        (Decimal("0.50"), "0,5"),
        (12, "12"),
        (True, "có"),
        (date(2026, 7, 1), "01/07/2026"),
        (Version(2, 1), "lần ban hành 02, sửa đổi 01"),
        (ChannelKind.ONLINE, "trực tuyến"),
        (ItemKind.RETRIEVED, "không phải mang"),
        (Access.INTERNAL, "nội bộ"),
        (Risk.HIGH, "cao"),
        (("A", "B"), "A; B"),
        ({"so_ngay": ("5", "7")}, "so_ngay: 5; 7"),
        (Duration(value=3, unit=TimeUnit.WORKING_DAY), "3 ngày làm việc"),
        (Extension(value=3, unit=TimeUnit.DAY, when="Khó"), "số lượng: 3, đơn vị: ngày, trường hợp: Khó"),
    ],
)
def test_a_value_in_words(value: Any, words: str) -> None:
    assert value_words(value) == words


def test_a_key_is_called_by_its_vietnamese_title() -> None:
    assert title_of(AttachedFile, "sha256") == "mã băm"


@pytest.mark.parametrize(("text", "within"), [("Khi ốm", "khi ốm"), ("UBND xã", "UBND xã"), ("Ở xa", "ở xa"), ("", "")])
def test_a_text_within_a_sentence_begins_small_unless_it_begins_with_an_abbreviation(text: str, within: str) -> None:
    assert within_sentence(text) == within
