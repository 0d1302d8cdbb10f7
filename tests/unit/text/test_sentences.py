"""A line is split after a sentence only where the end is beyond doubt."""

from __future__ import annotations

import pytest

from sotay.text.sentences import sentences_of


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Nộp hồ sơ. Nhận kết quả.", ["Nộp hồ sơ.", "Nhận kết quả."]),
        ("Tại TP. Hồ Chí Minh", ["Tại TP. Hồ Chí Minh"]),
        ("1. Tờ khai. “Đủ” thì nhận", ["1. Tờ khai.", "“Đủ” thì nhận"]),
        ("Theo khoản 2. Điều 3", ["Theo khoản 2. Điều 3"]),
    ],
)
def test_lines_are_split_only_where_a_sentence_surely_ends(line: str, sentences: list[str]) -> None:
    assert sentences_of(line) == sentences
