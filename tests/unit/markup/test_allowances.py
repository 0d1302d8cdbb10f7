"""A request to be let off is read where authors may write it, and is no part of the text."""

from __future__ import annotations

from time import process_time

import pytest

from sotay.history.fingerprint import fingerprint
from sotay.markup.allowances import read_allowances
from sotay.markup.markdown import inline_tokens, parse_body, plain_text, raw_html, render_html, typed_lines
from tests.support.builders import a_document

COMMENT = "<!-- sotay: allow ST901 câu trích nguyên văn -->"


def read(path: str, text: str) -> list[tuple[int, set[int], str, str]]:
    return [(a.line, set(a.about), a.code, a.reason) for a in read_allowances(path, text)]


def test_a_comment_is_about_the_next_line_that_says_something() -> None:
    text = f"---\ntitle: X\n---\n\n{COMMENT}\n\nMột câu.\n"
    assert read("a.md", text) == [(5, {5, 7}, "ST901", "câu trích nguyên văn")]


def test_comments_one_upon_the_other_are_about_the_same_line() -> None:
    text = f"---\ntitle: X\n---\n{COMMENT}\n<!-- sotay: allow ST902 lý do khác -->\nMột câu.\n"
    assert [(about, code) for _, about, code, _ in read("a.md", text)] == [({4, 6}, "ST901"), ({5, 6}, "ST902")]


def test_in_front_matter_it_is_a_yaml_comment_before_or_behind_a_value() -> None:
    text = "---\ntitle: X\n# sotay: allow ST904 tên do luật đặt\nkind: form\nfield: a # sotay: allow ST905 vì thế\n---\nMột câu.\n"
    assert read("a.md", text) == [(3, {3, 4}, "ST904", "tên do luật đặt"), (5, {5}, "ST905", "vì thế")]


def test_at_the_head_it_is_also_about_what_is_missing_from_the_file() -> None:
    comments = "# sotay: allow ST907 không ai tìm\n# sotay: allow ST908 không có\n"
    assert [about for _, about, _, _ in read("a.md", f"---\n{comments}title: X\n---\nMột câu.\n")] == [
        {1, 2, 4},
        {1, 3, 4},
    ]
    assert [about for _, about, _, _ in read("a.yml", f"{comments}title: X\n")] == [{1, 3}, {1, 2, 3}]


def test_a_yaml_file_has_yaml_comments_only() -> None:
    text = f"a: 1\n{COMMENT}\n#sotay: allow ST504 chưa có Công báo\nb: 2\n"
    assert read("sites/x.yml", text) == [(3, {3, 4}, "ST504", "chưa có Công báo")]


def test_a_heading_or_a_block_of_code_is_no_comment() -> None:
    text = f"---\ntitle: X\n---\n# sotay: allow ST901 đây là đề mục\n\n```\n{COMMENT}\n```\n\n    {COMMENT}\n"
    assert read_allowances("a.md", text) == ()
    assert "sotay: allow" in render_html(parse_body(text.split("---\n")[2]).tokens)


@pytest.mark.parametrize(
    ("comment", "code", "reason"),
    [
        ("<!-- sotay: allow -->", "", ""),
        ("<!-- sotay: allow ST901 -->", "ST901", ""),
        ("<!--sotay:allow ST901 vì-->", "ST901", "vì"),
    ],
)
def test_what_is_left_out_is_told_by_its_absence(comment: str, code: str, reason: str) -> None:
    assert [(a.code, a.reason) for a in read_allowances("a.md", f"{comment}\nMột câu.\n")] == [(code, reason)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Mục đích\n\n", "Một câu.\n"),
        ("Câu một.\n", "Câu hai.\n"),
        ("- một\n", "- hai\n"),
        ("| a |\n|---|\n", "| b |\n"),
        ("Một câu.\n\n", ""),
    ],
)
def test_it_is_neither_rendered_nor_fingerprinted_nor_taken_for_html(before: str, after: str) -> None:
    plain, asked = parse_body(before + after), parse_body(f"{before}{COMMENT}\n{after}")
    assert render_html(asked.tokens) == render_html(plain.tokens)
    assert list(raw_html(asked)) == []
    documents = [a_document(before + after), a_document(f"{before}{COMMENT}\n{after}")]
    assert len({fingerprint(document, {}) for document in documents}) == 1


def test_lines_are_counted_as_in_the_file() -> None:
    body = parse_body(f"{COMMENT}\n## Mục đích\n\nCâu một.\n{COMMENT}\nCâu hai.\n\n{COMMENT}\nCâu ba.\n", 10)
    assert [section.line for section in body.sections] == [11]
    lines = {token.content: line for line, token in inline_tokens(body.tokens, 10) if token.content}
    assert lines == {"Mục đích": 11, "Câu một.": 13, "Câu hai.": 15, "Câu ba.": 18}


def test_the_lines_of_a_paragraph_are_counted_as_in_the_file() -> None:
    body = parse_body(f"Câu một.\n{COMMENT}\n{COMMENT}\nCâu hai.\nCâu ba.\n\nCâu bốn.\n", 10)
    typed = [pair for token in body.tokens if token.type == "inline" for pair in typed_lines(token, 10)]
    assert typed == [(10, "Câu một."), (13, "Câu hai."), (14, "Câu ba."), (16, "Câu bốn.")]


def test_other_html_is_still_refused_with_its_line() -> None:
    body = parse_body(f"{COMMENT}\n<!-- ghi chú -->\n\nMột <b>câu</b>. {COMMENT}\n")
    found = list(raw_html(body))
    assert (2, "<!-- ghi chú -->") in found
    assert (4, COMMENT) in found
    assert [plain_text(token) for token in body.tokens if token.type == "inline"]


@pytest.mark.parametrize(
    "yaml",
    [
        'purpose: "xem # sotay: allow ST901 trong nháy"\n',
        "purpose: |\n  một\n  # sotay: allow ST901 trong khối\n  hai\nkind: form\n",
        "purpose: >-\n  một # sotay: allow ST901 trong khối\n",
        "purpose: 'một\n  # sotay: allow ST901 trong nháy\n  hai'\n",
    ],
)
def test_what_stands_within_a_value_is_published_and_so_no_comment(yaml: str) -> None:
    assert read_allowances("a.yml", yaml) == ()
    assert read_allowances("a.md", f"---\n{yaml}---\nMột câu.\n") == ()


def test_a_comment_right_below_a_block_of_text_is_one() -> None:
    yaml = "purpose: |\n  một\n\n# sotay: allow ST904 tên do luật đặt\nkind: form\n"
    assert read("a.yml", yaml) == [(4, {4, 5}, "ST904", "tên do luật đặt")]


@pytest.mark.parametrize("behind", [" phí 1 triệu đồng -->", " <b>x</b> -->", COMMENT, " -->"])
def test_nothing_behind_a_comment_is_left_out_of_the_text(behind: str) -> None:
    body = parse_body(f"{COMMENT}{behind}\n\nMột câu.\n")
    assert read_allowances("a.md", f"{COMMENT}{behind}\n\nMột câu.\n") == ()
    assert COMMENT.replace("<", "&lt;").replace(">", "&gt;") in render_html(body.tokens)
    assert list(raw_html(body)), "and the rule about HTML refuses it"


def test_thousands_of_comments_or_of_equal_headings_take_no_more_than_their_share() -> None:
    begun = process_time()
    read_allowances("a.md", f"---\n{COMMENT}\n---\n" + f"{COMMENT}\n" * 20_000)
    read_allowances("a.yml", "# sotay: allow ST901 vì thế\n" * 20_000 + "a: 1\n")
    assert len({section.anchor for section in parse_body("# a\n" * 20_000).sections}) == 20_000
    assert process_time() - begun < 20


def test_headings_of_one_name_are_numbered_around_those_that_have_the_number() -> None:
    titles = ["a", "a 2", "a", "a", "a 3", "a 2"]
    anchors = [section.anchor for section in parse_body("".join(f"# {title}\n" for title in titles)).sections]
    assert anchors == ["a", "a-2", "a-3", "a-4", "a-3-2", "a-2-2"]
