"""What differs between two versions of one thing, side by side: its special facts in good words, the rest by title.

Reads: two values of one class, and the facets that somebody wrote words for.
Returns: differences; every key of the class that differs is told, if not by a facet then by its title in the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sotay.model.schema import Value
from sotay.redline.fields.difference import Difference
from sotay.redline.fields.value_words import title_of, value_words


@dataclass(frozen=True, slots=True)
class Facet:
    """One or more keys of a thing that are told together."""

    keys: tuple[str, ...]
    tell: Callable[[Any, Any], Iterable[Difference]]
    """Takes the old thing and the new one, and tells how they differ in these keys."""


def worded(key: str, subject: str, words: Callable[[Any], str] = value_words) -> Facet:
    """Return a facet for one key whose value is put into words."""

    def tell(old: Any, new: Any) -> Iterator[Difference]:
        yield Difference(subject, _said(getattr(old, key), words), _said(getattr(new, key), words))

    return Facet((key,), tell)


def quoted_text(key: str, subject: str) -> Facet:
    """Return a facet for one key that holds a text of the document."""

    def tell(old: Any, new: Any) -> Iterator[Difference]:
        yield Difference(subject, getattr(old, key) or "", getattr(new, key) or "", is_text=True)

    return Facet((key,), tell)


def told_elsewhere(*keys: str) -> Facet:
    """Return a facet for keys that somebody else tells."""
    return Facet(keys, lambda *_: ())


def differences(old: Value, new: Value, facets: Iterable[Facet], thing: str) -> Iterator[Difference]:
    """Yield how two versions of one thing differ, in the order of the facets, then whatever else differs.

    `thing` is what the rest belongs to, as it stands after `của`.
    """
    differing = {name for name in type(new).model_fields if getattr(old, name) != getattr(new, name)}
    known: set[str] = set()
    for facet in facets:
        known.update(facet.keys)
        if differing.intersection(facet.keys):
            yield from facet.tell(old, new)
    for name in type(new).model_fields:
        if name in differing and name not in known:
            subject = f"{title_of(type(new), name)} của {thing}"
            yield Difference(subject, value_words(getattr(old, name)), value_words(getattr(new, name)))


def _said(value: Any, words: Callable[[Any], str]) -> str:
    return "" if value is None or value == () else words(value)
