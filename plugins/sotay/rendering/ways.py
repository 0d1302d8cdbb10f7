"""The ways of filing a procedure to choose from: each with its own time, cost and place.

Reads: a procedure as an agency has it.
Returns: the ways, and for each of the key facts what holds by each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sotay.model.procedure import Channel, ChannelKind
from sotay.rendering.key_facts import PLACE, KeyFact, counter_of, fee_fact, place_fact, time_fact
from sotay.text.fold import slug
from sotay.text.labels import CHANNELS
from sotay.usecases.publication import Entry

_TO_BRING = {ChannelKind.COUNTER: "Cần mang", ChannelKind.ONLINE: "Cần có để nộp", ChannelKind.POST: "Cần gửi"}
NATIONAL_PORTAL = "Cổng Dịch vụ công quốc gia"
"""Where dossiers are filed online unless a procedure says otherwise (Nghị định 118/2025/NĐ-CP)."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of filing."""

    slug: str
    """Its name in addresses; it never changes."""
    name: str
    to_bring: str
    """What the applicant does with the papers: `Cần mang`, `Cần gửi`."""
    facts: tuple[KeyFact, KeyFact, KeyFact]
    """Time, cost and place."""
    note: str | None


@dataclass(frozen=True, slots=True)
class FactByWay:
    """A key fact, and what it is by each way of filing where that is not the same for all."""

    common: KeyFact
    by_way: tuple[tuple[str, KeyFact], ...] = ()
    """By the name of the way in addresses."""


def way_slug(kind: ChannelKind) -> str:
    """Return the name of a way of filing in addresses: `truc-tuyen`."""
    return slug(CHANNELS[kind])


def ways_of(entry: Entry, day: date, performers: int | None) -> tuple[Way, ...]:
    """Return the ways of filing; `performers` counts the agencies where the portal speaks for all."""
    return tuple(_way(channel, entry, day, performers) for channel in entry.control.channels)


def facts_by_way(facts: Sequence[KeyFact], ways: Sequence[Way]) -> tuple[FactByWay, ...]:
    """Return key facts, each with what it is by each way; a single way has nothing to choose."""
    if len(ways) < 2:  # noqa: PLR2004 - two are the fewest to choose from
        return tuple(FactByWay(fact) for fact in facts)
    return tuple(_by_way(fact, ways) for fact in facts)


def _by_way(fact: KeyFact, ways: Sequence[Way]) -> FactByWay:
    theirs = [(way.slug, own) for way in ways for own in way.facts if own.term == fact.term]
    return FactByWay(fact, tuple(theirs) if any(own != fact for _, own in theirs) else ())


def _way(channel: Channel, entry: Entry, day: date, performers: int | None) -> Way:
    return Way(
        slug=way_slug(channel.kind),
        name=CHANNELS[channel.kind],
        to_bring=_TO_BRING[channel.kind],
        facts=(time_fact(entry, channel), fee_fact(entry, channel, day), _place(channel, entry, performers)),
        note=channel.note,
    )


def _place(channel: Channel, entry: Entry, performers: int | None) -> KeyFact:
    """Where papers go by a way; a note says it better than we could."""
    note = (channel.note,) if channel.note else ()
    match channel.kind:
        case ChannelKind.COUNTER:
            return place_fact(entry, performers)
        case ChannelKind.ONLINE:
            return KeyFact(PLACE, "Nộp qua mạng", note or (NATIONAL_PORTAL,))
        case ChannelKind.POST:
            there, counter = place_fact(entry, performers), counter_of(entry)
            address = (counter.address,) if counter and there.value == counter.name else there.details
            return KeyFact(PLACE, f"Gửi đến {there.value}", (*address, *note))
