"""The words of a block, each with its fate, as the old text, the new text, or both in one show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sotay.redline.changes import BlockChange, Fate, Words
from sotay.redline.words import all_words
from sotay.rendering.redline.labels import look_words, relook_words, shown
from sotay.rendering.redline.tree import Side, shown_block

_WHOLE = frozenset({Fate.INSERTED, Fate.DELETED, Fate.MOVED_AWAY})
_NOT_ON = {Side.OLD: Fate.INSERTED, Side.NEW: Fate.DELETED}


def block_words(change: BlockChange) -> tuple[Words, ...]:
    """Return the words of a block, old and new in one."""
    return change.words or all_words(shown_block(change).runs, fate_of_words(change))


def fate_of_words(change: BlockChange) -> Fate:
    """Return the fate that all words of a block have if it does not tell of each."""
    return change.fate if change.fate in _WHOLE else Fate.KEPT


def on_side(words: Iterable[Words], side: Side) -> tuple[Words, ...]:
    """Return the words that stand in the old text, in the new text, or in either, as they look there."""
    seen = (part for part in words if part.fate is not _NOT_ON.get(side))
    if side is not Side.OLD:
        return tuple(seen)
    return tuple(part if part.old_marks is None else Words(part.fate, part.text, part.old_marks) for part in seen)


def is_look_only(words: Sequence[Words]) -> bool:
    """Return whether every word was kept, and only the look of some or what they lead to changed."""
    return all(part.fate is Fate.KEPT for part in words) and any(part.old_marks is not None for part in words)


def plain_words(words: Sequence[Words]) -> Iterator[tuple[Fate, str]]:
    """Yield the words by fate where looks cannot be shown; a look is named where words alone would hide the change."""
    for fate, together in groupby(words, key=lambda part: part.fate):
        said = "".join(map(_said, together))
        if said:
            yield fate, said


def _said(words: Words) -> str:
    leads = any(mark.startswith(("link", "image")) for mark in words.marks)
    if words.old_marks is not None:
        look = relook_words(words)
    else:
        look = look_words(words.marks) if leads and words.fate is not Fate.KEPT else ""
    return shown(words.text) + (f" ({shown(look)})" if look else "")
