"""Which tables of two texts are the same table, and which of their columns are the same column.

Reads: the blocks of two texts.
Returns: pairs of tables with their columns. What a table is called by is its header; what it is known by, its cells.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sotay.redline.changes import Block, BlockKind, Run
from sotay.redline.common_order import heaviest_order
from sotay.redline.likeness import Likeness

Cell = tuple[Run, ...]

_COMMON_CELL = 40
"""A cell that stands in more tables than this says nothing about which table it is."""
_ALIKE = 0.3
"""The share of the smaller table's cells, or the likeness of columns, from which on two are the same."""
_MOST_COLUMN_PAIRS = 2_500
_COUNT = re.compile(r"(\d{1,6})[.)]?")
_COUNT_HEADERS = frozenset({"stt", "tt", "số tt", "số thứ tự", "thứ tự"})
_FEWEST_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a text."""

    start: int
    """The place of its header among the blocks."""
    rows: tuple[Block, ...]
    """Its header and its rows."""

    @property
    def header(self) -> tuple[Cell, ...]:
        """The cells of its header."""
        return self.rows[0].cells

    def column(self, number: int) -> list[Cell]:
        """Return the cells of a column below its header."""
        return [row.cells[number] for row in self.rows[1:]]


@dataclass(frozen=True, slots=True)
class SameTable:
    """A table of the old text and what it is in the new one."""

    old: Table
    new: Table
    columns: Mapping[int, int]
    """The old column of every new column that is not new."""
    steady: frozenset[int]
    """The new columns that kept their place among the others."""
    counted: frozenset[int]
    """The new columns that only number the rows."""
    key: tuple[int, int] | None = None
    """The first column, old and new, whose cells are all different: what its rows are called by."""

    @property
    def telling(self) -> list[tuple[int, int]]:
        """The columns, old and new, that tell rows apart: all that both tables have, but for numbers of rows."""
        both = sorted((old, new) for new, old in self.columns.items())
        return [pair for pair in both if pair[1] not in self.counted] or both


def same_tables(old: Sequence[Block], new: Sequence[Block], likeness: Likeness) -> list[SameTable]:
    """Return the tables that stand in both texts, by rising place in the new one."""
    old_tables, new_tables = list(_tables(old)), list(_tables(new))
    scores = _shared(old_tables, new_tables)
    best = sorted(scores, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for old_number, new_number in best:
        if new_number not in found and old_number not in taken:
            found[new_number] = old_number
            taken.add(old_number)
    pairs = ((old_tables[found[number]], new_tables[number]) for number in sorted(found))
    same = (_compared(old_table, new_table, likeness) for old_table, new_table in pairs)
    return [table for table in same if table.columns]


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    start: int | None = None
    for place, block in enumerate((*blocks, Block(BlockKind.RULE))):
        if start is not None and block.kind is not BlockKind.ROW:
            yield Table(start, tuple(blocks[start:place]))
            start = None
        if block.kind is BlockKind.HEAD_ROW:
            start = place


def _shared(old: Sequence[Table], new: Sequence[Table]) -> dict[tuple[int, int], float]:
    """How much tables have in common, for those that have enough."""
    where: dict[object, list[int]] = defaultdict(list)
    old_marks = [_features(table) for table in old]
    for number, marks in enumerate(old_marks):
        for mark in marks:
            where[mark].append(number)
    scores: dict[tuple[int, int], float] = {}
    for number, table in enumerate(new):
        marks = _features(table)
        counts = Counter(
            one for mark in marks if len(where.get(mark, ())) <= _COMMON_CELL for one in where.get(mark, ())
        )
        for one, count in counts.items():
            header = old[one].header == table.header
            share = count / max(1, min(len(old_marks[one]), len(marks)))
            if share >= _ALIKE or header:
                scores[one, number] = share + header
    return scores


def _features(table: Table) -> set[object]:
    cells: set[object] = {cell for row in table.rows for cell in row.cells if cell}
    return cells | {("header", *table.header)}


def _compared(old: Table, new: Table, likeness: Likeness) -> SameTable:
    columns = _same_columns(old, new, likeness)
    places = sorted((old_column, new_column) for new_column, old_column in columns.items())
    steady = frozenset(places[index][1] for index in heaviest_order(places, [1.0] * len(places)))
    counted = {new_column for new_column, old_column in columns.items() if _counts(old, old_column)}
    same = SameTable(old, new, columns, steady, frozenset(column for column in counted if _counts(new, column)))
    names = (pair for pair in same.telling if _names(old.column(pair[0])) and _names(new.column(pair[1])))
    return replace(same, key=next(names, None))


def _names(cells: Sequence[Cell]) -> bool:
    """Whether every row is called otherwise."""
    return all(cells) and len(set(cells)) == len(cells)


def _same_columns(old: Table, new: Table, likeness: Likeness) -> dict[int, int]:
    """The old column of every new one that is the same: by header and cells, then by being the only ones left."""
    if old.header == new.header:
        return {column: column for column in range(len(new.header))}
    if len(old.header) * len(new.header) > _MOST_COLUMN_PAIRS:
        return {}
    old_cells = [Counter(cell for cell in old.column(number) if cell) for number in range(len(old.header))]
    new_cells = [Counter(cell for cell in new.column(number) if cell) for number in range(len(new.header))]
    scores: dict[tuple[int, int], float] = {}
    for one, was in enumerate(old_cells):
        for other, now in enumerate(new_cells):
            fewest = min(was.total(), now.total())
            cells = (was & now).total() / fewest if fewest else 0.0
            scores[one, other] = (likeness.of_runs(old.header[one], new.header[other]) + cells) / 2
    columns: dict[int, int] = {}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair)):
        if scores[one, other] >= _ALIKE and other not in columns and one not in columns.values():
            columns[other] = one
    left = [column for column in range(len(new.header)) if column not in columns]
    gone = [column for column in range(len(old.header)) if column not in columns.values()]
    if len(left) == len(gone) == 1 and len(old.header) == len(new.header) and left == gone:
        columns[left[0]] = gone[0]
    return columns


def _counts(table: Table, column: int) -> bool:
    """Whether a column only numbers the rows."""
    if "".join(run.text for run in table.header[column]).strip().lower() in _COUNT_HEADERS:
        return True
    texts = ("".join(run.text for run in cell).strip() for cell in table.column(column))
    found = [_COUNT.fullmatch(text) for text in texts if text]
    numbers = [int(match[1]) for match in found if match]
    rising = all(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) == len(found) >= _FEWEST_COUNTED and rising
