"""The parts of a thing that are told apart by name, such as the extensions of a time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sotay.model.schema import Value
from sotay.model.stated_content import plain_data
from sotay.redline.fields.difference import Difference
from sotay.redline.fields.facets import Facet, differences
from sotay.redline.list_pairs import Named, Pairing, pair_items

PartT = TypeVar("PartT", bound=Value)


@dataclass(frozen=True, slots=True)
class Parts(Generic[PartT]):
    """How the parts of one kind are told."""

    noun: str
    """What one of them is: `trường hợp kéo dài thời hạn`."""
    name: Callable[[PartT], str]
    subject: Callable[[PartT], str]
    """A part as a subject, its name included."""
    words: Callable[[PartT], str]
    """Everything about it but its name."""
    facets: Callable[[str], Sequence[Facet]]
    """The facets of a part, given it as a subject."""
    likeness: float = 0.5


def part_differences(old: Sequence[PartT], new: Sequence[PartT], parts: Parts[PartT]) -> Iterator[Difference]:
    """Yield how parts changed: each that stayed, then what was added, what is gone, and another order."""
    pairing = pair_by_name(old, new, parts.name, parts.likeness)
    for pair in pairing.pairs:
        before, after = old[pair.old], new[pair.new]
        subject = parts.subject(after)
        yield from differences(before, after, parts.facets(subject), subject)
    yield from (Difference(parts.subject(new[place]), "", parts.words(new[place])) for place in pairing.added)
    yield from (Difference(parts.subject(old[place]), parts.words(old[place]), "") for place in pairing.gone)
    if any(pair.is_moved for pair in pairing.pairs):
        orders = ["; ".join(map(parts.name, listed)) for listed in (old, new)]
        yield Difference(f"các {parts.noun}", orders[0], orders[1], is_order=True)


def pair_by_name(
    old: Sequence[PartT],
    new: Sequence[PartT],
    name: Callable[[PartT], str],
    likeness: float,
    mark: Callable[[PartT], str | None] = lambda _: None,
) -> Pairing:
    """Return which part is which."""

    def named(part: PartT) -> Named:
        return Named(name(part), repr(plain_data(part)), mark(part))

    return pair_items([*map(named, old)], [*map(named, new)], likeness)
