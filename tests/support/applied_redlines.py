"""A redline and one of its two texts to the other, which proves that the redline leaves nothing out.

Reads: changes of blocks and words, exact edits of a control block.
Returns: the old or the new text, or the new control block.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sotay.redline.changes import Block, BlockChange, Fate, KeyEdit, Run, Words


def apply_blocks(old: Sequence[Block], changes: Iterable[BlockChange]) -> tuple[Block, ...]:
    """Return the new blocks that changes make of the old ones.

    Raises ValueError if the changes were made to another text.
    """
    known = tuple(changes)
    if tuple(old) != old_blocks_of(known):
        raise ValueError("the changes were made to another text")
    return new_blocks_of(known)


def old_blocks_of(changes: Iterable[BlockChange]) -> tuple[Block, ...]:
    """Return the blocks of the old text."""
    return _in_place((change.old_place, change.old) for change in changes)


def new_blocks_of(changes: Iterable[BlockChange]) -> tuple[Block, ...]:
    """Return the blocks of the new text."""
    return _in_place((change.new_place, change.new) for change in changes)


def _in_place(placed: Iterable[tuple[int | None, Block | None]]) -> tuple[Block, ...]:
    """The blocks by their places; one that several changes speak of stands once."""
    blocks = {place: block for place, block in placed if place is not None and block is not None}
    return tuple(blocks[place] for place in sorted(blocks))


def old_runs(words: Iterable[Words]) -> tuple[Run, ...]:
    """Return the old text that words tell."""
    told = (word for word in words if word.fate is not Fate.INSERTED)
    return _joined_runs((word.text, word.marks if word.old_marks is None else word.old_marks) for word in told)


def new_runs(words: Iterable[Words]) -> tuple[Run, ...]:
    """Return the new text that words tell."""
    return _joined_runs((word.text, word.marks) for word in words if word.fate is not Fate.DELETED)


def _joined_runs(stretches: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Run, ...]:
    """Return stretches of text as runs: neighbours with one look are one run."""
    alike = groupby(stretches, lambda stretch: stretch[1])
    return tuple(Run("".join(text for text, _ in texts), marks) for marks, texts in alike)


def apply_edits(old: Mapping[str, object], edits: Iterable[KeyEdit]) -> Mapping[str, object]:
    """Return a control block, as plain data, after its edits.

    Raises KeyError, IndexError or ValueError where an edit does not fit what it is applied to.
    """
    result: Any = json.loads(json.dumps(old))
    for edit in edits:
        parent = result
        for step in edit.path[:-1]:
            parent = parent[step]
        _apply(parent, edit)
    return result  # type: ignore[no-any-return]  # JSON of a mapping is a mapping


def _apply(parent: Any, edit: KeyEdit) -> None:
    place: Any = edit.path[-1]
    is_new_item = isinstance(parent, list) and edit.old is None
    standing = None if is_new_item else parent[place] if isinstance(parent, list) else parent.get(place)
    if standing != edit.old:
        raise ValueError(edit.path)
    if edit.new is None:
        del parent[place]
    elif is_new_item:
        parent.insert(place, json.loads(json.dumps(edit.new)))
    else:
        parent[place] = json.loads(json.dumps(edit.new))
