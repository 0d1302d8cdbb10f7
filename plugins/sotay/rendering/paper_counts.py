"""How many papers a procedure asks for, and which papers several steps of an event ask for.

Reads: dossiers.
Returns: counts in words; names of papers with the steps that need them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sotay.model.procedure import Channel, ChannelKind, Dossier, DossierItem, ItemKind
from sotay.text.search_key import plain_key
from sotay.usecases.publication import Entry

_BROUGHT = (ItemKind.SUBMIT, ItemKind.PRESENT)


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """A paper that several steps ask for."""

    name: str
    steps: tuple[str, ...]
    """What the steps are called."""


def paper_words(entry: Entry) -> str:
    """Return how many papers one has to bring at the counter, or else by the first way of filing; empty if unstated.

    Papers that are needed only under a condition are not counted, but mentioned.
    """
    dossier = entry.control.dossier
    if dossier is None:
        return ""
    way = _way(entry.control.channels)
    common = _needed(dossier.common, way)
    cases = sorted({common + _needed(case.items, way) for case in dossier.cases}) or [common]
    more = any(item.condition for item in _brought(dossier, way))
    return _words(cases[0], cases[-1], more=more)


def shared_papers(steps: Iterable[tuple[str, Sequence[Entry]]]) -> tuple[SharedPaper, ...]:
    """Return the papers that more than one step asks for under the same name, in the order in which they are met.

    What is asked for only under a condition is left out: the page of the procedure tells the condition.
    """
    names: dict[str, str] = {}
    needed: dict[str, dict[str, None]] = {}
    for title, entries in steps:
        for entry in entries:
            dossier = entry.control.dossier
            brought = _brought(dossier, None) if dossier else []
            for item in (item for item in brought if not item.condition):
                key = plain_key(item.name)
                names.setdefault(key, item.name)
                needed.setdefault(key, {})[title] = None
    return tuple(SharedPaper(names[key], tuple(titles)) for key, titles in needed.items() if len(titles) > 1)


def _way(channels: Sequence[Channel]) -> ChannelKind | None:
    kinds = [channel.kind for channel in channels]
    return ChannelKind.COUNTER if ChannelKind.COUNTER in kinds else next(iter(kinds), None)


def _needed(items: Iterable[DossierItem], way: ChannelKind | None) -> int:
    return sum(1 for item in items if _is_brought(item, way) and not item.condition)


def _brought(dossier: Dossier, way: ChannelKind | None) -> list[DossierItem]:
    items = [*dossier.common, *(item for case in dossier.cases for item in case.items)]
    return [item for item in items if _is_brought(item, way)]


def _is_brought(item: DossierItem, way: ChannelKind | None) -> bool:
    return item.kind in _BROUGHT and (way is None or not item.channels or way in item.channels)


def _words(fewest: int, most: int, *, more: bool) -> str:
    if most == 0:
        return "chỉ cần giấy tờ trong trường hợp riêng" if more else "không phải mang giấy tờ nào"
    count = f"{most} giấy tờ" if fewest == most else f"{fewest}–{most} giấy tờ, tùy trường hợp"
    return f"{count}, có thể thêm" if more and fewest == most else count
