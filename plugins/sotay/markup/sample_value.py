"""A value that would do where another was refused, as it is typed.

Reads: a type of the schema, the path of the refused value, and that value.
Returns: one line of YAML: a text, a number, a list in brackets or keys in braces.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel

from sotay.markup.schema_path import annotation_at, bare, is_model
from sotay.model.schema import Pattern
from sotay.model.source import KeyPath
from sotay.model.version import Version
from sotay.text.ssh_keys import private_key_line

_OF_TYPE: Final[Mapping[Any, str]] = {
    int: "1",
    Decimal: "5",
    bool: "true",
    date: "2026-07-01",
    Version: '"1.0"',
}
_A_TEXT = "nội dung"
_LONGEST = 80
_TO_QUOTE = re.compile(r"[\d.]+|.*[,:#\[\]{}\"'].*")


def sample_at(schema: type[BaseModel], path: KeyPath, refused: object = None) -> str:
    """Return a value that would do at a path; the first text of a list where one text was wanted."""
    annotation = annotation_at(schema, path)
    said = next(_texts(refused), None) if bare(annotation) is str else None
    return _quoted(said) if said else _sample(annotation, _title(schema, path))


def _texts(refused: object) -> Iterator[str]:
    items = refused if isinstance(refused, list) else ()
    return (item for item in items if isinstance(item, str) and _can_be_repeated(item))


def _can_be_repeated(text: str) -> bool:
    """Whether a message can show a text whole: it is short, can be seen, and gives away no secret."""
    return text.isprintable() and 0 < len(text.strip()) <= _LONGEST and not private_key_line(text)


def _title(schema: type[BaseModel], path: KeyPath) -> str:
    """What a key is called, which stands for its text."""
    keys = path
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    model = bare(annotation_at(schema, keys[:-1]))
    if not keys or not is_model(model):
        return _A_TEXT
    named = (field.title for name, field in model.model_fields.items() if keys[-1] in (name, field.alias))
    return next(named, None) or _A_TEXT


def _sample(annotation: Any, title: str) -> str:
    pattern = _pattern(annotation)
    inner = bare(annotation)
    origin = typing.get_origin(inner)
    if pattern:
        return _quoted(pattern.example)
    if is_model(inner):
        return "{" + ", ".join(_pairs(inner)) + "}"
    if origin is tuple:
        return f"[{_sample(typing.get_args(inner)[0], title)}]"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "{ten: " + _A_TEXT + "}"
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return next(iter(inner)).value
    return _OF_TYPE.get(inner) or _quoted(title)


def _pairs(model: type[BaseModel]) -> Iterator[str]:
    """The keys that must be there, or the first where none must, each with a value."""
    must = [name for name, field in model.model_fields.items() if field.is_required()]
    for name in must or list(model.model_fields)[:1]:
        key = model.model_fields[name].alias or name
        yield f"{key}: {sample_at(model, (name,))}"


def _pattern(annotation: Any) -> Pattern | None:
    """The form that a text must have, also where it may be absent."""
    arguments = typing.get_args(annotation)
    found = next((argument for argument in arguments if isinstance(argument, Pattern)), None)
    inner = (argument for argument in arguments if typing.get_origin(argument) is typing.Annotated)
    return found or next(filter(None, map(_pattern, inner)), None) if bare(annotation) is str else None


def _quoted(text: str) -> str:
    return f'"{text}"' if _TO_QUOTE.fullmatch(text) and '"' not in text else text
