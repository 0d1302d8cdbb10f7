"""The change from one text to another in words: as few as possible, then so that it reads well.

Reads: the runs of the old and the new text.
Returns: words kept, inserted and deleted, with their looks. Kept and deleted words join to the old text, kept and
inserted ones to the new. A word that only looks otherwise now is kept and says how it looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sotay.redline.changes import Fate, Run, Words
from sotay.redline.common_order import common_places
from sotay.redline.legible import Change, legible, without_common_ends
from sotay.redline.syllables import Unit, units_of


def word_changes(old: Sequence[Run], new: Sequence[Run]) -> tuple[Words, ...]:
    """Return all words of two texts, kept, inserted and deleted."""
    return joined_words(unit_changes(units_of(old), units_of(new)))


def all_words(runs: Iterable[Run], fate: Fate) -> tuple[Words, ...]:
    """Return a text as words of one fate."""
    return tuple(Words(fate, run.text, run.marks) for run in runs)


def joined_words(words: Iterable[Words]) -> tuple[Words, ...]:
    """Return words with neighbours of one fate and look joined."""
    told = groupby(words, lambda word: (word.fate, word.marks, word.old_marks))
    return tuple(
        Words(fate, "".join(word.text for word in alike), marks, old_marks) for (fate, marks, old_marks), alike in told
    )


def unit_changes(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Words]:
    """Yield every unit of two texts as words, kept, deleted and inserted."""
    old_at, new_at = 0, 0
    for change in legible(old, new, _changes(old, new)):
        yield from _kept(old[old_at : change.old_start], new[new_at : change.new_start])
        yield from (Words(Fate.DELETED, unit.text, unit.marks) for unit in old[change.old_start : change.old_end])
        yield from (Words(Fate.INSERTED, unit.text, unit.marks) for unit in new[change.new_start : change.new_end])
        old_at, new_at = change.old_end, change.new_end
    yield from _kept(old[old_at:], new[new_at:])


def _kept(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Words]:
    for was, now in zip(old, new, strict=True):
        yield Words(Fate.KEPT, now.text, now.marks, None if was.marks == now.marks else was.marks)


def _changes(old: Sequence[Unit], new: Sequence[Unit]) -> list[Change]:
    """The fewest changes of words; what parts words follows from them."""
    old_words = [place for place, unit in enumerate(old) if not unit.is_blank]
    new_words = [place for place, unit in enumerate(new) if not unit.is_blank]
    common = common_places([old[place].sameness for place in old_words], [new[place].sameness for place in new_words])
    kept = [(old_words[i], new_words[j]) for i, j in common]
    changes: list[Change] = []
    old_at, new_at = 0, 0
    for old_kept, new_kept in [*kept, (len(old), len(new))]:
        change = without_common_ends(old, new, Change(old_at, old_kept, new_at, new_kept))
        if change.old_start < change.old_end or change.new_start < change.new_end:
            changes.append(change)
        old_at, new_at = old_kept + 1, new_kept + 1
    return changes
