"""Time and cost by way of filing, as a table; the agency's own terms stand beside the national ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sotay.model.agency import Override
from sotay.model.procedure import Channel, Fee, TimeLimit
from sotay.text.labels import CHANNELS
from sotay.text.wording import (
    clock_words,
    duration_words,
    fee_conditions,
    fee_words,
    is_charged_on,
    sentence_case,
    since_words,
)
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee in words."""

    amount: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One or more ways of filing that have the same time, fees and note."""

    names: tuple[str, ...]
    time: str
    details: tuple[str, ...]
    """What else to know about the time, where the ways of filing differ in it."""
    fees: tuple[FeeLine, ...]
    note: str | None

    @property
    def name(self) -> str:
        """The ways of filing, as one text."""
        return ", ".join([self.names[0], *(name.lower() for name in self.names[1:])])


@dataclass(frozen=True, slots=True)
class ChannelTable:
    """The ways of filing, and what holds for the time of all of them."""

    rows: tuple[ChannelRow, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalTerms:
    """What the agency does on its own terms, and what holds elsewhere."""

    own: str
    national: str
    decision: str


def channel_table(entry: Entry, day: date) -> ChannelTable:
    """Return the table of a procedure at an agency."""
    together: dict[ChannelRow, list[str]] = {}
    for channel in entry.control.channels:
        together.setdefault(_row(channel, entry, day), []).append(CHANNELS[channel.kind])
    rows = tuple(replace(row, names=tuple(names)) for row, names in together.items())
    details = {row.details for row in rows}
    if len(details) == 1:
        return ChannelTable(tuple(replace(row, details=()) for row in rows), details.pop())
    return ChannelTable(rows, ())


def local_terms(entry: Entry) -> tuple[LocalTerms, ...]:
    """Return an agency's own time limits and fees, each beside the national ones."""
    return tuple(terms for override in entry.overrides for terms in _of_override(override, entry))


def _of_override(override: Override, entry: Entry) -> Iterator[LocalTerms]:
    channels = [c for c in entry.control.channels if override.channel in (None, c.kind)]
    channel = channels[0] if channels else None
    where = f" khi nộp {CHANNELS[override.channel].lower()}" if override.channel else ""
    if override.time_limit:
        national = entry.control.time_limit_of(channel) if channel else entry.control.time_limit
        common = duration_words(national) if national else ""
        yield LocalTerms(duration_words(override.time_limit) + where, common, override.decision)
    if override.fees:
        fees = entry.control.fees_of(channel) if channel else entry.control.fees
        yield LocalTerms(_amounts(override.fees) + where, _amounts(fees), override.decision)


def _amounts(fees: tuple[Fee, ...]) -> str:
    return "; ".join(map(fee_words, fees))


def _row(channel: Channel, entry: Entry, day: date) -> ChannelRow:
    limit = entry.time_limit_of(channel)
    fees = [fee for fee in entry.fees_of(channel) if is_charged_on(fee, day) or fee.valid_from]
    lines = tuple(FeeLine(sentence_case(fee_words(fee)), fee_conditions(fee)) for fee in fees)
    time = sentence_case(duration_words(limit)) if limit else ""
    return ChannelRow((), time, _time_details(limit) if limit else (), lines, channel.note)


def _time_details(limit: TimeLimit) -> tuple[str, ...]:
    details = [since_words(limit.starts)] if limit.starts else []
    if limit.cutoff:
        details.append(f"nhận sau {clock_words(limit.cutoff)} thì tính từ ngày làm việc tiếp theo")
    details += [f"{duration_words(extension)} nếu {_condition(extension.when)}" for extension in limit.extensions]
    return tuple(details)


def _condition(text: str) -> str:
    for opening in ("Khi ", "khi ", "Nếu ", "nếu "):
        text = text.removeprefix(opening)
    return text[:1].lower() + text[1:]
