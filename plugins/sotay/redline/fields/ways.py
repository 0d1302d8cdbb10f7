"""What holds for ways of filing: compared way by way, said once where it is the same for all.

A way of filing that states no terms of its own has the procedure's; so moving a limit from the procedure to each of
its ways changes nothing for anyone, and changing the procedure's changes only the ways that have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sotay.model.document import Document
from sotay.model.procedure import Channel, ChannelKind
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, as_change
from sotay.text.wording import channel_words

_Way = tuple[ChannelKind, int]
"""A kind of channel, and the how many-th of that kind."""
_COMMON = "mức chung"

TermsT = TypeVar("TermsT")


@dataclass(frozen=True, slots=True)
class Terms(Generic[TermsT]):
    """One kind of terms: what they are for a way of filing, and how two of them differ."""

    field: str
    of: Callable[[Document, Channel | None], TermsT]
    """Takes the way of filing, or None for the procedure's own."""
    differ: Callable[[TermsT, TermsT], Iterable[Difference]]


def ways_of(control: Document) -> dict[_Way, Channel]:
    """Return the ways of filing, also where one kind stands twice."""
    counts: dict[ChannelKind, int] = {}
    ways: dict[_Way, Channel] = {}
    for channel in control.channels:
        counts[channel.kind] = counts.get(channel.kind, 0) + 1
        ways[channel.kind, counts[channel.kind]] = channel
    return ways


def changes_by_way(old: Document, new: Document, terms: Terms[TermsT]) -> Iterator[FieldChange]:
    """Yield how the terms changed for the ways of filing that were there before and still are.

    Terms of the procedure that none of them has come last and do not matter to anyone.
    """
    found: dict[Difference, list[_Way | None]] = {}
    compared = _compared(old, new)
    for way, before, after in compared:
        for difference in terms.differ(terms.of(old, before), terms.of(new, after)):
            found.setdefault(difference, []).append(way)
    for difference, ways in found.items():
        yield as_change(terms.field, difference, _where(ways, compared, new, terms))
    own_old, own_new = terms.of(old, None), terms.of(new, None)
    if own_old and own_new:
        unused = (difference for difference in terms.differ(own_old, own_new) if difference not in found)
        yield from (as_change(terms.field, difference, _COMMON, matters=False) for difference in unused)


_Compared = Sequence[tuple[_Way | None, Channel | None, Channel | None]]


def _compared(old: Document, new: Document) -> _Compared:
    """The old and the new of each way; a document that names no way has its terms for all."""
    olds, news = ways_of(old), ways_of(new)
    if not olds and not news:
        return [(None, None, None)]
    if not olds or not news:
        return [(way, olds.get(way), news.get(way)) for way in olds or news]
    return [(way, olds[way], news[way]) for way in news if way in olds]


def _where(ways: Sequence[_Way | None], compared: _Compared, new: Document, terms: Terms[TermsT]) -> str:
    """For which ways something holds; nothing where it holds for all that there are now."""
    kinds = [way[0] for way in ways if way]
    now = {way: terms.of(new, channel) for way, channel in ways_of(new).items()}
    changed = [now[way] for way in ways if way and way in now]
    added = [held for way, held in now.items() if way not in {way for way, _, _ in compared}]
    is_everywhere = len(ways) == len(compared) and all(held in changed for held in added)
    return "" if is_everywhere else channel_words(dict.fromkeys(kinds))
