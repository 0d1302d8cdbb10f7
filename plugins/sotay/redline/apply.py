"""A redline and one of its two texts to the other, which proves that the redline leaves nothing out.

Reads: changes of blocks.
Returns: the blocks of the old or the new text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sotay.redline.changes import Block, BlockChange


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
