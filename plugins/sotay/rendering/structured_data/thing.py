"""A thing in the words of schema.org, and the graph of the things that one page tells.

Reads: types and properties of schema.org with their values; what is not known is left out.
Returns: JSON values, for `<script type="application/ld+json">`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Thing = Mapping[str, Any]
"""A JSON object with its `@type`."""


def thing(kind: str, at: str | None = None, **stated: Any) -> Thing:
    """Return a thing of a type, at its own address if it has one; properties without a value are left out."""
    known = {name: value for name, value in stated.items() if value not in (None, "", (), [])}
    return {"@type": kind} | ({"@id": at} if at else {}) | known


def reference(at: str) -> Thing:
    """Return a mention of a thing that is told elsewhere in the graph."""
    return {"@id": at}


def graph(things: Sequence[Thing]) -> Thing | None:
    """Return the things of a page as one JSON value; None if there are none."""
    return {"@context": "https://schema.org", "@graph": list(things)} if things else None
