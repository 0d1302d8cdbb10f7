"""A redline is shown as lists, quotes and tables again, in one piece, whatever came or went."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings

from sotay.markup.markdown import parse_body
from sotay.redline.blocks import text_blocks
from sotay.redline.changes import Fate
from sotay.rendering.redline.block_words import block_words, on_side
from sotay.rendering.redline.folds import folded
from sotay.rendering.redline.numbering import number_changes
from sotay.rendering.redline.order import reading_order
from sotay.rendering.redline.sides import side_by_side
from sotay.rendering.redline.table import redline_table
from sotay.rendering.redline.tree import Group, GroupKind, Leaf, Node, Side, leaves, redline_tree, seen_from
from tests.support.redlines import OLD, TEXTS, a_redline


def tree(old: str, new: str) -> tuple[Node, ...]:
    changes = reading_order(a_redline(old, new).blocks)
    return redline_tree(changes, number_changes(changes))


def drawn(nodes: tuple[Node, ...]) -> list[object]:
    """A tree as nested lists: words with a sign, and the kind of each group."""
    signs = {Fate.INSERTED: "+", Fate.DELETED: "-", Fate.MOVED: ">", Fate.MOVED_AWAY: "<", Fate.REWORDED: "~"}
    return [
        f"{signs.get(node.fate, '')}{node.block.text}"
        if isinstance(node, Leaf)
        else [node.kind.value + (f" {node.ordinal}" if node.ordinal is not None else ""), *drawn(node.children)]
        for node in nodes
    ]


def test_a_nested_list_is_a_list_within_an_item() -> None:
    text = "1. Một\n   - a\n   - b\n2. Hai\n\nHết.\n"
    inner = ["bullets", ["list_item", "a"], ["list_item", "b"]]
    assert drawn(tree(text, text)) == [["numbers", ["list_item 1", "Một", inner], ["list_item 2", "Hai"]], "Hết."]


def test_what_came_and_went_stands_in_one_list() -> None:
    old, new = "- Nộp hồ sơ\n- Trả lệ phí\n- Nhận kết quả\n", "- Trả lệ phí\n- Ký số\n- Nhận kết quả\n"
    [group] = drawn(tree(old, new))
    assert group == [
        "bullets",
        ["list_item", "-Nộp hồ sơ"],
        ["list_item", "Trả lệ phí"],
        ["list_item", "+Ký số"],
        ["list_item", "Nhận kết quả"],
    ]


def test_what_is_gone_from_an_inner_list_stays_with_its_item() -> None:
    old = "1. Kiểm tra giấy tờ\n   - bản chính\n   - bản sao\n2. Trả kết quả\n"
    new = "1. Kiểm tra giấy tờ\n   - bản chính\n2. Ký số toàn bộ\n3. Trả kết quả\n"
    [numbers] = drawn(tree(old, new))
    assert numbers == [
        "numbers",
        ["list_item 1", "Kiểm tra giấy tờ", ["bullets", ["list_item", "bản chính"], ["list_item", "-bản sao"]]],
        ["list_item 2", "+Ký số toàn bộ"],
        ["list_item 3", "Trả kết quả"],
    ]


def test_what_is_new_in_an_inner_list_stays_with_its_item() -> None:
    old = "1. Kiểm tra giấy tờ\n   - bản chính\n2. Ký số toàn bộ\n3. Trả kết quả\n"
    new = "1. Kiểm tra giấy tờ\n   - bản chính\n   - bản sao\n2. Trả kết quả\n"
    [numbers] = drawn(tree(old, new))
    assert numbers == [
        "numbers",
        ["list_item 1", "Kiểm tra giấy tờ", ["bullets", ["list_item", "bản chính"], ["list_item", "+bản sao"]]],
        ["list_item 2", "-Ký số toàn bộ"],
        ["list_item 2", "Trả kết quả"],
    ]


def test_two_lists_stay_two_lists() -> None:
    text = "- a\n- b\n\n* c\n* d\n"
    assert len(tree(text, text)) == 2


def test_a_table_that_replaces_another_is_a_table_of_its_own() -> None:
    old = "| Hồ sơ | Nơi giữ |\n|---|---|\n| Tờ khai | Một cửa |\n"
    new = "| Lệ phí | Mức | Đơn vị |\n|---|---|---|\n| Bản sao trích lục | 8.000 | đồng |\n"
    gone, come = tree(old, new)
    assert isinstance(gone, Group)
    assert isinstance(come, Group)
    assert {leaf.fate for leaf in leaves(gone)} == {Fate.DELETED}
    assert {leaf.fate for leaf in leaves(come)} == {Fate.INSERTED}


def test_neighbours_inserted_in_one_piece_are_one_change() -> None:
    changes = a_redline("Một câu.\n\nHết.\n", "Một câu.\n\nĐoạn thêm thứ nhất.\n\nĐoạn thêm khác hẳn.\n\nHết.\n").blocks
    numbering = number_changes(changes)
    assert numbering.total == 1
    assert sorted(numbering.number_of) == [1, 2]
    assert numbering.firsts == {1}


def test_unchanged_stretches_fold_and_the_heading_above_a_change_stays() -> None:
    text = "## A\n\na1\n\na2\n\na3\n\na4\n\n## B\n\nb1\n\nb2\n\nb3\n\nb4\n\nb5\n\n"
    shown = drawn(folded(tree(text + "Nộp một bản.\n", text + "Nộp hai bản.\n")))
    assert shown == [
        ["fold", "A", "a1", "a2", "a3", "a4"],
        "B",
        ["fold", "b1", "b2", "b3", "b4"],
        "b5",
        "~Nộp hai bản.",
    ]


def test_the_head_of_a_table_is_never_folded() -> None:
    rows = "".join(f"| hàng {number} | giá trị {number} |\n" for number in range(9))
    head = "| Tên | Trị |\n|---|---|\n"
    [table] = folded(tree(head + rows, head + rows + "| hàng thêm | hoàn toàn khác |\n"))
    assert isinstance(table, Group)
    first, fold, near, last = table.children
    assert isinstance(first, Leaf)
    assert first.block.text == "Tên | Trị"
    assert isinstance(fold, Group)
    assert len(fold.children) == 8
    assert isinstance(near, Leaf)
    assert isinstance(last, Leaf)
    assert last.fate is Fate.INSERTED


def test_each_side_shows_its_own_text() -> None:
    nodes = tree(OLD, OLD.replace("Giữ 5 năm.", "Giữ mãi mãi ở kho.").replace("- bản sao sổ hộ khẩu", "- thẻ"))
    for side, text in ((Side.OLD, "bản sao sổ hộ khẩu"), (Side.NEW, "thẻ")):
        told = " ".join(leaf.block.text for node in seen_from(nodes, side) for leaf in leaves(node))
        assert text in told
    assert GroupKind.TABLE in {node.kind for node in seen_from(nodes, Side.OLD) if isinstance(node, Group)}


def test_side_by_side_what_replaces_something_stands_beside_it() -> None:
    old, new = "Mở đầu.\n\nĐoạn cũ bỏ hẳn.\n\nKết.\n", "Mở đầu.\n\nThay vào đó: câu khác hoàn toàn.\n\nKết.\n"
    before, pair, after = side_by_side(tree(old, new))
    assert before.is_unchanged
    assert after.is_unchanged
    assert [leaf.block.text for node in pair.old for leaf in leaves(node)] == ["Đoạn cũ bỏ hẳn."]
    assert [leaf.block.text for node in pair.new for leaf in leaves(node)] == ["Thay vào đó: câu khác hoàn toàn."]


def told(nodes: tuple[Node, ...], side: Side) -> Iterator[str]:
    """The words of some nodes as one side shows them."""
    for node in seen_from(nodes, side):
        if isinstance(node, Leaf):
            yield "".join(part.text for part in on_side(block_words(node.change), side))
        elif node.kind is GroupKind.TABLE:
            table = redline_table(node, side)
            rows = [*table.head, *(row for stretch in table.body for row in stretch.rows)]
            yield from (part.text for row in rows for cell in row.cells for part in cell.words)
        else:
            yield from told(node.children, side)


def words_of(text: str) -> str:
    runs = ((block.runs, *block.cells) for block in text_blocks(parse_body(text).tokens))
    return "".join(run.text for parts in runs for part in parts for run in part)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_each_side_tells_its_whole_text_in_order_and_nothing_else(old: str, new: str) -> None:
    nodes = folded(tree(old, new))
    assert "".join(told(nodes, Side.OLD)) == words_of(old)
    assert "".join(told(nodes, Side.NEW)) == words_of(new)
