"""Draws any value of the schema, whatever keys it has or will have; a key that is added to the model is drawn too."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from hypothesis import strategies as st

from sotay.model.schema import Pattern, Value
from sotay.model.version import Version

WORDS = (
    "Tờ khai", "Tờ  khai", "Tờ khai đăng ký khai sinh", "Tờ khai đăng ký khai tử", "Giấy chứng sinh", "giay chung sinh",
    "1. Giấy chứng sinh", "Khi ủy quyền cho người khác", "Trường hợp khác", "6m", "…", "",
)  # fmt: skip
"""Few enough that two lists often share some."""

SCALARS: Mapping[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(WORDS),
    types.NoneType: st.none(),
    bool: st.booleans(),
    int: st.integers(0, 3),
    Decimal: st.sampled_from([Decimal(0), Decimal("-0.0"), Decimal("0.5"), Decimal(3), Decimal("3.0")]),
    date: st.dates(date(2026, 1, 1), date(2026, 1, 3)),
    Version: st.builds(Version, st.integers(1, 2), st.integers(0, 1)),
}


def any_of(annotation: Any, metadata: Sequence[Any] = ()) -> st.SearchStrategy[Any]:
    """Draw what a key with that annotation may hold."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return any_of(inner[0], inner[1:])
    form = next((part for part in metadata if isinstance(part, Pattern)), None)
    if form and annotation is str:
        return st.sampled_from([form.example, form.example[::-1]]).filter(form.expression.fullmatch)
    if annotation is str and any(isinstance(part, MinLen) for part in metadata):
        return SCALARS[str].filter(bool)
    if origin in (Union, types.UnionType):
        return st.one_of([any_of(choice, metadata) for choice in inner])
    if origin is tuple:
        return st.lists(any_of(inner[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(any_of(inner[0]), any_of(inner[1]), max_size=2)
    if annotation in SCALARS:
        return SCALARS[annotation]
    return any_value(annotation) if issubclass(annotation, Value) else st.sampled_from([*annotation])


@cache
def any_key(schema: type[Value], name: str) -> st.SearchStrategy[Any]:
    """Draw what a key of a value may hold."""
    return any_of(schema.model_fields[name].annotation, schema.model_fields[name].metadata)


@st.composite
def any_value(draw: st.DrawFn, schema: type[Value], most: int = 6) -> Any:
    """Draw a value that states some of its keys, and those that it must."""
    needed = [name for name, field in schema.model_fields.items() if field.is_required()]
    chosen = draw(st.lists(st.sampled_from(sorted(schema.model_fields)), max_size=most))
    return schema.model_construct(**{name: draw(any_key(schema, name)) for name in dict.fromkeys([*needed, *chosen])})


@st.composite
def two_versions(draw: st.DrawFn, schema: type[Value]) -> tuple[Any, Any]:
    """Draw a value and what became of it when some of its keys were drawn anew."""
    old = draw(any_value(schema))
    changed = draw(st.lists(st.sampled_from(sorted(schema.model_fields)), max_size=4, unique=True))
    return old, old.model_copy(update={name: draw(any_key(schema, name)) for name in changed})
