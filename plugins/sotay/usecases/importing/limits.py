"""Time limits of a national record: a number and a unit where both are beyond doubt.

Reads: the rows of the channels and the text of the steps.
Returns: a limit for all channels or one for each, and what could not be typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind, TimeUnit
from sotay.text.fold import fold
from sotay.text.sentences import sentences_of
from sotay.usecases.importing import filing_defects as defects
from sotay.usecases.importing.draft import Defect, Unsettled
from sotay.usecases.importing.portal_text import line_of, lines_of
from sotay.usecases.importing.tthc_record import ChannelRow

ValueT = TypeVar("ValueT")
Limit = dict[str, str | int]
Rows = Mapping[ChannelKind, Sequence[ChannelRow]]
_UNITS = {
    "ngay lam viec": TimeUnit.WORKING_DAY,
    "ngay": TimeUnit.DAY,
    "gio": TimeUnit.HOUR,
    "gio lam viec": TimeUnit.WORKING_HOUR,
    "thang": TimeUnit.MONTH,
}
_LONGEST = {TimeUnit.MONTH: 24, TimeUnit.DAY: 200, TimeUnit.WORKING_DAY: 200}
_LONGEST_HOURS = 720
_ABOUT_TIME = re.compile(r"\b\d+\s*(?:\([^)]*\)\s*)?(?:ngày|giờ|tháng)\b|trong ngày|15h", re.IGNORECASE)
_MOST_SENTENCES = 5

NAMES = {
    ChannelKind.COUNTER: Phrase("Trực tiếp", "counter"),
    ChannelKind.ONLINE: Phrase("Trực tuyến", "online"),
    ChannelKind.POST: Phrase("Bưu chính", "post"),
}
"""What the channels are called in reports."""


@dataclass(frozen=True, slots=True)
class Shared(Generic[ValueT]):
    """A value that holds for all channels, or one of its own for some of them."""

    common: ValueT | None = None
    """The value of all channels, or None."""
    own: Mapping[ChannelKind, ValueT] | None = None
    """The values of single channels where there is no common one."""
    untyped: frozenset[ChannelKind] = frozenset()
    """The channels of which a row could not be typed."""
    unsettled: tuple[Unsettled, ...] = ()
    """What a person must settle."""

    def of(self, kind: ChannelKind) -> ValueT | None:
        """The value that a channel states for itself, or None."""
        return (self.own or {}).get(kind)


def share(found: Mapping[ChannelKind, ValueT | None], unsettled: Sequence[Unsettled]) -> Shared[ValueT]:
    """Put a value that is the same for every channel in common; None stands for what could not be typed."""
    values = list(found.values())
    untyped = frozenset(kind for kind, value in found.items() if value is None)
    if values and values[0] is not None and all(value == values[0] for value in values):
        return Shared(common=values[0], unsettled=tuple(unsettled))
    own = {kind: value for kind, value in found.items() if value is not None}
    return Shared(own=own, untyped=untyped, unsettled=tuple(unsettled))


def import_limits(rows: Rows, steps_text: str | None) -> Shared[Limit]:
    """Type the limits of every channel; a channel whose rows disagree or lack a unit gets none."""
    found = {kind: _limit_of(of_kind) for kind, of_kind in rows.items()}
    return share(found, [*_row_faults(rows, steps_text), *_channel_faults(rows)])


def stated(row: ChannelRow) -> str:
    """Return the limit of a row in the words of the source."""
    return f"{line_of(row.thoi_han)} {line_of(row.don_vi)}".strip()


def by_channel(rows: Rows, words: Mapping[ChannelKind, Sequence[str]]) -> str:
    """Return the words of each channel in one line; channels with the same words are named together."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for kind in rows:
        groups.setdefault(tuple(sorted(set(words[kind]))), []).append(NAMES[kind].vi)
    return "; ".join(f"{', '.join(kinds)}: {' | '.join(w or '—' for w in words)}" for words, kinds in groups.items())


def _limit_of(rows: Sequence[ChannelRow]) -> Limit | None:
    """Return the one limit that all rows of a channel state, or None."""
    limits = [None if _fault(row) else _typed(row) for row in rows]
    return limits[0] if all(limit == limits[0] for limit in limits) else None


def _typed(row: ChannelRow) -> Limit:
    return {"value": int(line_of(row.thoi_han)), "unit": _UNITS[fold(line_of(row.don_vi))].value}


def _fault(row: ChannelRow) -> Defect | None:
    """Return why the limit of a row cannot be typed; None where it can, or where it states none."""
    value, unit = line_of(row.thoi_han), _UNITS.get(fold(line_of(row.don_vi)))
    if not value:
        return defects.NO_LIMIT
    if not line_of(row.don_vi):
        return defects.LIMIT_WITHOUT_UNIT
    if unit is None or not re.fullmatch(r"[0-9]{1,4}", value):
        return defects.LIMIT_DOUBTFUL
    return None if 0 < int(value) <= _LONGEST.get(unit, _LONGEST_HOURS) else defects.LIMIT_DOUBTFUL


def _row_faults(rows: Rows, steps_text: str | None) -> list[Unsettled]:
    """Report what is wrong with single limits: once a record, naming the channels."""
    every = list(chain.from_iterable(rows.values()))
    quote = by_channel(rows, {kind: [stated(row) for row in of_kind] for kind, of_kind in rows.items()})
    found = {_fault(row) for row in every}
    unsettled: list[Unsettled] = []
    if found == {defects.NO_LIMIT}:
        fact = Phrase("không cách thức nào có thời hạn", "no channel has a time limit")
        unsettled.append(Unsettled(defects.NO_LIMIT, "time_limit", fact, _sentences(steps_text)))
    elif defects.NO_LIMIT in found:
        fact = Phrase("có cách thức không ghi thời hạn", "a channel states no time limit")
        unsettled.append(Unsettled(defects.LIMIT_PARTLY_MISSING, "channels.time_limit", fact, quote))
    for defect, template in _FACTS.items():
        values = sorted({stated(row) for row in every if _fault(row) is defect})
        if values:
            fact = template.format(values=", ".join(f"“{value}”" for value in values))
            sentences = _sentences(steps_text) if defect is defects.LIMIT_WITHOUT_UNIT else ""
            unsettled.append(Unsettled(defect, "time_limit", fact, f"{quote}\n{sentences}".strip()))
    hours = sorted({stated(row) for row in every if not _fault(row) and fold(line_of(row.don_vi)) == "gio"})
    if hours:
        fact = Phrase(f"thời hạn ghi là {', '.join(hours)}", f"the limit is stated as {', '.join(hours)}")
        unsettled.append(Unsettled(defects.LIMIT_IN_HOURS, "time_limit", fact, quote))
    return unsettled


_FACTS = {
    defects.LIMIT_WITHOUT_UNIT: Phrase(
        "thời hạn {values} không có đơn vị, nên chưa ghi", "the limit {values} has no unit and was left out"
    ),
    defects.LIMIT_DOUBTFUL: Phrase(
        "thời hạn {values} không thể hiểu chắc chắn, nên chưa ghi", "the limit {values} is in doubt and was left out"
    ),
}


def _channel_faults(rows: Rows) -> list[Unsettled]:
    """Report channels that disagree with each other, or with themselves."""
    pairs = {kind: frozenset((row.thoi_han, row.don_vi) for row in of_kind) for kind, of_kind in rows.items()}
    quote = by_channel(rows, {kind: [stated(row) for row in of_kind] for kind, of_kind in rows.items()})
    unsettled: list[Unsettled] = []
    several = [kind for kind, of_kind in pairs.items() if len(of_kind) > 1]
    if several:
        names = Phrase(", ".join(NAMES[kind].vi for kind in several), ", ".join(NAMES[kind].en for kind in several))
        fact = Phrase(
            f"cách thức {names.vi} có nhiều thời hạn, nên chưa ghi",
            f"the channels {names.en} have several time limits, which were left out",
        )
        unsettled.append(Unsettled(defects.LIMITS_SEVERAL, "channels.time_limit", fact, quote))
    if len(set(pairs.values())) > 1:
        fact = Phrase("các cách thức có thời hạn khác nhau", "the channels have different time limits")
        unsettled.append(Unsettled(defects.LIMITS_DIFFER, "channels.time_limit", fact, quote))
    return unsettled


def _sentences(steps_text: str | None) -> str:
    """Return the first sentences of the steps that speak of a time, each on its line."""
    found = [s for line in lines_of(steps_text) for s in sentences_of(line) if _ABOUT_TIME.search(s)]
    return "\n".join(found[:_MOST_SENTENCES])
