"""The old and the new text side by side: rows of which each half shows what stands there in its own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sotay.redline.changes import BlockKind, Fate
from sotay.rendering.redline.tree import Group, GroupKind, Node, Side, is_unchanged, leaves, seen_from

_LISTS = frozenset({GroupKind.BULLETS, GroupKind.NUMBERS})


@dataclass(frozen=True, slots=True)
class SidePair:
    """One row: the same place in both texts."""

    old: tuple[Node, ...]
    """Empty where the old text has nothing there."""
    new: tuple[Node, ...]
    """Empty where the new text has nothing there."""
    fold: Group | None = None
    """An unchanged stretch; then both halves are empty."""

    @property
    def is_unchanged(self) -> bool:
        """Whether both texts say the same here."""
        return all(is_unchanged(node) for node in (*self.old, *self.new))

    @property
    def is_moved(self) -> bool:
        """Whether it stands elsewhere in the other text."""
        found = {leaf.fate for node in (*self.old, *self.new) for leaf in leaves(node)}
        return bool(found & {Fate.MOVED, Fate.MOVED_AWAY})

    @property
    def numbers(self) -> tuple[int, ...]:
        """The changes that begin here."""
        firsts = (leaf for node in (*self.old, *self.new) for leaf in leaves(node) if leaf.is_first)
        return tuple(sorted({leaf.number for leaf in firsts if leaf.number is not None}))

    @property
    def left_places(self) -> tuple[int, ...]:
        """The places here that something left."""
        gone = (leaf.change for node in self.old for leaf in leaves(node) if leaf.fate is Fate.MOVED_AWAY)
        return tuple(change.old_place for change in gone if change.old_place is not None)


def side_by_side(nodes: Sequence[Node]) -> tuple[SidePair, ...]:
    """Return the rows; what replaces something stands beside it."""
    pairs: list[SidePair] = []
    for node in _in_rows(nodes):
        if isinstance(node, Group) and node.kind is GroupKind.FOLD:
            pairs.append(SidePair((), (), node))
            continue
        pair = SidePair(seen_from((node,), Side.OLD), seen_from((node,), Side.NEW))
        partner = _replaced_by(pair, pairs)
        if partner is None:
            pairs.append(pair)
        else:
            pairs[partner] = SidePair(pairs[partner].old, pair.new)
    return tuple(pairs)


def _in_rows(nodes: Iterable[Node]) -> Iterator[Node]:
    """Lists item by item, everything else as it is."""
    for node in nodes:
        if isinstance(node, Group) and node.kind in _LISTS:
            for item in node.children:
                if isinstance(item, Group) and item.kind is GroupKind.FOLD:
                    yield Group(GroupKind.FOLD, (Group(node.kind, item.children),))
                else:
                    yield Group(node.kind, (item,))
        else:
            yield node


def _replaced_by(pair: SidePair, before: Sequence[SidePair]) -> int | None:
    """The first of the last rows that only tell of something deleted, if a row tells of what stands there now."""
    if not _all(pair.new, Fate.INSERTED) or pair.old:
        return None
    found = None
    for place in reversed(range(len(before))):
        if before[place].new or not _all(before[place].old, Fate.DELETED):
            break
        found = place
    return found if found is not None and _kinds(before[found].old) == _kinds(pair.new) else None


def _all(nodes: Sequence[Node], fate: Fate) -> bool:
    return bool(nodes) and all(leaf.fate is fate for node in nodes for leaf in leaves(node))


def _kinds(nodes: Sequence[Node]) -> set[BlockKind]:
    return {leaf.block.kind for node in nodes for leaf in leaves(node)}
