"""The four facts that a person comes for: how long, how much, where, and what they get."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sotay.model.agency import Counter
from sotay.model.procedure import Channel, ChannelKind, Fee, TimeLimit
from sotay.text.labels import CHANNELS
from sotay.text.wording import (
    clock_words,
    duration_words,
    fee_conditions,
    fee_words,
    is_charged_on,
    opening_words,
    sentence_case,
    since_words,
)
from sotay.usecases.publication import Entry

TIME, FEE, PLACE, RESULT = "Thời hạn", "Lệ phí", "Nộp tại", "Nhận được"
BELOW = "Xem bảng bên dưới"
"""Where a fact cannot be said in one phrase."""
_MOST_FEES = 3


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One fact: what it is about, the answer, and what else to know."""

    term: str
    value: str
    details: tuple[str, ...] = ()


def key_facts(entry: Entry, day: date, performers: int | None = None) -> tuple[KeyFact, KeyFact, KeyFact, KeyFact]:
    """Return the facts of a procedure: time, fee, place and result.

    `performers` counts the agencies where the portal speaks for all.
    """
    return _time(entry), _fee(entry, day), place_fact(entry, performers), _result(entry)


def time_words(entry: Entry) -> str:
    """Return how long a procedure takes, in one phrase for lists."""
    return next((duration_words(limit) for _, limit in _limits(entry)), "")


def cost_words(entry: Entry, day: date) -> str:
    """Return what a procedure costs, in one phrase for lists."""
    fees = [fee for _, fee in _fees_of_first_way(entry, day)]
    if not fees:
        return ""
    if _depends(fees):
        return "lệ phí tùy trường hợp"
    others = len({fee_words(fee) for fee in fees}) > 1
    return fee_words(fees[0]) + (", có mức khác" if others else "")


def _limits(entry: Entry) -> list[tuple[ChannelKind | None, TimeLimit]]:
    by_channel = [(channel.kind, entry.time_limit_of(channel)) for channel in entry.control.channels]
    limits: list[tuple[ChannelKind | None, TimeLimit]] = [(kind, limit) for kind, limit in by_channel if limit]
    if not limits and entry.control.time_limit:
        limits.append((None, entry.control.time_limit))
    return limits


def _time(entry: Entry) -> KeyFact:
    limits = _limits(entry)
    if not limits:
        return KeyFact(TIME, BELOW)
    kind, first = limits[0]
    details = []
    others = _others(first, limits)
    if others and kind:
        details += [f"khi nộp {CHANNELS[kind].lower()}", *others]
    shortened = any(override.time_limit for override in entry.overrides)
    details += _of_limit(first, entry.control.time_limit if shortened else None, says_start=not others)
    return KeyFact(TIME, sentence_case(duration_words(first)), tuple(details))


def time_fact(entry: Entry, channel: Channel) -> KeyFact:
    """Return how long a procedure takes by one way of filing."""
    limit = entry.time_limit_of(channel)
    if limit is None:
        return KeyFact(TIME, BELOW)
    common = entry.control.time_limit_of(channel)
    details = _of_limit(limit, common if common != limit else None, says_start=True)
    return KeyFact(TIME, sentence_case(duration_words(limit)), tuple(details))


def _of_limit(limit: TimeLimit, shortened: TimeLimit | None, *, says_start: bool) -> Iterator[str]:
    """What else to know of a limit: what it shortens here, and from when it counts."""
    if shortened:
        yield f"rút ngắn tại đây; quy định chung {duration_words(shortened)}"
    if limit.cutoff:
        yield f"sau {clock_words(limit.cutoff)}: tính từ ngày làm việc tiếp theo"
    elif limit.starts and says_start:
        yield since_words(limit.starts)


def _others(first: TimeLimit, limits: Sequence[tuple[ChannelKind | None, TimeLimit]]) -> list[str]:
    """The limits that differ from the first, ways of filing with the same limit together."""
    together: dict[str, list[str]] = {}
    for kind, limit in limits:
        if kind and duration_words(limit) != duration_words(first):
            together.setdefault(duration_words(limit), []).append(CHANNELS[kind].lower())
    return [f"{', '.join(names)}: {words}" for words, names in together.items()]


def _fees(entry: Entry, day: date) -> list[tuple[ChannelKind | None, Fee]]:
    by_channel = [(channel.kind, fee) for channel in entry.control.channels for fee in entry.fees_of(channel)]
    fees: list[tuple[ChannelKind | None, Fee]] = [(kind, fee) for kind, fee in by_channel]
    if not fees:
        fees = [(None, fee) for fee in entry.control.fees]
    return [(kind, fee) for kind, fee in fees if is_charged_on(fee, day)]


def _fees_of_first_way(entry: Entry, day: date) -> list[tuple[ChannelKind | None, Fee]]:
    fees = _fees(entry, day)
    return [(kind, fee) for kind, fee in fees if kind is fees[0][0]]


def _depends(fees: Sequence[Fee]) -> bool:
    """Whether it is free for some and not for others; then neither may stand for all."""
    return len({fee.amount == 0 for fee in fees}) > 1


def _fee(entry: Entry, day: date) -> KeyFact:
    here = [fee for _, fee in _fees_of_first_way(entry, day)]
    common = _of_fees(here)
    return replace(common, details=(*common.details, *_elsewhere(here, entry, day)))


def fee_fact(entry: Entry, channel: Channel, day: date) -> KeyFact:
    """Return what a procedure costs by one way of filing."""
    return _of_fees([fee for fee in entry.fees_of(channel) if is_charged_on(fee, day)])


def _of_fees(here: Sequence[Fee]) -> KeyFact:
    if not here:
        return KeyFact(FEE, BELOW)
    first = here[0]
    if _depends(here):
        details = [_with_condition(fee) for fee in here[:_MOST_FEES]]
        value = "tùy trường hợp"
    else:
        details = [*fee_conditions(first)[:1], *(_with_condition(fee) for fee in here[1:_MOST_FEES])]
        value = fee_words(first)
        if first.amount is None:
            details.insert(0, value)
            value = "theo quy định"
    if len(here) > _MOST_FEES:
        details.append("các mức khác: xem bảng bên dưới")
    return KeyFact(FEE, sentence_case(value), tuple(details))


def _with_condition(fee: Fee) -> str:
    conditions = fee_conditions(fee)
    return f"{conditions[0]}: {fee_words(fee)}" if conditions else fee_words(fee)


def _elsewhere(here: Sequence[Fee], entry: Entry, day: date) -> list[str]:
    """What other ways of filing cost, where it differs from the first way."""
    together: dict[ChannelKind, list[str]] = {}
    for kind, fee in _fees(entry, day):
        if kind and fee not in here:
            together.setdefault(kind, []).append(fee_words(fee))
    return [f"{CHANNELS[kind].lower()}: {', '.join(words)}" for kind, words in together.items()]


def counter_of(entry: Entry) -> Counter | None:
    """Return where an agency receives dossiers for a procedure: the place it names for it, else its first."""
    counters = entry.agency.counters
    named = {override.counter for override in entry.overrides if override.counter}
    return next((counter for counter in counters if counter.name in named), counters[0] if counters else None)


def place_fact(entry: Entry, performers: int | None) -> KeyFact:
    """Return where to file in person; `performers` counts the agencies where the portal speaks for all."""
    counter = counter_of(entry)
    if performers is None and entry.is_performed and counter:
        return KeyFact(PLACE, counter.name, counter_words(counter))
    authority = entry.control.authority
    where = (authority.executing if authority else None) or entry.agency.name
    if performers:
        return KeyFact(PLACE, where, (f"{performers} cơ quan trên trang này",))
    return KeyFact(PLACE, where)


def counter_words(counter: Counter) -> tuple[str, ...]:
    """Return where and when a counter receives people: address, hours, telephone."""
    phone = (f"điện thoại {counter.phone}",) if counter.phone else ()
    return (counter.address, *opening_words(counter.hours), *phone)


def _result(entry: Entry) -> KeyFact:
    results = entry.control.results
    if not results:
        return KeyFact(RESULT, "Xem nội dung bên dưới")
    details = [f"và {result.name}" for result in results[1:]]
    if results[0].valid_for:
        details.insert(0, f"giá trị: {results[0].valid_for}")
    return KeyFact(RESULT, results[0].name, tuple(details))
