from __future__ import annotations

import pytest

from sotay.redline.changes import Block, BlockKind, Run
from sotay.redline.likeness import ALIKE, ALIKE_FAR, Likeness


def alike(one: str, other: str) -> float:
    return Likeness().of_runs((Run(one),), (Run(other),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thời hạn là 05 ngày làm việc.", "Thời hạn là 03 ngày làm việc."),
        ("Nộp lệ phí.", "Nộp phí."),
        ("Hồ sơ thiếu thì trả lại ngay.", "Hồ sơ đủ thì trình ký trong ngày. Hồ sơ thiếu thì trả lại ngay."),
        ("thủy lợi, hòa giải, hóa đơn", "thuỷ lợi, hoà giải, hoá đơn"),
    ],
)
def test_the_same_in_other_words_is_alike(one: str, other: str) -> None:
    assert alike(one, other) >= ALIKE
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mục đích", "Hồ sơ lưu"),
        ("Sổ chứng thực bản sao từ bản chính.", "Biên lai thu phí."),
        ("Công chức một cửa hỏi mục đích sử dụng bản sao.", "Người dân nộp lệ phí tại quầy số ba của bộ phận một cửa."),
        ("", "Một"),
    ],
)
def test_other_things_are_not(one: str, other: str) -> None:
    assert alike(one, other) < ALIKE


def test_what_differs_in_diacritics_only_is_almost_equal_but_not_quite() -> None:
    assert ALIKE_FAR < alike("hóa đơn", "hoá đơn") < alike("hóa đơn", "hóa đơn") == 1


def test_two_long_texts_of_the_same_few_words_are_not_alike() -> None:
    words = ["hồ", "sơ", "bản", "sao", "lệ", "phí", "kết", "quả", "công", "chức", "người", "dân"]
    one = " ".join(words[(place * place) % 12] for place in range(400))
    other = " ".join(words[(place * 7 + place // 5) % 12] for place in range(400))
    assert alike(one, other) < ALIKE


def test_a_paragraph_is_never_code_but_may_become_an_item() -> None:
    runs = (Run("Công chức trả kết quả."),)
    paragraph, item, code = (Block(kind, runs) for kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CODE))
    assert Likeness().of_blocks(paragraph, code) == 0
    assert ALIKE < Likeness().of_blocks(paragraph, item) < Likeness().of_blocks(item, item) == 1
