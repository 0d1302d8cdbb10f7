"""What changed between two versions, as values: words in a block, blocks of a text, fields of a control block.

A change says what happened and to what; how it looks is the business of whoever shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sotay.model.version import Version


class Fate(StrEnum):
    """What happened to something between the old and the new version."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    REWORDED = "reworded"
    """It is the same thing in other words."""
    MOVED = "moved"
    """It stands elsewhere now; the change stands at its new place, and may have reworded it as well."""
    MOVED_AWAY = "moved_away"
    """The place where something stood that now stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look."""

    text: str
    marks: tuple[str, ...] = ()
    """What surrounds it, outermost first: `strong`, `em`, `s`, `code`, `link <address>`, `image <address>`, `footnote`.

    A title follows the address in quotation marks. A reference to a footnote reads `[*]`: its number follows from
    its place, as that of a list item does. A run without text stands for an element without text, or parts two
    neighbouring elements that look alike.
    """


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words with one fate: kept, inserted or deleted."""

    fate: Fate
    text: str
    marks: tuple[str, ...] = ()
    old_marks: tuple[str, ...] | None = None
    """What surrounded kept words before, where that changed: bold was added, a link leads elsewhere; else None."""


class Seam(StrEnum):
    """Where one paragraph became two, or two became one; stands on the later part."""

    SPLIT = "split"
    """What was the end of the old block of the change before is a block of its own now."""
    JOINED = "joined"
    """What was a block of its own is now the end of the new block of the change before."""


class BlockKind(StrEnum):
    """What a block of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """The first paragraph of a list item."""
    HEAD_ROW = "head_row"
    ROW = "row"
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text with everything that its fingerprint covers."""

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    """Its text; empty for rows."""
    cells: tuple[tuple[Run, ...], ...] = ()
    """The cells of a row."""
    level: int = 0
    """Of a heading 1 to 6; of anything else how deep in lists and quotes it stands."""
    within: tuple[str, ...] = ()
    """What it stands in, outermost first: `bullets`, `numbers 1` (the number the list begins with), `quote`,
    `definitions`, `table`, `footnotes`."""
    opens: tuple[bool, ...] = ()
    """For each of `within`, whether the block begins it rather than goes on with what the block before began."""

    @property
    def text(self) -> str:
        """Its words without their looks; of a row, its cells parted by bars."""
        if self.cells:
            return " | ".join("".join(run.text for run in cell) for cell in self.cells)
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class CellChange:
    """What happened to one cell of a row that is otherwise the same row."""

    column: int | None
    """Its column in the new table, from 0; None for a cell of a column that is gone."""
    old_column: int | None
    """Its column in the old table; None for a cell of a new column."""
    fate: Fate
    """Kept, reworded, inserted or deleted; moved if its column stands elsewhere among the others now."""
    words: tuple[Words, ...]
    """All its words, kept, inserted and deleted; of a cell that moved they may have changed too."""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What happened to one block; changes stand in the order of the new text, what is gone where it stood.

    A block that was reworded may have kept all its words: then its look, its kind or its place in a list changed.
    A kept block may begin a list that the block before, now gone, used to begin.
    """

    fate: Fate
    old: Block | None = None
    new: Block | None = None
    old_place: int | None = None
    """Its position among the blocks of the old text."""
    new_place: int | None = None
    """Its position among the blocks of the new text; of a place that something moved away from, where it is now."""
    words: tuple[Words, ...] = ()
    """Of a block that was reworded, also while it moved: all its words, kept, inserted and deleted.

    Where a paragraph was split or two were joined, each change has the words of its own part.
    """
    cells: tuple[CellChange, ...] = ()
    """Of a row that was reworded, also while it moved: all its cells, as they stand in the new table."""
    seam: Seam | None = None
    """Whether a paragraph was split or joined here."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What happened to one fact of the control block, in words that a citizen understands."""

    field: str
    """The key: `time_limit`, `fees`, `dossier`, `steps`, `legal_basis` …; `overrides` for an agency's own terms."""
    subject: str
    """What the fact is, in Vietnamese: `Thời hạn giải quyết (trực tiếp)`."""
    fate: Fate
    """Inserted, deleted, reworded or moved."""
    old: str = ""
    """The old value in words."""
    new: str = ""
    """The new value in words."""
    sentence: str = ""
    """The whole change in one Vietnamese sentence without closing stop: `Thêm 1 giấy tờ: …`."""
    words: tuple[Words, ...] = ()
    """Where the value is a longer text: its words, kept, inserted and deleted."""
    matters: bool = True
    """Whether it changes what a citizen must do, pay or wait for, rather than who signs what."""


@dataclass(frozen=True, slots=True)
class KeyEdit:
    """One exact edit of the control block; all of them, done in order, turn the old one into the new one.

    In a list, an edit without an old value puts an item in, one without a new value takes it out.
    """

    path: tuple[str | int, ...]
    """Keys and positions that lead to the value."""
    old: object
    """The value before, as plain data; None where there was none."""
    new: object
    """The value after, as plain data; None where there is none."""


@dataclass(frozen=True, slots=True)
class Redline:
    """Everything that changed from one version of a document to another."""

    code: str
    old_version: Version | None
    new_version: Version | None
    fields: tuple[FieldChange, ...]
    """What a reader is told, the facts that matter most first."""
    edits: tuple[KeyEdit, ...]
    """What turns the old control block into the new one."""
    blocks: tuple[BlockChange, ...]
    """Every block of both texts."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a fingerprint covers."""
        return not self.edits and all(change.fate is Fate.KEPT for change in self.blocks)
