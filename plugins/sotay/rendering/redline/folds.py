"""Folds the unchanged stretches of a redline away; what stands around a change, and its heading, stays in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.redline.changes import BlockKind
from sotay.rendering.redline.tree import ROWS, Group, GroupKind, Leaf, Node, is_unchanged, leaves

_NEAR = 1
"""How many unchanged nodes stay in sight before and after a change."""
_LEAST = 3
"""The least number of blocks for which folding is worth a click."""


def folded(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes with their unchanged stretches in groups of kind FOLD, at every depth."""
    return tuple(_fold_all(nodes))


def fold_words(fold: Group) -> str:
    """Return what is folded away: `14 đoạn không đổi`."""
    blocks = [leaf.block.kind for leaf in leaves(fold)]
    if all(kind in ROWS for kind in blocks):
        unit = "hàng"
    elif all(kind is BlockKind.ITEM for kind in blocks):
        unit = "mục"
    else:
        unit = "đoạn"
    return f"{len(blocks)} {unit} không đổi"


def _fold_all(nodes: Sequence[Node]) -> Iterator[Node]:
    start = 0
    while start < len(nodes):
        if not is_unchanged(nodes[start]):
            yield _within(nodes[start])
            start += 1
            continue
        end = start
        while end < len(nodes) and is_unchanged(nodes[end]):
            end += 1
        yield from _stretch(nodes[start:end], after_change=start > 0, before_change=end < len(nodes))
        start = end


def _within(node: Node) -> Node:
    if isinstance(node, Leaf):
        return node
    return Group(node.kind, folded(node.children), node.ordinal)


def _stretch(nodes: Sequence[Node], *, after_change: bool, before_change: bool) -> Iterator[Node]:
    """An unchanged stretch: what is near a change, the heading under which the next change stands, and folds."""
    head = _head_rows(nodes) or _NEAR * after_change
    tail = max(len(nodes) - _NEAR * before_change, head)
    yield from nodes[:head]
    middle = nodes[head:tail]
    heading = _last_heading(middle) if before_change and not _is_heading(nodes[-1]) else None
    if heading is None:
        yield from _fold(middle)
    else:
        yield from _fold(middle[:heading])
        yield middle[heading]
        yield from _fold(middle[heading + 1 :])
    yield from nodes[tail:]


def _head_rows(nodes: Sequence[Node]) -> int:
    """How many rows at the beginning are the head of a table, which is always shown."""
    count = 0
    while count < len(nodes) and _kind(nodes[count]) is BlockKind.HEAD_ROW:
        count += 1
    return count


def _fold(nodes: Sequence[Node]) -> Iterator[Node]:
    if sum(1 for node in nodes for _ in leaves(node)) < _LEAST:
        yield from nodes
    else:
        yield Group(GroupKind.FOLD, tuple(nodes))


def _last_heading(nodes: Sequence[Node]) -> int | None:
    return next((place for place in reversed(range(len(nodes))) if _is_heading(nodes[place])), None)


def _is_heading(node: Node) -> bool:
    return _kind(node) is BlockKind.HEADING


def _kind(node: Node) -> BlockKind | None:
    return node.block.kind if isinstance(node, Leaf) else None
