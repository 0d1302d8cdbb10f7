"""What makes a block of one text the same block as one of the other: its words, its row's cells, its section.

Reads: the blocks of two texts.
Returns: names that equal blocks share, and how much alike any two others are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from sotay.redline.changes import Block, BlockKind
from sotay.redline.likeness import ALIKE_FAR, Likeness
from sotay.redline.tables import Cell, SameTable, same_tables

_ROWS = (BlockKind.ROW, BlockKind.HEAD_ROW)
_LONGEST_CELL = 10
"""Words up to which a longer cell weighs more."""
_KEY_WEIGHT = 2
"""How much more the cell that names a row weighs."""
_SAME_KEY = ALIKE_FAR
"""How much alike two rows of one name are at least."""
_HEAVIEST = 4.0
_LETTERS = 100


class Kinship:
    """Compares the blocks of two texts."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Find the tables that both texts have."""
        self.likeness = Likeness()
        self.old, self.new = old, new
        self._old_table: dict[int, SameTable] = {}
        self._new_table: dict[int, SameTable] = {}
        for table in same_tables(old, new, self.likeness):
            self._old_table.update((table.old.start + row, table) for row in range(len(table.old.rows)))
            self._new_table.update((table.new.start + row, table) for row in range(len(table.new.rows)))

    def table(self, old: int, new: int) -> SameTable | None:
        """Return the table that two rows are in, or None where their tables are not the same."""
        table = self._old_table.get(old)
        return table if table is not None and table is self._new_table.get(new) else None

    def old_names(self) -> list[Hashable]:
        """Return for each old block a name that it shares with the new blocks that are equal but for their place."""
        return [_name(block, self._old_table.get(place), 0) for place, block in enumerate(self.old)]

    def new_names(self) -> list[Hashable]:
        """Return for each new block a name that it shares with the old blocks that are equal but for their place."""
        return [_name(block, self._new_table.get(place), 1) for place, block in enumerate(self.new)]

    def weight(self, new: int) -> float:
        """Return how much a reader would miss a new block; short ones are rather moved than long ones."""
        return 1.0 + min(_HEAVIEST, len(self.new[new].text) / _LETTERS)

    def between(self, old: int, new: int) -> float:
        """Return how much alike an old and a new block are, from 0 to 1."""
        was, now = self.old[old], self.new[new]
        if was.kind not in _ROWS or now.kind not in _ROWS:
            return self.likeness.of_blocks(was, now) if was.runs and now.runs else 0.0
        table = self.table(old, new)
        if was.kind is not now.kind or (table is None and (old in self._old_table or new in self._new_table)):
            return 0.0
        if table is None and len(was.cells) != len(now.cells):
            return 0.0
        return self._between_rows(was, now, table)

    def words(self, block: Block) -> tuple[str, ...]:
        """Return all words of a block."""
        texts = block.cells or (block.runs,)
        return tuple(word for text in texts for word in self.likeness.words(text))

    def _between_rows(self, old: Block, new: Block, table: SameTable | None) -> float:
        telling = table.telling if table else [(column, column) for column in range(len(old.cells))]
        key = table.key if table else None
        alike = whole = 0.0
        for was, now in telling:
            one, other = old.cells[was], new.cells[now]
            length = max(len(self.likeness.words(one)), len(self.likeness.words(other)))
            weight = min(_LONGEST_CELL, length) * (_KEY_WEIGHT if key == (was, now) else 1)
            whole += weight
            alike += weight * (1.0 if one == other else self.likeness.of_runs(one, other))
        share = alike / whole if whole else 0.0
        return max(share, _SAME_KEY) if key and old.cells[key[0]] == new.cells[key[1]] else share


def _name(block: Block, table: SameTable | None, side: int) -> Hashable:
    if table is None or block.kind not in _ROWS:
        return block.kind, block.runs, block.cells
    if block.kind is BlockKind.HEAD_ROW:
        return block.kind, table.new.start
    telling: Iterator[Cell] = (block.cells[pair[side]] for pair in table.telling)
    return block.kind, table.new.start, tuple(telling)
