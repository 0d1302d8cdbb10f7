"""A file of open data as JSON text: what is not known has no key; one entry of a list a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sotay.model.schema import Value
from sotay.rendering.addresses import API
from sotay.rendering.open_data.schemas import schema_address


def data_text(content: Value, kind: str) -> str:
    """Return the text of a file, which names its schema."""
    schema = schema_address(kind).removeprefix(API)
    stated = {"$schema": schema, **content.model_dump(exclude_none=True)}
    return "{\n" + ",\n".join(_members(stated)) + "\n}\n"


def _members(content: dict[str, Any]) -> Iterator[str]:
    for key, value in content.items():
        if isinstance(value, tuple) and value:
            entries = ",\n".join(f"    {_compact(entry)}" for entry in value)
            yield f'  "{key}": [\n{entries}\n  ]'
        else:
            yield f'  "{key}": {_compact(value)}'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case _:
            raise TypeError(type(value))
