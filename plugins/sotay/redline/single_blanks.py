"""Values whose texts have single blanks, so that they differ only where their fingerprints do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sotay.model.schema import Value

ValueT = TypeVar("ValueT")


def with_single_blanks(value: ValueT) -> ValueT:
    """Return a value with single blanks in all its texts."""
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
