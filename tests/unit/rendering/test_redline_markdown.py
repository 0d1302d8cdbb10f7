"""A redline in a comment of a pull request: readable, bounded, and inert whatever the document says."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sotay.rendering.markdown_text import inert
from sotay.rendering.redline.markdown import redline_markdown
from tests.support.redlines import FACTS, OLD, a_redline

_PLATFORM = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
_HARMLESS = {"p", "ul", "li", "blockquote", "strong", "s", "h3", "table", "thead", "tbody", "tr", "th", "td"}


def rendered(markdown: str) -> str:
    return str(_PLATFORM.render(markdown))


def test_the_change_in_words_comes_first_then_what_changed_in_the_text() -> None:
    html = rendered(redline_markdown(a_redline(**FACTS)))
    assert html.index("Thời hạn giải quyết: 3 ngày làm việc → 2 ngày làm việc.") < html.index(
        "Văn bản thay đổi ở 10 chỗ"
    )
    assert "Người dân nộp <s>01</s><strong>02</strong> bộ hồ sơ tại" in html
    assert "<p>Tại mục “3. Nội dung”:</p>" in html
    assert "Người đứng đầu cơ quan" not in html


def test_a_table_is_a_table_with_what_happened_to_each_row() -> None:
    html = rendered(redline_markdown(a_redline()))
    assert "<td>5/10 ± Sửa</td>\n<td>Tờ khai<strong> điện tử</strong></td>".replace("<strong> ", " <strong>") in html
    assert "<td>… 4 hàng không đổi</td>" in html
    assert "<td>6/10 + Thêm</td>\n<td><strong>Phiếu kiểm soát</strong></td>" in html


def test_a_text_that_is_too_long_says_how_much_was_left_out() -> None:
    text = redline_markdown(a_redline(**FACTS), longest=900)
    assert len(text) <= 900
    assert re.search(r"… còn \d+ phần thay đổi không nêu ở đây", text)
    assert "… còn" not in redline_markdown(a_redline(**FACTS))


def test_equal_texts_are_said_to_be_equal() -> None:
    assert "Không có thay đổi về nội dung." in redline_markdown(a_redline(OLD, OLD))


def test_nobody_is_called_and_nothing_is_linked_by_what_a_document_says() -> None:
    hostile = "@nhom/duyet xem #12, !7, $3, ~nhãn, a/b#4, GH-9, https://xau.example/issues/1, www.xau.example :tada:"
    text = redline_markdown(a_redline("Một câu.\n", f"{hostile}\n"))
    shown = re.sub(r"<[^>]*>", "", rendered(text))
    for acting in ("@nhom", "#12", "!7", "$3", "~nhãn", "#4", "GH-9", "https://", "www.", ":tada:"):
        assert acting not in shown
    assert hostile in shown.replace("\u200b", "")


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("*_`[]()<>#@!|~\\-+=1. "))
)
def test_inert_text_is_one_line_of_text_and_nothing_else(text: str) -> None:
    html = rendered(inert(text))
    inner = html.strip().removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    read = inner.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert " ".join(read.replace("\u200b", "").split()) == " ".join(text.replace("\u200b", "").split())


_WORDS = st.lists(
    st.sampled_from(["hồ sơ", "01", "**", "~~", "|", "<b>", "@ai", "`x", "](y)", "#3", "\\", "“a”", "(b)", "1.", "-"]),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(_WORDS, _WORDS)
def test_whatever_is_compared_only_harmless_elements_come_of_it(old: str, new: str) -> None:
    table = "| Tên | Trị |\n|---|---|\n| a | b |\n"
    text = redline_markdown(a_redline(f"Câu {old} hết.\n\n{table}", f"Câu {new} hết.\n\n{table}| c | d |\n"))
    assert set(re.findall(r"<(\w+)", rendered(text))) <= _HARMLESS
    assert not re.search(r"@(?=\w)", text)
