"""The schema of each kind of file as JSON Schema 2020-12, for editors and other programs, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DecimalSchema

from sotay.model.agency import Agency
from sotay.model.body import BodyRegister
from sotay.model.calendar import Calendar
from sotay.model.catalogue import FieldCatalogue, LifeEventCatalogue, TemplateCatalogue
from sotay.model.commune import CommuneRegister
from sotay.model.decision import Decision
from sotay.model.document import Document, DocumentKind
from sotay.model.glossary import Glossary
from sotay.model.legal import LegalRegister
from sotay.model.page import PageMatter
from sotay.model.province import ProvinceSettings
from sotay.model.record import Record
from sotay.model.schema import Value
from sotay.rendering.schema_words import CHOICES, VALUES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_APPROVAL = ("decision", "approved_date", "effective_date")
"""What a draft does not state, and an issued document states together."""


@dataclass(frozen=True)
class Kind:
    """A kind of file that has a schema."""

    value: type[Value]
    """What such a file says."""
    files: str
    """Where such files lie in the repository; one star is any name."""


KINDS: Final[Mapping[str, Kind]] = {
    "document": Kind(Document, "procedures/**/*.md, sites/*/docs/*.md"),
    "page": Kind(PageMatter, "sites/portal/docs/*.md"),
    "agency": Kind(Agency, "sites/*/agency.yml"),
    "decision": Kind(Decision, "sites/*/decisions/*.yml"),
    "record": Kind(Record, "sites/*/records/**/*.md"),
    "province": Kind(ProvinceSettings, "sites/province.yml"),
    "calendar": Kind(Calendar, "sites/calendar.yml"),
    "bodies": Kind(BodyRegister, "sites/bodies.yml"),
    "communes": Kind(CommuneRegister, "sites/communes.yml"),
    "fields": Kind(FieldCatalogue, "procedures/fields.yml"),
    "glossary": Kind(Glossary, "procedures/glossary.yml"),
    "life-events": Kind(LifeEventCatalogue, "procedures/life-events.yml"),
    "legal": Kind(LegalRegister, "procedures/legal.yml"),
    "templates": Kind(TemplateCatalogue, "procedures/templates.yml"),
}
"""Every kind, by the name that `sotay schema --kind` takes."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file."""
    value = KINDS[kind].value
    told = told_schema(value, VALUES, CHOICES)
    if value is Document:
        stated = value.model_json_schema(schema_generator=_Generator)["properties"]
        rules = {"dependentRequired": _together(_APPROVAL), "allOf": [_of_kind(stated, kind) for kind in DocumentKind]}
        told = {key: content for key, content in told.items() if key != "$defs"} | rules | {"$defs": told["$defs"]}
    return told


def told_schema(
    value: type[Value],
    values: Mapping[type[Value], tuple[str, str]],
    choices: Mapping[type[StrEnum], tuple[str, Mapping[Any, str]]],
) -> dict[str, Any]:
    """Return the schema of a class, with the words for it and for all that it is made of."""
    words = _Words(
        {known.__name__: stated for known, stated in values.items()},
        {known.__name__: stated for known, stated in choices.items()},
    )
    schema = value.model_json_schema(schema_generator=_Generator)
    definitions = {name: words.told(name, content) for name, content in schema.pop("$defs", {}).items()}
    told = words.told(value.__name__, schema)
    return {"$schema": DIALECT, **told} | ({"$defs": definitions} if definitions else {})


class _Generator(GenerateJsonSchema):
    """Numbers are numbers; pydantic would also allow them to be written as text."""

    def decimal_schema(self, schema: DecimalSchema) -> dict[str, Any]:
        content: dict[str, Any] = {"type": "number"}
        self.update_with_validations(content, schema, self.ValidationsMapping.numeric)
        return content


@dataclass(frozen=True, slots=True)
class _Words:
    """The words for types, by the names of their classes."""

    values: Mapping[str, tuple[str, str]]
    choices: Mapping[str, tuple[str, Mapping[Any, str]]]

    def told(self, name: str, content: dict[str, Any]) -> dict[str, Any]:
        """Give a type its Vietnamese title and description, and mark what only this product understands by `x-`."""
        if "enum" in content:
            return self._told_choice(name, content)
        title, description = self.values[name]
        properties = {key: _own_marks(stated) for key, stated in content.get("properties", {}).items()}
        return content | {"title": title, "description": description, "properties": properties}

    def _told_choice(self, name: str, content: dict[str, Any]) -> dict[str, Any]:
        title, meanings = self.choices[name]
        by_value = {str(member): meaning for member, meaning in meanings.items()}
        described = [by_value[value] for value in content["enum"]]
        listed = "; ".join(f"{value}: {by_value[value]}" for value in content["enum"])
        return content | {"title": title, "description": f"{listed}.", "enumDescriptions": described}


def _own_marks(stated: dict[str, Any]) -> dict[str, Any]:
    marks = {"required_for": "x-required-for", "only_for": "x-only-for", "editorial": "x-editorial"}
    kept = {marks.get(key, key): value for key, value in stated.items() if value is not None or key != "default"}
    return {key: value for key, value in kept.items() if not (key.startswith("x-") and not value)}


def _together(keys: tuple[str, ...]) -> dict[str, list[str]]:
    return {key: [other for other in keys if other != key] for key in keys}


def _of_kind(properties: dict[str, Any], kind: DocumentKind) -> dict[str, Any]:
    """Which keys a kind of document must have, and may not have."""
    stated = properties.items()
    required = [key for key, s in stated if {"*", kind} & {*s["required_for"]} and key not in _APPROVAL]
    others = {key: False for key, s in stated if s["only_for"] and kind not in s["only_for"]}
    condition = {"properties": {"kind": {"const": str(kind)}}, "required": ["kind"]}
    return {"if": condition, "then": {"required": required} | ({"properties": others} if others else {})}
