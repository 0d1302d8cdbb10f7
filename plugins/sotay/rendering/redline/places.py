"""Where something stood that now stands elsewhere, in words and as a link between both places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sotay.redline.changes import Block, BlockChange, BlockKind, Fate
from sotay.rendering.redline.labels import shown
from sotay.rendering.redline.numbering import Numbering

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """The other place of something that was moved."""

    words: str
    """`đã chuyển từ mục “3. Nội dung”`."""
    anchor: str
    """The name of the other place within the page; empty if it is not shown."""


@dataclass(frozen=True, slots=True)
class Places:
    """The headings of both texts, and the moves between them."""

    old_headings: tuple[tuple[int, str], ...]
    new_headings: tuple[tuple[int, str], ...]
    number_by_old_place: Mapping[int, int]
    """The number of the change by the old place of what was moved."""
    left_places: frozenset[int]
    """The old places that are shown."""
    new_by_old_place: Mapping[int, int]

    def other(self, change: BlockChange) -> OtherPlace | None:
        """Return the other place of a block that was moved, or None."""
        old = change.old_place
        if old is None or change.fate not in {Fate.MOVED, Fate.MOVED_AWAY}:
            return None
        new = self.new_by_old_place.get(old)
        if new is None:
            return OtherPlace("đã chuyển đi", "")
        before, after = _section(self.old_headings, old), _section(self.new_headings, new)
        if change.fate is Fate.MOVED:
            words = f"chuyển từ {before}" if before != after else "chuyển từ chỗ khác trong cùng mục"
            return OtherPlace(f"đã {words}", left_anchor(old) if old in self.left_places else "")
        words = f"chuyển đến {after}" if before != after else "chuyển đến chỗ khác trong cùng mục"
        return OtherPlace(f"đã {words}", change_anchor(self.number_by_old_place[old]))


def find_places(changes: Sequence[BlockChange], numbering: Numbering) -> Places:
    """Return the headings and moves of a text."""
    moved = {
        change.old_place: (place, change)
        for place, change in enumerate(changes)
        if change.fate is Fate.MOVED and change.old_place is not None
    }
    return Places(
        old_headings=_headings((change.old_place, change.old) for change in changes),
        new_headings=_headings((change.new_place, change.new) for change in changes),
        number_by_old_place={old: numbering.number_of[place] for old, (place, _) in moved.items()},
        left_places=frozenset(c.old_place for c in changes if c.fate is Fate.MOVED_AWAY and c.old_place is not None),
        new_by_old_place={old: change.new_place or 0 for old, (_, change) in moved.items()},
    )


def change_anchor(number: int) -> str:
    """Return the name of a change within the page."""
    return f"thay-doi-{number}"


def left_anchor(old_place: int) -> str:
    """Return the name of the place that something left."""
    return f"cho-cu-{old_place + 1}"


def _headings(blocks: Iterable[tuple[int | None, Block | None]]) -> tuple[tuple[int, str], ...]:
    found = {
        place: block.text for place, block in blocks if place is not None and block and block.kind is BlockKind.HEADING
    }
    return tuple(sorted(found.items()))


def _section(headings: Sequence[tuple[int, str]], place: int) -> str:
    """The section in which a place lies; a heading lies in the section before it."""
    before = bisect_right(headings, (place - 1, "\U0010ffff"))
    if not before:
        return "đầu văn bản"
    title = shown(headings[before - 1][1])
    return f"mục “{title}”" if len(title) <= _LONGEST else f"mục “{title[:_LONGEST].rstrip()}…”"
