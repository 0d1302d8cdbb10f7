"""No key of the model can change unseen: each is changed alone, at every depth, and what it became must be told."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

import pytest

from sotay.model.document import Document
from sotay.model.procedure import Dossier, DossierItem
from sotay.model.schema import Pattern, Value, key
from sotay.model.stated_content import stated_keys
from sotay.model.version import Version
from sotay.redline.changes import FieldChange
from sotay.redline.field_changes import field_changes
from sotay.redline.fields.value_words import value_words

SCALARS: Mapping[type, tuple[Any, Any]] = {
    str: ("Một điều cũ", "Một điều hoàn toàn khác"),
    int: (1, 7),
    Decimal: (Decimal(1), Decimal(7)),
    date: (date(2026, 1, 1), date(2026, 7, 7)),
    Version: (Version(1), Version(7)),
}
FORMS = {"15:00": ("15:00", "16:30"), "VND": ("VND", "USD")}
SAID_AS = {"16:30": "16 giờ 30", "USD": "đô la mỹ"}


def choices(annotation: Any, metadata: tuple[Any, ...] = ()) -> tuple[Any, Any]:
    """Return two values that a key may hold, stated to the last detail."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return choices(inner[0], inner[1:])
    if origin in (Union, types.UnionType):
        return choices(inner[0], metadata)
    if origin is tuple:
        one, other = choices(inner[0])
        return (one,), (other,)
    if origin is Mapping:
        one, other = choices(inner[1])
        return {"ten": one}, {"ten": other}
    if issubclass(annotation, Value):
        return stated(annotation), stated(annotation)
    if issubclass(annotation, StrEnum):
        first, *_, last = annotation
        return first, last
    form = next((part for part in metadata if isinstance(part, Pattern)), None)
    return FORMS.get(form.example if form else "", SCALARS[annotation])


def stated(schema: type[Value]) -> Value:
    """Return a value that states every key it has."""
    fields = schema.model_fields.items()
    return schema.model_construct(**{n: choices(f.annotation, tuple(f.metadata))[0] for n, f in fields})


def changed_alone(value: Value) -> Iterator[tuple[str, Any, Value]]:
    """Yield the way to every key at any depth, another value for it, and the whole with that value."""
    for name, field in type(value).model_fields.items():
        held, other = getattr(value, name), choices(field.annotation, tuple(field.metadata))[1]
        part = held[0] if isinstance(held, tuple) and isinstance(held[0], Value) else held
        if not isinstance(part, Value):
            yield name, other, value.model_copy(update={name: other})
            continue
        for inner, new, whole in changed_alone(part):
            yield (
                f"{name}.{inner}",
                new,
                value.model_copy(update={name: (whole,) if isinstance(held, tuple) else whole}),
            )


CASES = [case for case in changed_alone(stated(Document)) if case[0].partition(".")[0] in stated_keys(stated(Document))]


def words_of(value: Any) -> str:
    value = next(iter(value.values())) if isinstance(value, Mapping) else value
    value = value[0] if isinstance(value, tuple) else value
    return (SAID_AS.get(value) or value_words(value)).lower()


def everything_said(changes: tuple[FieldChange, ...]) -> str:
    return "\n".join(f"{change.old} {change.new} {change.sentence}" for change in changes).lower()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_key_that_changes_alone_is_told(case: tuple[str, Any, Document]) -> None:
    path, new, changed = case
    changes = field_changes(stated(Document), changed)
    assert changes
    assert not [change.sentence for change in changes if "nội dung không đổi" in change.sentence]
    assert isinstance(new, StrEnum) or words_of(new) in everything_said(changes), path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_key_that_is_no_longer_stated_is_told(case: tuple[str, Any, Document]) -> None:
    """The other way round too, from the changed one to the one with everything."""
    _, _, changed = case
    assert field_changes(changed, stated(Document))


def test_the_walk_reaches_the_depths_of_the_model() -> None:
    paths = {path for path, _, _ in CASES}
    assert {
        "time_limit.extensions.when",
        "dossier.cases.items.note",
        "steps.time.unit",
        "channels.fees.set_by",
    } <= paths
    assert {path.partition(".")[0] for path in paths} == set(stated_keys(stated(Document)))


NAMES = {"name", "action", "when", "kind", "role"}
"""What a thing keeps while everything else about it changes."""


@pytest.mark.parametrize("path", ["time_limit", "fees", "dossier.common", "steps", "results", "authority"])
def test_keys_that_change_together_are_all_told(path: str) -> None:
    said = everything_said(field_changes(stated(Document), with_all_of(stated(Document), path.split("."))))
    for changed, new, _ in CASES:
        prefix, _, name = changed.rpartition(".")
        if prefix == path and name not in NAMES and not isinstance(new, StrEnum):
            assert words_of(new) in said, changed


def with_all_of(value: Any, path: list[str]) -> Any:
    """Return a value in which everything that stands at a path has changed, but for its name."""
    if isinstance(value, tuple):
        return (with_all_of(value[0], path),)
    if path:
        return value.model_copy(update={path[0]: with_all_of(getattr(value, path[0]), path[1:])})
    fields = type(value).model_fields.items()
    return value.model_copy(
        update={n: choices(f.annotation, tuple(f.metadata))[1] for n, f in fields if n not in NAMES}
    )


class LaterPaper(DossierItem):
    """A paper as a later version of the schema may have it."""

    pages: int | None = key("số trang", "Số trang.")


class LaterDocument(Document):
    """A control block with a key that nobody has words for."""

    languages: tuple[str, ...] = key("ngôn ngữ", "Ngôn ngữ dùng trong hồ sơ.", default=())


def test_a_key_that_nobody_has_words_for_is_told_by_its_title() -> None:
    before, after = LaterDocument(), LaterDocument(languages=("tiếng Việt", "tiếng Tày"))
    assert [change.sentence for change in field_changes(before, after)] == ["Thêm ngôn ngữ: tiếng Việt; tiếng Tày"]
    assert [change.sentence for change in field_changes(after, before)] == ["Bỏ ngôn ngữ: tiếng Việt; tiếng Tày"]


def test_so_is_a_key_deep_inside_that_nobody_has_words_for() -> None:
    one, other = (
        Document(dossier=Dossier.model_construct(common=(LaterPaper(name="Tờ khai", pages=pages),))) for pages in (2, 3)
    )
    assert [change.sentence for change in field_changes(one, other)] == ["Số trang của giấy tờ “Tờ khai”: 2 → 3"]
