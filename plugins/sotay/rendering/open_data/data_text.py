"""A file of open data as JSON text: what is not known has no key; one entry of a list a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sotay.model.schema import Value
from sotay.rendering.addresses import API
from sotay.rendering.json_by_entry import json_by_entry
from sotay.rendering.open_data.schemas import schema_address


def data_text(content: Value, kind: str) -> str:
    """Return the text of a file, which names its schema."""
    schema = schema_address(kind).removeprefix(API)
    return json_by_entry({"$schema": schema, **content.model_dump(exclude_none=True)}, _plain)


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case _:
            raise TypeError(type(value))
