from __future__ import annotations

import pytest

from sotay.markup.markdown import parse_body
from sotay.redline.blocks import text_blocks
from sotay.redline.changes import Block, BlockKind, Run


def blocks(text: str) -> tuple[Block, ...]:
    return text_blocks(parse_body(text).tokens)


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def test_blocks_say_what_they_stand_in_and_what_they_begin() -> None:
    found = blocks("3. Tiếp nhận:\n   - tờ khai;\n   - giấy hẹn.\n\n   Ghi sổ.\n4. Trả kết quả.\n")
    assert [(b.kind, b.level, b.within, b.opens) for b in found] == [
        (BlockKind.ITEM, 1, ("numbers 3",), (True,)),
        (BlockKind.ITEM, 2, ("numbers 3", "bullets"), (False, True)),
        (BlockKind.ITEM, 2, ("numbers 3", "bullets"), (False, False)),
        (BlockKind.PARAGRAPH, 1, ("numbers 3",), (False,)),
        (BlockKind.ITEM, 1, ("numbers 3",), (False,)),
    ]


def test_an_item_that_begins_with_no_paragraph_is_a_block_without_text() -> None:
    assert [(b.kind, b.text) for b in blocks("- ## Mục\n-\n- > Lời trích\n")] == [
        (BlockKind.ITEM, ""),
        (BlockKind.HEADING, "Mục"),
        (BlockKind.ITEM, ""),
        (BlockKind.ITEM, ""),
        (BlockKind.QUOTE, "Lời trích"),
    ]


def test_a_row_has_its_cells_and_a_text_with_bars() -> None:
    head, row = blocks("| Giấy tờ | Số bản |\n|---|--:|\n| **Tờ khai** | |\n")
    assert head.kind is BlockKind.HEAD_ROW
    assert row.cells == ((Run("Tờ khai", ("strong",)),), ())
    assert row.text == "Tờ khai | "


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Nộp **bản *chính***.", [("Nộp ", ""), ("bản ", "strong"), ("chính", "strong/em"), (".", "")]),
        ("a[^n]\n\n[^n]: b", [("a", ""), ("[*]", "footnote")]),
        ('[Cổng](https://x.vn "Tỉnh")', [("Cổng", 'link https://x.vn "Tỉnh"')]),
        ("![dấu](d.png)", [("dấu", "image d.png")]),
        ("`a  b`", [("a  b", "code")]),
        ("một\\\nhai", [("một\nhai", "")]),
        ("một\nhai  ba\u00a0bốn", [("một hai ba bốn", "")]),
        ("[](x)", [("", "link x")]),
    ],
)
def test_runs_keep_looks_and_lose_layout(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.text, "/".join(run.marks)) for run in blocks(text)[0].runs] == runs


def test_neighbours_of_one_look_stay_two() -> None:
    assert blocks("[a](x)[b](x)")[0].runs == (Run("a", ("link x",)), Run(""), Run("b", ("link x",)))
    assert blocks("[ab](x)")[0].runs == (Run("ab", ("link x",)),)


def test_the_name_of_a_footnote_does_not_count_but_how_often_it_is_cited_does() -> None:
    once, renamed = "a[^n] b\n\n[^n]: c", "a[^chu-thich] b\n\n[^chu-thich]: c"
    assert blocks(once) == blocks(renamed)
    twice = blocks("a[^n] b[^n]\n\n[^n]: c")
    assert twice[-1].runs == (Run("c"), Run("", ("cited 2",)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("# A", "A\n="),
        ("- a\n- b", "* a\n\n* b"),
        ("1. a", "1) a"),
        ("```\nx\n```", "~~~~\nx\n\n~~~~"),
        ("| a |\n|---|", "| a |\n|:-:|"),
        ("***", "---\n"),
    ],
)
def test_other_signs_for_the_same_make_the_same_blocks(one: str, other: str) -> None:
    assert blocks(one) == blocks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("# A", "## A"),
        ("- a\n- b", "- a\n\n* b"),
        ("1. a", "2. a"),
        ("```\nx\n```", "    x"),
        ("> a\n\n> b", "> a\n>\n> b"),
        ("**a** **b**", "**a b**"),
        (">", ""),
        ("- a\n\n  b", "- a\n\nb"),
    ],
)
def test_another_structure_makes_other_blocks(one: str, other: str) -> None:
    assert blocks(one) != blocks(other)


def test_an_empty_cell_is_no_run_and_code_keeps_its_blanks() -> None:
    assert only("```\na  b\n\n  c\n```").runs == (Run("a  b\n\n  c"),)
