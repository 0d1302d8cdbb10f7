"""What a value states as plain data, in the one form that fingerprints, signatures and redlines rest on.

Reads: any value of the schema, e.g. a control block or a decision.
Returns: mappings, lists, texts and whole numbers; blanks are single, decimals and dates are text.
Only stated keys are in it, so that a key which the schema gains later changes nothing that was approved.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from sotay.model.document import Document
from sotay.model.schema import Value

_EDITORIAL = frozenset(
    name
    for name, field in Document.model_fields.items()
    if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("editorial")
)


def stated_keys(control: Document) -> Mapping[str, object]:
    """Return what a control block states, key by key; editorial keys are outside the fingerprint and left out."""
    return stated_content(control, leave_out=_EDITORIAL)


def stated_content(value: Value, leave_out: frozenset[str] = frozenset()) -> Mapping[str, object]:
    """Return what a value states, without layout."""
    defaults = _defaults(type(value))
    stated = ((name, inner) for name, inner in vars(value).items() if inner != defaults[name])
    return {name: plain_data(inner) for name, inner in stated if name not in leave_out}


def plain_data(value: Any) -> object:
    """Return anything that a value may hold as plain data."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Value):
        return stated_content(value)
    if isinstance(value, Mapping):
        return {str(key): plain_data(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_data(inner) for inner in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, bool | int) or value is None:
        return value
    return " ".join(str(value).split())


@cache
def _defaults(schema: type[Value]) -> Mapping[str, object]:
    return {name: field.get_default() for name, field in schema.model_fields.items()}
