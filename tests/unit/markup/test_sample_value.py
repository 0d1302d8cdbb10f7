"""For every key there is a value that would do, and the schema takes it."""

from __future__ import annotations

import pytest

from sotay.markup.conform import conform
from sotay.markup.sample_value import sample_at
from sotay.markup.yaml_values import read_yaml
from sotay.model.agency import Agency
from sotay.model.calendar import Calendar
from sotay.model.catalogue import FieldCatalogue, LifeEventCatalogue, TemplateCatalogue
from sotay.model.commune import CommuneRegister
from sotay.model.decision import Decision
from sotay.model.document import Document
from sotay.model.glossary import Glossary
from sotay.model.legal import LegalRegister
from sotay.model.province import ProvinceSettings
from sotay.model.record import Record
from sotay.model.schema import Value
from sotay.model.source import ProblemKind

SCHEMAS: tuple[type[Value], ...] = (
    Agency, Calendar, CommuneRegister, Decision, Document, FieldCatalogue, Glossary, LegalRegister,
    LifeEventCatalogue, ProvinceSettings, Record, TemplateCatalogue,
)  # fmt: skip
KEYS = [(schema, name, field.alias or name) for schema in SCHEMAS for name, field in schema.model_fields.items()]


@pytest.mark.parametrize(("schema", "name", "key"), KEYS)
def test_the_sample_of_a_key_is_taken_by_the_schema(schema: type[Value], name: str, key: str) -> None:
    line = f"{key}: {sample_at(schema, (name,))}\n"
    told = [p for p in conform(schema, read_yaml(line)).problems if p.kind is not ProblemKind.MISSING]
    # A digest is too long to be told whole.
    told = [problem for problem in told if not problem.facts["value"].endswith("…")]
    assert told == [], line


def test_a_text_that_was_put_into_a_list_is_taken_out_of_it() -> None:
    assert sample_at(Document, ("title",), ["Đăng ký khai sinh"]) == "Đăng ký khai sinh"
    assert sample_at(Document, ("title",), ["Khai sinh: lại"]) == '"Khai sinh: lại"'


@pytest.mark.parametrize(
    "refused", [[], [5], ["\u202e"], ["x" * 81], ["-----BEGIN OPENSSH PRIVATE KEY-----"], {"a": "b"}]
)
def test_what_should_not_be_repeated_is_not(refused: object) -> None:
    assert sample_at(Document, ("title",), refused) == "tên"
