"""Two states of one row to what happened to each of its cells.

Reads: the old and the new row, and which of their columns are the same.
Returns: the cells as they stand in the new table; a cell that is gone stands after the one that it stood after.
"""

from __future__ import annotations

from collections.abc import Mapping

from sotay.redline.changes import Block, CellChange, Fate, Run, Words
from sotay.redline.tables import SameTable
from sotay.redline.words import all_words, word_changes


def cell_changes(old: Block, new: Block, table: SameTable | None) -> tuple[CellChange, ...]:
    """Return what happened to the cells of a row; in tables that are not the same, columns keep their number."""
    columns = table.columns if table else {number: number for number in range(min(len(old.cells), len(new.cells)))}
    gone = _gone(old, columns)
    changes = [*gone.get(-1, ())]
    for number, cell in enumerate(new.cells):
        was = columns.get(number)
        if was is None:
            changes.append(CellChange(number, None, Fate.INSERTED, all_words(cell, Fate.INSERTED)))
            continue
        moved = table is not None and number not in table.steady
        fate = Fate.MOVED if moved else Fate.KEPT if old.cells[was] == cell else Fate.REWORDED
        changes.append(CellChange(number, was, fate, _words(old.cells[was], cell)))
        changes += gone.get(was, ())
    return tuple(changes)


def _words(old: tuple[Run, ...], new: tuple[Run, ...]) -> tuple[Words, ...]:
    return all_words(new, Fate.KEPT) if old == new else word_changes(old, new)


def _gone(old: Block, columns: Mapping[int, int]) -> dict[int, list[CellChange]]:
    """The cells of columns that are gone, by the last column before them that is not; -1 for none."""
    still = set(columns.values())
    gone: dict[int, list[CellChange]] = {}
    after = -1
    for number, cell in enumerate(old.cells):
        if number in still:
            after = number
        else:
            change = CellChange(None, number, Fate.DELETED, all_words(cell, Fate.DELETED))
            gone.setdefault(after, []).append(change)
    return gone
