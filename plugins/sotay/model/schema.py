"""The building blocks of the one schema: strict scalars, and what each key means.

Reads: values that YAML reading produced.
Returns: frozen pydantic values; every refusal carries a type that `markup.conform` can put into words.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    StrictInt,
    WithJsonSchema,
)
from pydantic.config import JsonDict
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
DECISION_NUMBER = re.compile(r"\d+[a-z]?/QĐ-[A-ZĐ0-9&-]+")
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category of Unicode that are drawn as a blank."""


class Value(BaseModel):
    """A frozen value read from a file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


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


class Pattern:
    """Wants a text of the given form; `example` goes into the message and into the schema for editors."""

    def __init__(self, expression: str, example: str) -> None:
        self.expression = re.compile(expression)
        self.example = example

    def check(self, value: object) -> object:
        """Return a text that has the form, and anything that is no text; raises for a text of another form."""
        if isinstance(value, str) and not self.expression.fullmatch(value):
            raise PydanticCustomError("wrong_form", "wrong form", {"example": self.example})
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^(?:{self.expression.pattern})$", "examples": [self.example]}


class _SaysSomething:
    """Wants a text of which something is left when blanks, marks without a letter and unseen characters are gone."""

    def check(self, value: object) -> object:
        """Return a text that says something, and anything that is no text; raises for a text that says nothing."""
        if isinstance(value, str) and not any(_is_seen(letter) for letter in value):
            raise PydanticCustomError("blank_text", "nothing to be seen")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": r"\S"}


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNPS" and letter not in _FILLERS


Date = Annotated[date, BeforeValidator(_as_date)]
"""A calendar day, written `2026-07-01`."""

Number = Annotated[Decimal, BeforeValidator(_as_number)]
"""A whole or decimal number, written without quotes."""

Whole = StrictInt
"""A whole number, written without quotes."""

Flag = StrictBool
"""`true` or `false`."""

DocumentCode = Annotated[str, Pattern(r"[A-Z]{2,5}(-[A-Z0-9]{1,10}){1,4}", "QT-HT-01")]
"""A document code: capital letters and digits in groups joined by hyphens, safe as a file name."""

NationalCode = Annotated[str, Pattern(r"\d\.\d{6}", "1.001193")]
"""The code of an administrative procedure in the national database (mã TTHC)."""

Identifier = Annotated[str, Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "chu-thuong-khong-dau")]
"""An id: small letters without diacritics, digits and hyphens, safe in addresses."""

Symbol = Annotated[str, Pattern(r"[A-Z][A-Z0-9]{1,9}", "STP")]
"""The short name of an agency or field within document codes: capital letters and digits."""

RuleCode = Annotated[str, Pattern(r"ST\d{3}", "ST504")]
"""The code of a rule."""

DecisionNumber = Annotated[str, Pattern(DECISION_NUMBER.pattern, "45/QĐ-STP")]
"""The number and symbol of an agency's own decision."""

Currency = Annotated[str, Pattern(r"[A-Z]{3}", "VND")]
"""A currency by its three letters (ISO 4217)."""

ClockTime = Annotated[str, Pattern(r"([01]\d|2[0-3]):[0-5]\d", "15:00")]
"""A time of day, written `"15:00"`."""

Text = Annotated[str, _SaysSomething()]
"""A text that says something: what a page shows of it can be seen."""

Texts = Annotated[
    tuple[str, ...],
    BeforeValidator(lambda value: (value,) if isinstance(value, str) else value),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One text, or a list of texts."""

Sha256 = Annotated[str, Pattern(r"sha256:[0-9a-f]{64}", "sha256:9f86d0…")]
"""A SHA-256 digest with its prefix."""
