"""The text of a redline as lines one below the other, for where there is no page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sotay.redline.changes import BlockKind
from sotay.rendering.redline.folds import fold_words
from sotay.rendering.redline.table import RedlineTable, redline_table
from sotay.rendering.redline.tree import Group, GroupKind, Leaf, Node, Side

_LISTS = frozenset({GroupKind.BULLETS, GroupKind.NUMBERS})
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """A block, a table, or a folded stretch."""

    depth: int
    """How deep in lists it stands."""
    sign: str = ""
    """What stands before its words: `## `, `- `, `3. `, `> `."""
    leaf: Leaf | None = None
    table: RedlineTable | None = None
    fold: str = ""
    """Of a folded stretch, what is folded away."""


def redline_lines(nodes: Iterable[Node], depth: int = 0, sign: str = "") -> Iterator[RedlineLine]:
    """Yield the lines of some nodes; the sign of an item stands before its first line."""
    for node in nodes:
        yield from _lines(node, depth, sign)
        sign = " " * len(sign) if sign.strip() != ">" else sign


def _lines(node: Node, depth: int, sign: str) -> Iterator[RedlineLine]:
    if isinstance(node, Leaf):
        yield RedlineLine(depth, _heading_sign(node) or sign, leaf=node)
    elif node.kind is GroupKind.FOLD:
        yield RedlineLine(depth, fold=fold_words(node))
    elif node.kind is GroupKind.TABLE:
        yield RedlineLine(depth, table=redline_table(node, Side.BOTH))
    elif node.kind in _LISTS:
        for item in node.children:
            yield from _item(item, depth)
    else:
        yield from redline_lines(node.children, depth, "> " if node.kind is GroupKind.QUOTE else sign)


def _item(item: Node, depth: int) -> Iterator[RedlineLine]:
    if isinstance(item, Leaf) or item.kind is GroupKind.FOLD:
        yield from _lines(item, depth, "")
    else:
        sign = f"{item.ordinal}. " if item.ordinal is not None else _BULLET
        yield from _inner(item, depth, sign)


def _inner(item: Group, depth: int, sign: str) -> Iterator[RedlineLine]:
    for child in item.children:
        is_leaf = isinstance(child, Leaf)
        yield from _lines(child, depth if is_leaf else depth + 1, sign if is_leaf else "")
        sign = " " * len(sign)


def _heading_sign(leaf: Leaf) -> str:
    return "#" * leaf.block.level + " " if leaf.block.kind is BlockKind.HEADING else ""
