"""JSON that reads well where two of its states are compared: one key a line, and of a list one entry a line.

Reads: the members of one object.
Returns: the text, the same for the same members.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping


def json_by_entry(members: Mapping[str, object], plain: Callable[[object], object] | None = None) -> str:
    """Return the text of an object; `plain` gives what stands for a value that JSON does not have."""
    return "{\n" + ",\n".join(_members(members, plain)) + "\n}\n"


def _members(members: Mapping[str, object], plain: Callable[[object], object] | None) -> Iterator[str]:
    for key, value in members.items():
        if isinstance(value, (list, tuple)) and value:
            entries = ",\n".join(f"    {_compact(entry, plain)}" for entry in value)
            yield f'  "{key}": [\n{entries}\n  ]'
        else:
            yield f'  "{key}": {_compact(value, plain)}'


def _compact(value: object, plain: Callable[[object], object] | None) -> str:
    return json.dumps(value, ensure_ascii=False, default=plain)
