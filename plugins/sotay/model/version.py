"""The version of a controlled document: lần ban hành and lần sửa đổi."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

_FORM = re.compile(r"([1-9]\d?)\.(0|[1-9]\d?)")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Issue and amendment, ordered: 2.1 is the first amendment of the second issue."""

    issue: int
    """Lần ban hành, from 1."""
    amendment: int = 0
    """Lần sửa đổi within the issue, from 0."""

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read `"2.1"`; raises ValueError for any other form."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.issue}.{self.amendment}"


def _as_version(value: object) -> Version:
    if isinstance(value, Version):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "must be quoted")
    try:
        return Version.parse(value)
    except ValueError:
        raise PydanticCustomError("wrong_form", "wrong form", {"example": '"2.1"'}) from None


VersionKey = Annotated[
    Version,
    BeforeValidator(_as_version),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_FORM.pattern}$"}),
]
"""A version as a key of a file: quoted `"<issue>.<amendment>"`."""
