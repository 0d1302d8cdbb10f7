"""Exact edits of the control block: what must be replaced, put in or taken out to get the new one from the old.

Edits are done one after the other. Within a list the deletions come first, from the back, and name old positions;
everything after that names new positions, from the front.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from sotay.redline.changes import KeyEdit
from sotay.redline.list_pairs import Named, pair_items

_Path = tuple[str | int, ...]
_ALIKE = 0.5
_NAMING = ("name", "action", "when", "file", "kind")
"""The keys by one of which people tell the items of a list apart."""


def key_edits(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[KeyEdit, ...]:
    """Return the edits that turn one control block, as plain data, into another."""
    return tuple(_of_mapping((), old, new))


def _of_value(path: _Path, old: object, new: object) -> Iterator[KeyEdit]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _of_mapping(path, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_list(path, old, new)
    elif old != new:
        yield KeyEdit(path, old, new)


def _of_mapping(path: _Path, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[KeyEdit]:
    for name in dict.fromkeys([*old, *new]):
        yield from _of_value((*path, name), old.get(name), new.get(name))


def _of_list(path: _Path, old: Sequence[object], new: Sequence[object]) -> Iterator[KeyEdit]:
    pairing = pair_items([*map(_named, old)], [*map(_named, new)], _ALIKE)
    stayed = {pair.new: pair.old for pair in pairing.pairs if not pair.is_moved}
    for place in sorted(set(range(len(old))) - set(stayed.values()), reverse=True):
        yield KeyEdit((*path, place), old[place], None)
    for place, item in enumerate(new):
        if place in stayed:
            yield from _of_value((*path, place), old[stayed[place]], item)
        else:
            yield KeyEdit((*path, place), None, item)


def _named(item: object) -> Named:
    whole = json.dumps(item, ensure_ascii=False, sort_keys=True)
    names = (item.get(key) for key in _NAMING) if isinstance(item, Mapping) else iter((item,))
    return Named(next((name for name in names if isinstance(name, str)), whole), whole)
