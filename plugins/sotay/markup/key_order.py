"""The keys of a controlled document in the order of the schema, whole blocks with the comments above them.

Reads: the YAML of a front matter.
Returns: the one edit that puts its blocks in order; none where they are, or where blocks cannot be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sotay.markup.yaml_places import PlacedScalar, placed_scalars
from sotay.model.document import Document
from sotay.text.mending import Edit, edits_of

CODE = "ST138"
_ZONES = (("valid_to", "retention"), ("tthc", "authority"), ("channels", "fees"))
"""From which key to which the order is free: nobody reads one of them for the other's sake."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Block:
    """A top-level key with its value, and the comments and blank lines above it."""

    key: str
    start: int
    end: int


def _ranks() -> Mapping[str, int]:
    """The place of every key of a document; keys of one place may stand in any order."""
    names = list(Document.model_fields)
    places = {name: place for place, name in enumerate(names)}
    for first, last in _ZONES:
        places |= dict.fromkeys(names[places[first] : names.index(last) + 1], places[first])
    return places


_RANKS = _ranks()


def first_out_of_order(keys: Sequence[str]) -> tuple[str, str] | None:
    """Return the first key that stands too late, and the key before which it belongs; None if all are in order."""
    known = [key for key in keys if key in _RANKS]
    for before, key in pairwise(known):
        if _RANKS[key] < _RANKS[before]:
            return key, next(other for other in known if _RANKS[other] > _RANKS[key])
    return None


def key_order_edits(yaml: str) -> list[Edit]:
    """Put the top-level keys in order (ST138); offsets and lines are those within the YAML."""
    blocks = list(_blocks(yaml))
    ordered = sorted(blocks, key=lambda block: _RANKS.get(block.key, 0))
    moved = [index for index, (old, new) in enumerate(zip(blocks, ordered, strict=True)) if old is not new]
    if not moved or any(block.key not in _RANKS for block in blocks):
        return []
    first, last = moved[0], moved[-1]
    texts = [yaml[block.start : block.end] for block in ordered[first : last + 1]]
    if not all(text.endswith(("\n", "\r")) for text in texts):
        return []
    return edits_of(yaml, [(blocks[first].start, blocks[last].end, "".join(texts), CODE)])


def _blocks(yaml: str) -> Iterator[_Block]:
    """The blocks in the order of the file; none unless every top-level key begins a line of its own."""
    scalars = placed_scalars(yaml) or ()
    keys = [scalar for scalar in scalars if scalar.is_key and len(scalar.path) == 1]
    lines = [(match.start(), match[0]) for match in _LINE.finditer(yaml)]
    starts = {start for start, _ in lines}
    if not all(key.start in starts for key in keys):
        return
    begins = [_begin(key, scalars, lines) for key in keys]
    for key, begin, end in zip(keys, begins, [*begins[1:], _end(scalars, lines)], strict=False):
        yield _Block(key.value, begin, end)


def _begin(key: PlacedScalar, scalars: Sequence[PlacedScalar], lines: Sequence[tuple[int, str]]) -> int:
    """Where the comments and blank lines above a key begin; above the first key, those right above it."""
    before = max((scalar.end for scalar in scalars if scalar.end <= key.start), default=None)
    begin = key.start
    for start, line in reversed([(start, line) for start, line in lines if start < key.start]):
        is_loose = line.startswith("#") or (before is not None and not line.strip())
        if not is_loose or (before is not None and start < before):
            break
        begin = start
    return begin


def _end(scalars: Sequence[PlacedScalar], lines: Sequence[tuple[int, str]]) -> int:
    """Where the last block ends; comments and blank lines below it belong to no key."""
    last = max((scalar.end for scalar in scalars), default=0)
    end = sum(len(line) for _, line in lines)
    for start, line in reversed(lines):
        if start < last or (line.strip() and not line.startswith("#")):
            break
        end = start
    return end
