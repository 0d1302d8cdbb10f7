"""The blocks of a redline as a tree again: lists, quotes, tables, and unchanged stretches folded away.

Reads: the changes of a text in the order of the new one.
Returns: nodes; each leaf is one block with the number of its change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sotay.redline.changes import Block, BlockChange, BlockKind, Fate, Seam
from sotay.rendering.redline.numbering import Numbering

ROWS = frozenset({BlockKind.HEAD_ROW, BlockKind.ROW})
_OLD_SIDE = frozenset({Fate.DELETED, Fate.MOVED_AWAY})
_BOTH_SIDES = frozenset({Fate.KEPT, Fate.REWORDED})


class Side(StrEnum):
    """Which text is shown."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"
    """Old and new in one."""


class GroupKind(StrEnum):
    """What holds blocks together."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    TERMS = "definitions"
    NOTES = "footnotes"
    FOLD = "fold"
    """An unchanged stretch."""
    TEXT = "text"
    """The whole."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One block, and what happened to it."""

    change: BlockChange
    number: int | None = None
    """The number of its change; None where nothing changed, or where only its old place was."""
    is_first: bool = False
    """Whether the change begins here: what was inserted or deleted in one piece is one change."""

    @property
    def fate(self) -> Fate:
        """What happened to it."""
        return self.change.fate

    @property
    def block(self) -> Block:
        """The block as it is shown: the new one, or the old one where it is gone."""
        return shown_block(self.change)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together."""

    kind: GroupKind
    children: tuple[Node, ...]
    ordinal: int | None = None
    """Of an item of a numbered list, its number."""


Node = Leaf | Group


def shown_block(change: BlockChange) -> Block:
    """Return the block that a change shows; raises ValueError for a change of nothing."""
    is_old = change.fate in _OLD_SIDE or change.seam is Seam.JOINED
    block = change.old if is_old else change.new
    if block is None:
        raise ValueError(change.fate)
    return block


def redline_tree(changes: Sequence[BlockChange], numbering: Numbering) -> tuple[Node, ...]:
    """Return the text as a tree, nothing folded yet."""
    builder = _Builder()
    for place, change in enumerate(changes):
        leaf = Leaf(change, numbering.number_of.get(place), place in numbering.firsts)
        builder.add(leaf, numbering.ordinal_of.get(place))
    return _frozen(builder.root)


def is_unchanged(node: Node) -> bool:
    """Return whether nothing in a node changed."""
    return all(leaf.fate is Fate.KEPT for leaf in leaves(node))


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield the blocks of a node in order."""
    if isinstance(node, Leaf):
        yield node
    else:
        for child in node.children:
            yield from leaves(child)


def seen_from(nodes: Iterable[Node], side: Side) -> tuple[Node, ...]:
    """Return what of some nodes stands in the old or in the new text."""
    seen = (_seen(node, side) for node in nodes)
    return tuple(node for node in seen if node is not None)


def _seen(node: Node, side: Side) -> Node | None:
    if isinstance(node, Leaf):
        others = frozenset({Fate.INSERTED, Fate.MOVED}) if side is Side.OLD else _OLD_SIDE
        return None if side is not Side.BOTH and node.fate in others else node
    children = seen_from(node.children, side)
    return Group(node.kind, children, node.ordinal) if children else None


@dataclass(slots=True)
class _Open:
    """A group that is still being filled."""

    kind: GroupKind
    key: str = ""
    """What the block says it stands in."""
    ordinal: int | None = None
    children: list[Leaf | _Open] = field(default_factory=list)
    sides: set[Side] = field(default_factory=set)
    """The texts of which it holds something."""
    item: _Open | None = None
    """Of a list, the item that is being filled."""
    has_rows: bool = False


class _Builder:
    """Puts blocks into the groups they stand in, old and new ones side by side."""

    def __init__(self) -> None:
        self.root = _Open(GroupKind.TEXT)
        self._path: list[_Open] = []

    def add(self, leaf: Leaf, ordinal: int | None) -> None:
        """Put a block where it belongs."""
        block, sides = leaf.block, _sides(leaf.change)
        depth = self._common(block, sides)
        del self._path[depth:]
        for key in block.within[depth:]:
            self._enter(key)
        for opened in self._path:
            opened.sides |= sides.keys()
        if block.kind is BlockKind.ITEM and self._path and _is_list(self._path[-1]):
            target = _new_item(self._path[-1], ordinal)
        else:
            target = self._inside()
        target.has_rows |= block.kind is BlockKind.ROW
        target.children.append(leaf)

    def _common(self, block: Block, sides: dict[Side, Block]) -> int:
        """How many of the open groups go on with a block."""
        for depth, (key, opened) in enumerate(zip(block.within, self._path, strict=False)):
            begins = any(_begins(own, depth, key) and side in opened.sides for side, own in sides.items())
            is_next_table = opened.has_rows and block.kind is BlockKind.HEAD_ROW
            if key != opened.key or begins or is_next_table:
                return depth
        return min(len(block.within), len(self._path))

    def _enter(self, key: str) -> None:
        opened = _Open(_group_kind(key), key)
        self._inside().children.append(opened)
        self._path.append(opened)

    def _inside(self) -> _Open:
        """Where the next child of what is open goes: of a list, into its item."""
        if not self._path:
            return self.root
        last = self._path[-1]
        return (last.item or _new_item(last, None)) if _is_list(last) else last


def _sides(change: BlockChange) -> dict[Side, Block]:
    """The texts in which a change stands at this place, with its block there."""
    if change.fate in _OLD_SIDE or change.seam is Seam.JOINED:
        return {Side.OLD: shown_block(change)}
    if change.seam is Seam.SPLIT:
        return {Side.NEW: shown_block(change)}
    both = {Side.OLD: change.old} if change.fate in _BOTH_SIDES else {}
    return {side: block for side, block in {**both, Side.NEW: change.new}.items() if block}


def _begins(block: Block, depth: int, key: str) -> bool:
    """Whether a block begins, in its own text, what it stands in at a depth."""
    return depth < len(block.within) and block.within[depth] == key and block.opens[depth]


def _group_kind(key: str) -> GroupKind:
    return GroupKind(key.partition(" ")[0])


def _is_list(group: _Open) -> bool:
    return group.kind in {GroupKind.BULLETS, GroupKind.NUMBERS}


def _new_item(group: _Open, ordinal: int | None) -> _Open:
    group.item = _Open(GroupKind.LIST_ITEM, ordinal=ordinal)
    group.children.append(group.item)
    return group.item


def _frozen(opened: _Open) -> tuple[Node, ...]:
    return tuple(
        child if isinstance(child, Leaf) else Group(child.kind, _frozen(child), child.ordinal)
        for child in opened.children
    )
