"""A redline as HTML: nothing told by colour alone, every link leads somewhere, and text stays text."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from hypothesis import given, settings

from sotay.model.version import Version
from sotay.redline.changes import Block, BlockChange, BlockKind, CellChange, Fate, Redline, Run, Words
from sotay.rendering.redline.html import redline_html
from sotay.rendering.redline.labels import VersionNames
from sotay.rendering.redline.standalone_page import redline_page
from sotay.rendering.redline.words import words_html
from tests.support.redlines import FACTS, OLD, TEXTS, a_redline

_EMPTY = {"br", "hr", "input"}


class Outline(HTMLParser):
    """Which elements, ids and links a page has, and whether every element is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.hrefs += [value for name, value in attrs if name == "href" and value]
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_the_facts_that_matter_come_first_and_who_signed_is_folded() -> None:
    html = redline_html(a_redline(**FACTS))
    assert html.index("Thời hạn giải quyết: 3 ngày làm việc → 2 ngày làm việc.") < html.index("<table")
    assert html.index("Giấy chứng sinh") < html.index('<details class="redline__control">') < html.index("tran-thi-b")
    assert "Từng khóa dữ liệu đã sửa" in html


def test_a_fact_is_said_once_in_a_sentence_or_in_the_table_of_reworded_texts() -> None:
    html = redline_html(a_redline(OLD, OLD, changes="Sửa giờ trả kết quả.", time_limit={"value": 2, "unit": "day"}))
    sentences, _, table = html.partition("<caption>Nội dung được viết lại trong khối kiểm soát</caption>")
    assert "→ 2 ngày." in sentences
    assert "→ 2 ngày." not in table
    assert table.partition("</table>")[0].count("giờ trả kết quả") == 1
    assert "giờ trả kết quả" not in sentences


def test_without_a_reworded_text_there_is_no_table_of_facts() -> None:
    html = redline_html(a_redline(OLD, OLD, legal_basis=["60/2014/QH13", "123/2015/NĐ-CP"]))
    assert "Căn cứ pháp lý" in html
    assert "redline__facts" not in html


def test_new_and_gone_words_are_elements_with_words_for_a_screen_reader() -> None:
    html = words_html(
        [Words(Fate.KEPT, "Nộp "), Words(Fate.DELETED, "01"), Words(Fate.INSERTED, "02"), Words(Fate.KEPT, " bộ")]
    )
    assert html == (
        'Nộp <del><span class="visually-hidden">bắt đầu bỏ </span>01<span class="visually-hidden"> hết bỏ</span></del>'
        '<ins><span class="visually-hidden">bắt đầu thêm </span>02<span class="visually-hidden"> hết thêm</span></ins> bộ'
    )


def test_what_moved_is_linked_with_its_old_place_both_ways() -> None:
    html = redline_html(a_redline())
    assert re.search(r'id="thay-doi-1".*?<a href="#cho-cu-10">đã chuyển từ mục “3\. Nội dung”</a>', html)
    assert re.search(r'id="cho-cu-10".*?<a href="#thay-doi-1">đã chuyển đến mục “1\. Mục đích”</a>', html)
    assert 'id="song-song-cho-cu-10"' in html


def test_links_of_the_document_lead_where_the_page_says_or_are_plain_words() -> None:
    assert "QT-HT-02/" not in redline_html(a_redline())
    linked = redline_html(a_redline(), target={"QT-HT-02": "../QT-HT-02/"}.get)
    assert '<a href="../QT-HT-02/">Trung tâm</a>' in linked
    assert "(liên kết đến QT-HT-02)" in linked


def test_a_change_of_look_alone_is_told_in_words() -> None:
    html = redline_html(a_redline())
    assert '<em>5 năm</em><small class="redline__look"> (trước: chữ thường, nay: chữ nghiêng)</small>' in html
    assert "câu chữ giữ nguyên" in html


def test_letters_that_cannot_be_seen_are_named() -> None:
    html = redline_html(a_redline("Nộp hồ sơ tại xã.\n", "Nộp hồ\u200b sơ tại\u202e xã.\n"))
    assert "&lt;U+200B&gt;" in html
    assert "&lt;U+202E&gt;" in html
    assert "\u200b" not in html
    assert "\u202e" not in html


def test_unchanged_stretches_say_how_much_they_hold() -> None:
    html = redline_html(a_redline())
    assert "<summary>… 4 đoạn không đổi</summary>" in html
    assert "… 4 hàng không đổi</label>" in html


def test_headings_of_the_document_stand_below_those_of_the_page() -> None:
    outline = Outline(redline_html(a_redline()))
    assert outline.tags["h1"] == 0
    assert outline.tags["h2"] == 2
    assert outline.tags["h4"] > 0


def test_the_page_works_without_script_and_style_of_its_own() -> None:
    outline = Outline(redline_html(a_redline(**FACTS)))
    assert not {"script", "style", "link", "img", "iframe"} & set(outline.tags)
    assert not {name for name in outline.attributes if name == "style" or name.startswith("on")}


def test_two_equal_texts_are_said_to_be_equal() -> None:
    html = redline_html(a_redline(OLD, OLD))
    assert "Bản 1.0 và Bản 1.0 không khác nhau về nội dung." in html
    assert "redline__views" not in html


def test_where_only_facts_changed_the_text_says_so() -> None:
    html = redline_html(a_redline(OLD, OLD, **FACTS))
    assert "Lời văn không đổi." in html
    assert "redline__views" not in html


def test_columns_that_came_and_went_are_marked_in_every_row() -> None:
    def row(kind: BlockKind, old: tuple[str, str], new: tuple[str, str], place: int) -> BlockChange:
        cells = (
            CellChange(0, 0, Fate.KEPT, (Words(Fate.KEPT, old[0]),)),
            CellChange(None, 1, Fate.DELETED, (Words(Fate.DELETED, old[1]),)),
            CellChange(1, None, Fate.INSERTED, (Words(Fate.INSERTED, new[1]),)),
        )
        blocks = [
            Block(kind, (), tuple((Run(text),) for text in texts), 0, ("table",), (place == 0,)) for texts in (old, new)
        ]
        return BlockChange(Fate.REWORDED, *blocks, place, place, cells=cells)

    gone = Block(BlockKind.ROW, (), ((Run("Biên lai"),), (Run("Kho"),)), 0, ("table",), (False,))
    changes = (
        row(BlockKind.HEAD_ROW, ("Hồ sơ", "Nơi giữ"), ("Hồ sơ", "Thời hạn"), 0),
        row(BlockKind.ROW, ("Tờ khai", "Một cửa"), ("Tờ khai", "5 năm"), 1),
        BlockChange(Fate.DELETED, gone, None, 2, None),
    )
    html = redline_html(Redline("QT-HT-01", Version(1), Version(1, 1), (), (), changes))
    inline = html[: html.index('class="redline__sides"')]
    assert "<small>− cột bỏ</small>" in inline
    assert "<small>+ cột thêm</small>" in inline
    rows = re.findall(r"<tr.*?</tr>", inline, re.DOTALL)
    assert [len(re.findall(r"<t[hd]", one)) for one in rows] == [4, 4, 4]
    old_side = html[html.index('<div class="abreast__old">') :]
    assert "5 năm" not in old_side[: old_side.index('<div class="abreast__new">')]


def test_a_page_of_its_own_forbids_scripts_and_other_hosts() -> None:
    page = redline_page(a_redline(**FACTS), "Đăng ký <khai> sinh", VersionNames("Bản 1.0", "Nội dung đang soạn"))
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "Đăng ký &lt;khai&gt; sinh" in page
    assert "url(" not in page
    assert "http://" not in page
    assert "https://" not in page
    assert "<script" not in page


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_give_whole_html_whose_links_all_lead_somewhere(old: str, new: str) -> None:
    html = redline_html(a_redline(old, new))
    outline = Outline(html)
    assert [name for name, count in Counter(outline.ids).items() if count > 1] == []
    assert {href for href in outline.hrefs if href.removeprefix("#") not in outline.ids} == set()
    assert "script" not in outline.tags
    total = re.search(r"Văn bản thay đổi ở (\d+) chỗ", html)
    numbers = {int(name.removeprefix("thay-doi-")) for name in outline.ids if re.fullmatch(r"thay-doi-\d+", name)}
    assert numbers == set(range(1, int(total[1]) + 1 if total else 1))
