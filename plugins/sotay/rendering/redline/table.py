"""A table of a redline: its columns as both texts have them, and each row with a cell for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sotay.redline.changes import BlockChange, BlockKind, CellChange, Fate, Words
from sotay.redline.words import all_words
from sotay.rendering.redline.block_words import fate_of_words, on_side
from sotay.rendering.redline.tree import Group, GroupKind, Leaf, Side, leaves

Column = tuple[int | None, int | None]
"""Its place in the old and in the new table; None where the table has no such column."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell as it is shown."""

    words: tuple[Words, ...]
    fate: Fate
    """Inserted or deleted where its column is new or gone."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it is shown."""

    leaf: Leaf
    cells: tuple[TableCell, ...]
    is_head: bool


@dataclass(frozen=True, slots=True)
class RowStretch:
    """Rows that are shown together; or, if folded, opened together."""

    rows: tuple[TableRow, ...]
    fold: Group | None = None


@dataclass(frozen=True, slots=True)
class RedlineTable:
    """A table with old and new in one."""

    head: tuple[TableRow, ...]
    body: tuple[RowStretch, ...]
    width: int
    """How many cells its longest row has."""

    @property
    def is_changed(self) -> bool:
        """Whether any row says that something happened to it."""
        rows = (*self.head, *(row for stretch in self.body for row in stretch.rows))
        return any(row.leaf.fate is not Fate.KEPT for row in rows)


def redline_table(group: Group, side: Side) -> RedlineTable:
    """Lay a group of rows out as a table; on a side, without the columns and words that its text does not have."""
    columns = _columns([leaf.change for leaf in leaves(group)])
    head: list[TableRow] = []
    body: list[RowStretch] = []
    for child in group.children:
        if isinstance(child, Leaf) and child.block.kind is BlockKind.HEAD_ROW:
            head.append(_row(child, columns, side))
        elif isinstance(child, Group) and child.kind is GroupKind.FOLD:
            body.append(RowStretch(tuple(_row(leaf, columns, side) for leaf in leaves(child)), child))
        else:
            body.append(RowStretch(tuple(_row(leaf, columns, side) for leaf in leaves(child))))
    rows = (*head, *(row for stretch in body for row in stretch.rows))
    return RedlineTable(tuple(head), tuple(body), max((len(row.cells) for row in rows), default=0))


def _columns(changes: Sequence[BlockChange]) -> tuple[Column, ...]:
    """The columns in the order of the new table, those that are gone where they stood."""
    told = max((change.cells for change in changes), key=len, default=())
    columns = [(cell.old_column, cell.column) for cell in told]
    blocks = [block for change in changes for block in (change.old, change.new) if block]
    widest = max((len(block.cells) for block in blocks), default=0)
    if not columns:
        return tuple((place, place) for place in range(widest))
    return tuple(columns)


def _row(leaf: Leaf, columns: Sequence[Column], side: Side) -> TableRow:
    cells = list(_cells(leaf.change, columns))
    if side is not Side.BOTH:
        lacking = {place for place, column in enumerate(columns) if column[side is Side.NEW] is None}
        cells = [replace(cell, words=on_side(cell.words, side)) for i, cell in enumerate(cells) if i not in lacking]
    return TableRow(leaf, tuple(cells), leaf.block.kind is BlockKind.HEAD_ROW)


def _cells(change: BlockChange, columns: Sequence[Column]) -> Iterator[TableCell]:
    if change.cells:
        yield from _told_cells(change.cells, columns)
        return
    fate = fate_of_words(change)
    is_old = fate in {Fate.DELETED, Fate.MOVED_AWAY}
    cells = change.old.cells if is_old and change.old else change.new.cells if change.new else ()
    placed = set()
    for old, new in columns:
        place = old if is_old else new
        is_there = place is not None and place < len(cells)
        placed |= {place}
        yield TableCell(all_words(cells[place], fate) if is_there and place is not None else (), Fate.KEPT)
    # A row may be longer than the head of its table.
    yield from (TableCell(all_words(cells[p], fate), Fate.KEPT) for p in range(len(cells)) if p not in placed)


def _told_cells(cells: Sequence[CellChange], columns: Sequence[Column]) -> Iterator[TableCell]:
    by_column = {(cell.old_column, cell.column): cell for cell in cells}
    for column in columns:
        cell = by_column.pop(column, None)
        yield _told_cell(cell) if cell else TableCell((), Fate.KEPT)
    yield from (_told_cell(cell) for cell in by_column.values())


def _told_cell(cell: CellChange) -> TableCell:
    if cell.column is not None and cell.old_column is not None:
        return TableCell(cell.words, Fate.KEPT)
    fate = Fate.INSERTED if cell.old_column is None else Fate.DELETED
    return TableCell(tuple(replace(words, fate=fate) for words in cell.words), fate)
