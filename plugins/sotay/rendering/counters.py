"""Where and when an agency receives people, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sotay.model.agency import Counter
from sotay.text.wording import opening_words


@dataclass(frozen=True, slots=True)
class CounterView:
    """One place that receives dossiers."""

    name: str
    address: str
    hours: tuple[str, ...]
    phone: str | None


def counter_views(counters: Sequence[Counter]) -> tuple[CounterView, ...]:
    """Return the places of an agency in words."""
    return tuple(CounterView(c.name, c.address, opening_words(c.hours), c.phone) for c in counters)
