"""The building blocks of the one schema: strict scalars, and what each key means.

Reads: values that YAML reading produced.
Returns: frozen pydantic values; every refusal carries a type that `markup.conform` can put into words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
DECISION_NUMBER = re.compile(r"\d+[a-z]?/QĐ-[A-ZĐ0-9&-]+")


class Value(BaseModel):
    """A frozen value read from a file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def key(
    title: str,
    description: str,
    *,
    required: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    editorial: bool = False,
    default: Any = None,
) -> Any:
    """Declare an optional key: Vietnamese title, meaning, and the kinds of document that must or may have it.

    `required` names the kinds that must state it (`"*"` for all), `kinds` those that may (empty for all).
    An editorial key is outside the fingerprint.
    """
    extra: JsonDict = {"required_for": list(required), "only_for": list(kinds), "editorial": editorial}
    return Field(default=default, title=title, description=description, json_schema_extra=extra)


def _as_date(value: object) -> date:
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("impossible_date", "no such day") from None
    raise PydanticCustomError("not_a_date", "not an ISO date")


def _as_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError("not_a_number", "not a number")
    return Decimal(value)


def pattern(expression: str, example: str) -> Callable[[object], object]:
    """Return a validator that wants a text of the given form; `example` goes into the message."""
    compiled = re.compile(expression)

    def check(value: object) -> object:
        if isinstance(value, str) and not compiled.fullmatch(value):
            raise PydanticCustomError("wrong_form", "wrong form", {"example": example})
        return value

    return check


Date = Annotated[date, BeforeValidator(_as_date)]
"""A calendar day, written `2026-07-01`."""

Number = Annotated[Decimal, BeforeValidator(_as_number)]
"""A whole or decimal number, written without quotes."""

Whole = StrictInt
"""A whole number, written without quotes."""

Flag = StrictBool
"""`true` or `false`."""

DocumentCode = Annotated[str, BeforeValidator(pattern(r"[A-Z]{2,5}(-[A-Z0-9]{1,10}){1,4}", "QT-HT-01"))]
"""A document code: capital letters and digits in groups joined by hyphens, safe as a file name."""

NationalCode = Annotated[str, BeforeValidator(pattern(r"\d\.\d{6}", "1.001193"))]
"""The code of an administrative procedure in the national database (mã TTHC)."""

Identifier = Annotated[str, BeforeValidator(pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "phuong-dong-kinh"))]
"""An id: small letters without diacritics, digits and hyphens, safe in addresses."""

DecisionNumber = Annotated[str, BeforeValidator(pattern(DECISION_NUMBER.pattern, "45/QĐ-STP"))]
"""The number and symbol of an agency's own decision."""

Currency = Annotated[str, BeforeValidator(pattern(r"[A-Z]{3}", "VND"))]
"""A currency by its three letters (ISO 4217)."""

ClockTime = Annotated[str, BeforeValidator(pattern(r"([01]\d|2[0-3]):[0-5]\d", "15:00"))]
"""A time of day, written `"15:00"`."""

Texts = Annotated[tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
"""One text, or a list of texts."""

Sha256 = Annotated[str, BeforeValidator(pattern(r"sha256:[0-9a-f]{64}", "sha256:9f86d0…"))]
"""A SHA-256 digest with its prefix."""
