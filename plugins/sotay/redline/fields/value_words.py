"""Any value of the control block in words, also one that nobody has written special words for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sotay.model.procedure import Duration
from sotay.model.schema import Value
from sotay.model.version import Version
from sotay.text.labels import ACCESS, APPLICANTS, CHANNELS, CLOCKS, ITEM_KINDS, KINDS, LEVELS, RISKS, UNITS
from sotay.text.wording import date_words, duration_words, number_words, version_words

_LABELS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    type(next(iter(labels))): labels
    for labels in (ACCESS, APPLICANTS, CHANNELS, CLOCKS, ITEM_KINDS, KINDS, LEVELS, RISKS, UNITS)
}


def value_words(value: Any) -> str:
    """Return a value in words; nothing for a value that is not stated."""
    if isinstance(value, Value):
        return duration_words(value) if type(value) is Duration else stated_words(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(value_words, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {value_words(inner)}" for key, inner in value.items())
    return "" if value is None else _scalar_words(value)


def stated_words(value: Value) -> str:
    """Return everything that a value states, each fact after its Vietnamese title."""
    facts = ((title_of(type(value), name), inner) for name, inner in vars(value).items() if _is_stated(value, name))
    return ", ".join(f"{title}: {value_words(inner)}" for title, inner in facts)


def title_of(schema: type[Value], name: str) -> str:
    """Return the Vietnamese title of a key."""
    return schema.model_fields[name].title or name


def _is_stated(value: Value, name: str) -> bool:
    return bool(getattr(value, name) != type(value).model_fields[name].get_default())


def _scalar_words(value: object) -> str:
    if isinstance(value, StrEnum):
        words = _LABELS.get(type(value), {}).get(value, value.value)
        return words[:1].lower() + words[1:]
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Decimal):
        return number_words(value)
    if isinstance(value, date):
        return date_words(value)
    return version_words(value) if isinstance(value, Version) else str(value)
