"""A redline as a page shows it: the facts that changed, and the text with its changes, inline and side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from sotay.redline.changes import BlockChange, Fate, FieldChange, KeyEdit, Redline, Seam, Words
from sotay.rendering.redline.block_words import block_words, is_look_only, on_side
from sotay.rendering.redline.folds import fold_words, folded
from sotay.rendering.redline.labels import (
    SIGNS,
    VersionNames,
    fate_words,
    form_words,
    sentence_of,
    shown,
    text_summary,
)
from sotay.rendering.redline.numbering import Numbering, number_changes
from sotay.rendering.redline.order import reading_order
from sotay.rendering.redline.places import OtherPlace, Places, change_anchor, find_places, left_anchor
from sotay.rendering.redline.sides import SidePair, side_by_side
from sotay.rendering.redline.table import RedlineTable, TableCell, redline_table
from sotay.rendering.redline.tree import Group, Leaf, Node, Side, leaves, redline_tree
from sotay.rendering.redline.words import LinkTarget, words_html

_SEAMS = {Seam.SPLIT: "tách ra từ đoạn trên", Seam.JOINED: "gộp vào đoạn trên"}
_DEEPEST_HEADING = 6
_HEADINGS_ABOVE = 2
"""The headings of the page that stand over the text: those of a document come below them."""


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """What is said at a changed block."""

    fate: Fate
    sign: str
    words: str
    """`Sửa`, `Chuyển đến đây và sửa` …"""
    notes: tuple[str, ...]
    """What words alone do not show: another form, another look."""
    other: OtherPlace | None
    """Of what was moved, its other place."""
    number: int | None
    """The number of the change, if it begins here."""
    anchor: str
    """The name of this place within the page; empty if nothing leads here."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact that changed: what it is, its old and its new value."""

    subject: str
    sentence: str
    old: Markup
    new: Markup
    is_text: bool
    """Whether it is a text that was reworded: its two wordings side by side say more than a sentence."""


@dataclass(frozen=True)
class RedlineView:
    """A redline, and how its parts are shown."""

    redline: Redline
    names: VersionNames
    """What the two versions are called."""
    target: LinkTarget
    """Where links of the document lead."""

    @property
    def total(self) -> int:
        """How many changes the text has."""
        return self._numbering.total

    @property
    def summary(self) -> str:
        """How much of the text changed."""
        return text_summary(self.redline.blocks, self.total)

    @cached_property
    def facts(self) -> tuple[FactRow, ...]:
        """The facts that matter to whoever needs the procedure."""
        return tuple(fact_row(field) for field in self.redline.fields if field.matters)

    @cached_property
    def control(self) -> tuple[FactRow, ...]:
        """The other facts of the control block."""
        return tuple(fact_row(field) for field in self.redline.fields if not field.matters)

    @property
    def edits(self) -> tuple[tuple[str, str, str], ...]:
        """The exact edits of the control block: key, value before, value after."""
        return tuple((_path(edit), _value(edit.old), _value(edit.new)) for edit in self.redline.edits)

    @cached_property
    def inline(self) -> tuple[Node, ...]:
        """The text with old and new in one, unchanged stretches folded."""
        return folded(redline_tree(self._changes, self._numbering))

    @cached_property
    def pairs(self) -> tuple[SidePair, ...]:
        """The old and the new text side by side."""
        return side_by_side(self.inline)

    def words(self, leaf: Leaf, side: str) -> Markup:
        """Return the words of a block, as they are shown on a side."""
        return words_html(on_side(block_words(leaf.change), Side(side)), self.target)

    def cell(self, cell: TableCell) -> Markup:
        """Return the words of a cell."""
        return words_html(cell.words, self.target)

    def table(self, group: Group, side: str) -> RedlineTable:
        """Lay a table out, as it is shown on a side."""
        return redline_table(group, Side(side))

    def fold(self, group: Group) -> str:
        """Return what is folded away."""
        return fold_words(group)

    def heading(self, leaf: Leaf) -> int:
        """Return the level at which a heading of the document stands on the page."""
        return min(leaf.block.level + _HEADINGS_ABOVE, _DEEPEST_HEADING)

    def mark(self, leaf: Leaf) -> ChangeMark | None:
        """Return what is said at a block, or None if nothing happened to it, or it was said before."""
        change = leaf.change
        if change.fate is Fate.KEPT or not (leaf.is_first or change.fate is Fate.MOVED_AWAY):
            return None
        return ChangeMark(
            fate=change.fate,
            sign=SIGNS[change.fate],
            words=fate_words(change),
            notes=tuple(_notes(change)),
            other=self._places.other(change),
            number=leaf.number,
            anchor=_anchor(leaf),
        )

    def anchors(self, pair: SidePair) -> tuple[str, ...]:
        """Return the names of the places within a row of the side by side view."""
        return (*map(change_anchor, pair.numbers), *map(left_anchor, pair.left_places))

    def marks(self, pair: SidePair) -> tuple[ChangeMark, ...]:
        """Return what is said at a row of the side by side view."""
        found = dict.fromkeys(leaf for node in (*pair.old, *pair.new) for leaf in leaves(node))
        said = (mark for leaf in found if (mark := self.mark(leaf)))
        return tuple(sorted(said, key=lambda mark: mark.number or 0))

    @cached_property
    def _changes(self) -> tuple[BlockChange, ...]:
        return reading_order(self.redline.blocks)

    @cached_property
    def _numbering(self) -> Numbering:
        return number_changes(self._changes)

    @cached_property
    def _places(self) -> Places:
        return find_places(self._changes, self._numbering)


def fact_row(field: FieldChange) -> FactRow:
    """Return a fact that changed as a row; of a reworded text only the changed words are marked."""
    old, new = field.words or _whole(field.old, Fate.DELETED), field.words or _whole(field.new, Fate.INSERTED)
    return FactRow(
        subject=field.subject,
        sentence=sentence_of(field),
        old=words_html(on_side(old, Side.OLD)),
        new=words_html(on_side(new, Side.NEW)),
        is_text=bool(field.words),
    )


def _whole(value: str, fate: Fate) -> tuple[Words, ...]:
    return (Words(fate, value),) if value else ()


def _path(edit: KeyEdit) -> str:
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in edit.path)


def _value(value: object) -> str:
    if value is None:
        return ""
    return shown(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _notes(change: BlockChange) -> Iterator[str]:
    form = form_words(change)
    if form:
        yield form
    words = (*change.words, *(part for cell in change.cells for part in cell.words))
    if is_look_only(words):
        yield "câu chữ giữ nguyên, chỉ đổi cách trình bày hoặc nơi liên kết đến"
    if any(cell.fate is Fate.MOVED for cell in change.cells):
        yield "cột chuyển chỗ"
    if change.seam:
        yield _SEAMS[change.seam]


def _anchor(leaf: Leaf) -> str:
    if leaf.fate is Fate.MOVED_AWAY:
        return "" if leaf.change.old_place is None else left_anchor(leaf.change.old_place)
    return "" if leaf.number is None else change_anchor(leaf.number)
