"""Changes of words so that a person can read them: no crumbs of kept words between them, and in whole phrases.

Reads: the units of two texts and the fewest changes that lead from one to the other.
Returns: changes that say the same and read better.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sotay.redline.syllables import Unit

_SENTENCE_ENDS = frozenset(".:!?\n")
_LONG, _VERY_LONG = 3, 6
"""Words of a change beside which two, or three, kept words are a crumb."""
_LEAST_KEPT = 0.25
"""The share of the shorter text below which nothing of it is worth keeping."""


class Change(NamedTuple):
    """Units of the old text that units of the new text stand for; either may be none."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def legible(old: Sequence[Unit], new: Sequence[Unit], changes: Sequence[Change]) -> list[Change]:
    """Return changes that read well and lead from the same old to the same new text."""
    weighed = _Weights(old, new)
    merged: list[Change] = []
    for change in _phrases(old, new, changes):
        merged.append(change)
        while len(merged) > 1 and weighed.is_crumb(merged[-2], merged[-1]):
            later = merged.pop()
            whole = Change(merged[-1].old_start, later.old_end, merged[-1].new_start, later.new_end)
            merged[-1] = without_common_ends(old, new, whole)
    if weighed.is_another_text(merged):
        return [Change(0, len(old), 0, len(new))]
    return _phrases(old, new, merged)


def without_common_ends(old: Sequence[Unit], new: Sequence[Unit], change: Change) -> Change:
    """Return a change without what its old and its new units begin and end with alike."""
    old_start, old_end, new_start, new_end = change
    while old_start < old_end and new_start < new_end and old[old_start].sameness == new[new_start].sameness:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1].sameness == new[new_end - 1].sameness:
        old_end, new_end = old_end - 1, new_end - 1
    return Change(old_start, old_end, new_start, new_end)


def _phrases(old: Sequence[Unit], new: Sequence[Unit], changes: Sequence[Change]) -> list[Change]:
    """Changes moved to where phrases begin and end."""
    phrases = [Change(0, 0, 0, 0)]
    end = Change(len(old), len(old), len(new), len(new))
    for place, change in enumerate(changes, 1):
        after = changes[place] if place < len(changes) else end
        phrases.append(_slid(old, new, change, (phrases[-1], after)))
    return phrases[1:]


class _Weights:
    """How many words stand in any stretch of two texts."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self._old, self._new = old, new
        self._old_words, self._new_words = _running_count(old), _running_count(new)

    def deleted(self, change: Change) -> int:
        return self._old_words[change.old_end] - self._old_words[change.old_start]

    def inserted(self, change: Change) -> int:
        return self._new_words[change.new_end] - self._new_words[change.new_start]

    def is_crumb(self, one: Change, other: Change) -> bool:
        """Whether what is kept between two changes is too little to help a reader."""
        if one.old_end == other.old_start:
            return True
        kept = self._old_words[other.old_start] - self._old_words[one.old_end]
        sizes = [max(self.deleted(change), self.inserted(change)) for change in (one, other)]
        replacing = [bool(self.deleted(change) and self.inserted(change)) for change in (one, other)]
        if not any(replacing):
            both_ways = self.deleted(one) + self.deleted(other) and self.inserted(one) + self.inserted(other)
            return bool(both_ways) and min(sizes) >= _LONG and kept <= 1
        if max(sizes) == 1 or not all(replacing):
            # A number beside its successor is clearer than a phrase with both.
            return kept == 1 and not any(self._has_number(change) for change in (one, other))
        return kept <= 1 + (min(sizes) >= _LONG) + (min(sizes) >= _VERY_LONG)

    def is_another_text(self, changes: Sequence[Change]) -> bool:
        """Whether so little is kept that the new text is better read in one piece."""
        if not changes:
            return False
        least = min(self._old_words[-1], self._new_words[-1])
        kept = self._old_words[-1] - sum(self.deleted(change) for change in changes)
        return kept < least * _LEAST_KEPT

    def _has_number(self, change: Change) -> bool:
        units = (*self._old[change.old_start : change.old_end], *self._new[change.new_start : change.new_end])
        return any(unit.has_digit for unit in units)


def _running_count(units: Sequence[Unit]) -> list[int]:
    counts = [0]
    for unit in units:
        counts.append(counts[-1] + unit.is_word)
    return counts


def _slid(old: Sequence[Unit], new: Sequence[Unit], change: Change, between: tuple[Change, Change]) -> Change:
    """Move what is only inserted or only deleted to where it begins and ends as a phrase does, if it says the same."""
    before, after = between
    if change.old_start == change.old_end:
        room = change.new_start - before.new_end, after.new_start - change.new_end
        shift = _best_shift(new, change.new_start, change.new_end, room)
    elif change.new_start == change.new_end:
        room = change.old_start - before.old_end, after.old_start - change.old_end
        shift = _best_shift(old, change.old_start, change.old_end, room)
    else:
        return change
    return Change(*(place + shift for place in change))


def _best_shift(units: Sequence[Unit], start: int, end: int, room: tuple[int, int]) -> int:
    left = 0
    while left < room[0] and units[start - left - 1] == units[end - left - 1]:
        left += 1
    right = 0
    while right < room[1] and units[start + right] == units[end + right]:
        right += 1
    # Of equal places the first: in Vietnamese the head of a phrase comes first, and the repeated word is the head.
    return max(range(-left, right + 1), key=lambda shift: (_fit(units, start + shift, end + shift), -shift))


def _fit(units: Sequence[Unit], start: int, end: int) -> tuple[bool, bool, bool]:
    """How well a stretch of units reads as a phrase."""
    first = start + units[start].is_blank
    last = end - 1 - units[end - 1].is_blank
    before = start - 1 - (start > 0 and units[start - 1].is_blank)
    begins = before < 0 or units[before].text in _SENTENCE_ENDS
    ends = end == len(units) or (last >= 0 and units[last].text in _SENTENCE_ENDS)
    starts_badly = first < len(units) and units[first].text in _SENTENCE_ENDS
    return begins and ends, not starts_badly, not units[start].is_blank
