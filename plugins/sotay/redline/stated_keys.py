"""The control block as plain data: what is stated, in the form that a fingerprint covers.

Reads: the control block of a document, or any value in it.
Returns: mappings, lists, texts and whole numbers; blanks are single, decimals and dates are text.
Two control blocks have the same plain data exactly if they give the same fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from sotay.model.document import Document
from sotay.model.schema import Value

ValueT = TypeVar("ValueT")


def stated_keys(control: Document) -> Mapping[str, object]:
    """Return what a control block states, key by key; editorial keys are outside the fingerprint and left out."""
    return {name: inner for name, inner in _of_value(control).items() if name not in _editorial()}


def plain_data(value: Any) -> object:
    """Return a value of the control block as plain data."""
    if isinstance(value, Value):
        return _of_value(value)
    if isinstance(value, Mapping):
        return {str(key): plain_data(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_data(inner) for inner in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if value is None or isinstance(value, bool | int):
        return value
    return " ".join(str(value).split())


def with_single_blanks(value: ValueT) -> ValueT:
    """Return a value whose texts have single blanks, so that values differ only where fingerprints do."""
    return _single_blanks(value)  # type: ignore[no-any-return]  # the same type comes back as went in


def _single_blanks(value: Any) -> Any:
    if type(value) is str:
        return " ".join(value.split())
    if isinstance(value, Value):
        return value.model_copy(update={name: _single_blanks(inner) for name, inner in vars(value).items()})
    if isinstance(value, tuple):
        return tuple(map(_single_blanks, value))
    if isinstance(value, Mapping):
        return {key: _single_blanks(inner) for key, inner in value.items()}
    return value


def _of_value(value: Value) -> dict[str, object]:
    defaults = _defaults(type(value))
    return {name: plain_data(inner) for name, inner in vars(value).items() if inner != defaults[name]}


@cache
def _defaults(schema: type[Value]) -> Mapping[str, object]:
    return {name: field.get_default() for name, field in schema.model_fields.items()}


@cache
def _editorial() -> frozenset[str]:
    fields = Document.model_fields.items()
    extras = {name: field.json_schema_extra for name, field in fields}
    return frozenset(name for name, extra in extras.items() if isinstance(extra, dict) and extra.get("editorial"))
