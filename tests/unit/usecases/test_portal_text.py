"""Text of the portal to Markdown: the same words, and no markup that was not meant."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.markup.markdown import parse_body, render_html
from sotay.usecases.importing.portal_text import escape, line_of, lines_of, listed, markdown_of, unmarked

SPECIAL = st.text(st.sampled_from("*_`[]()<>!#|&~:;.-+=^\\ 1a)Bđ\"'"), min_size=1, max_size=30)


def shown(markdown: str) -> str:
    """Return the text that a reader of the rendered Markdown sees, on one line."""
    return line_of(html.unescape(re.sub(r"<[^>]+>", "\n", render_html(parse_body(markdown).tokens))))


@given(SPECIAL)
def test_escaped_text_shows_exactly_as_it_was(text: str) -> None:
    line = line_of(text)
    if line:
        assert (
            render_html(parse_body(escape(line)).tokens)
            == f"<p>{html.escape(line, quote=True).replace('&#x27;', chr(39))}</p>\n"
        )


@given(st.lists(SPECIAL, max_size=6))
def test_text_of_many_lines_shows_all_its_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    expected = " ".join(unmarked(line) for line in lines_of(text))
    assert shown(markdown_of(text)) == line_of(expected)


def test_hand_typed_bullets_become_nested_lists() -> None:
    text = "Bước 1: Kiểm tra:\n- Đủ thì nhận:\n+ Trực tiếp;\n+ Trực tuyến.\n- Thiếu thì hướng dẫn.\nBước 2: Trả."
    assert markdown_of(text) == (
        "Bước 1: Kiểm tra:\n\n- Đủ thì nhận:\n  - Trực tiếp;\n  - Trực tuyến.\n- Thiếu thì hướng dẫn.\n\nBước 2: Trả."
    )


def test_a_star_before_a_colon_is_a_heading_of_what_follows() -> None:
    assert markdown_of("- Nộp hồ sơ.\n* Lưu ý:\n- Nộp sớm.") == "- Nộp hồ sơ.\n\nLưu ý:\n\n- Nộp sớm."


def test_a_line_broken_in_mid_sentence_is_put_together() -> None:
    assert markdown_of("Trong 15 ngày kể từ ngày Hội đồng\ncấp tỉnh thông qua") == (
        "Trong 15 ngày kể từ ngày Hội đồng cấp tỉnh thông qua"
    )
    assert markdown_of("Hồ sơ gồm\na) Tờ khai") == "Hồ sơ gồm\n\na) Tờ khai"


def test_an_item_of_several_sentences_stays_one_item() -> None:
    assert listed("Nộp hồ sơ. Nhận kết quả.", 1) == "  - Nộp hồ sơ.\n    Nhận kết quả."


@pytest.mark.parametrize(
    ("line", "text"), [("- Nộp", "Nộp"), ("–Nộp", "Nộp"), ("*** Nộp", "Nộp"), ("-5 độ", "-5 độ"), ("+ 5 bản", "5 bản")]
)
def test_a_bullet_is_taken_off_and_a_number_is_not(line: str, text: str) -> None:
    assert unmarked(line) == text


def test_characters_that_no_file_may_hold_are_dropped() -> None:
    assert line_of("a\x00b\ud800c\u2003d\u200be\x0bf") == "abc de f"
    assert line_of("a\ud800\u0301") == "á"
