"""Where a path leads in the schema, and what may stand there.

Reads: a type of the schema and the path of a value.
Returns: the annotation at that path; the keys or the values that it allows.
"""

from __future__ import annotations

import types
import typing
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from sotay.model.source import KeyPath


def annotation_at(annotation: Any, path: KeyPath) -> Any:
    """Follow a path through the schema and return the annotation it leads to, or None where it leads nowhere."""
    if not path:
        return annotation
    annotation = bare(annotation)
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        arguments = typing.get_args(annotation)
        return annotation_at(arguments[0], rest) if arguments else None
    if is_model(annotation):
        for name, field in annotation.model_fields.items():
            if part in (name, field.alias):
                whole = typing.Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
                return annotation_at(whole, rest)
    return None


def bare(annotation: Any) -> Any:
    """Strip Annotated and `| None` from an annotation."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return bare(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        return bare(parts[0]) if parts else None
    return annotation


def is_model(annotation: Any) -> typing.TypeGuard[type[BaseModel]]:
    """Return whether an annotation is a type with keys of its own."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def known_keys(schema: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys that a value at a path may have."""
    inner = bare(annotation_at(schema, path))
    return [field.alias or name for name, field in inner.model_fields.items()] if is_model(inner) else []


def allowed_values(schema: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the values of the closed list that stands at a path."""
    inner = bare(annotation_at(schema, path))
    return [member.value for member in inner] if isinstance(inner, type) and issubclass(inner, StrEnum) else []
