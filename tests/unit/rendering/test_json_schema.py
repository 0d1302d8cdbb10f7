"""The schema for editors accepts what is accepted, refuses what is refused, and speaks Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from sotay.markup.front_matter import split_front_matter
from sotay.markup.yaml_values import read_yaml
from sotay.model.document import Document
from sotay.rendering.json_schema import KINDS, json_schema
from sotay.rendering.schema_words import CHOICES, VALUES
from tests.support.command import REPOSITORY
from tests.support.rule_examples import base_texts


def validator(kind: str) -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(json_schema(kind), format_checker=checker)


def yaml(text: str) -> Any:
    """Plain YAML 1.2 with days as text, as editors read it."""
    reader = YAML(typ="safe", pure=True)
    reader.resolver.versioned_resolver  # noqa: B018 - makes the table of the version
    reader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))
    return reader.load(text)


def front_matter(path: Path) -> str:
    parts = split_front_matter(path.read_text(encoding="utf-8"))
    assert parts, path
    return parts.yaml


def files_of(kind: str) -> Iterator[Path]:
    for pattern in KINDS[kind].files.split(", "):
        yield from (p for p in REPOSITORY.glob(pattern) if kind != "document" or "portal" not in p.parts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_and_key_has_a_vietnamese_title_and_description(kind: str) -> None:
    schema = json_schema(kind)
    own_words = {words[0] for words in VALUES.values()} | {title for title, _ in CHOICES.values()}
    for content in [schema, *schema.get("$defs", {}).values()]:
        assert content["title"] in own_words
        assert content["description"].endswith(".")
        for name, stated in content.get("properties", {}).items():
            assert stated["title"], name
            assert stated["title"].lower() != name.replace("_", " ").lower(), name
            assert stated["description"], name


def test_no_two_types_have_one_name() -> None:
    titles = [words[0] for words in VALUES.values()] + [title for title, _ in CHOICES.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_value_of_a_closed_list_has_a_meaning(choice: Any) -> None:
    assert set(CHOICES[choice][1]) == set(choice)


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_refuses_unknown_keys(kind: str) -> None:
    schema = json_schema(kind)
    for content in [schema, *schema.get("$defs", {}).values()]:
        assert "enum" in content or content["additionalProperties"] is False


def test_a_text_of_a_fixed_form_says_which() -> None:
    properties = json_schema("decision")["properties"]
    assert properties["number"]["pattern"] == r"^(?:\d+[a-z]?/QĐ-[A-ZĐ0-9&-]+)$"
    assert properties["number"]["examples"] == ["45/QĐ-STP"]
    assert properties["date"]["format"] == "date"
    assert json_schema("document")["$defs"]["Duration"]["properties"]["value"]["type"] == "number"


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_of_the_reference_province_obey(kind: str) -> None:
    checked = validator(kind)
    files = list(files_of(kind))
    assert files or kind in {"bodies", "templates"}
    for path in files:
        text = front_matter(path) if path.suffix == ".md" else path.read_text(encoding="utf-8")
        errors = [f"{'.'.join(map(str, e.path))}: {e.message}" for e in checked.iter_errors(yaml(text))]
        assert errors == [], path


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("agency", "{id: so-tu-phap, name: Sở, short_name: Sở, level: province, phone: 1}", "'phone' was unexpected"),
        ("agency", "{id: Sở, name: Sở, short_name: Sở, level: province}", "does not match"),
        (
            "decision",
            "{number: 45/QĐ-STP, date: 2026-02-30, effective_date: 2026-07-01, signed_by: a, kind: issue}",
            "'date'",
        ),
        ("decision", "{number: 45/QĐ-STP, date: 2026-06-15, signed_by: a, kind: issue}", "required property"),
        ("legal", "documents: [{number: 5, title: a, issuer: b, source: c}]", "not of type 'string'"),
        ("document", "{kind: policy, steps: []}", "False schema"),
        ("document", "{kind: policy, code: CS-01}", "'title' is a required property"),
        ("document", "{kind: procedures}", "is not one of"),
        ("document", "{decision: 45/QĐ-STP}", "'approved_date' is a dependency"),
    ],
)
def test_what_reading_refuses_is_refused(kind: str, text: str, said: str) -> None:
    messages = [error.message for error in _leaves(validator(kind).iter_errors(yaml(text)))]
    assert any(said in message for message in messages), messages


def _leaves(errors: Any) -> Iterator[Any]:
    for error in errors:
        yield from [error, *_leaves(error.context)]


def test_the_documents_under_the_examples_obey_as_this_program_reads_them() -> None:
    checked = validator("document")
    for path, text in base_texts().items():
        parts = split_front_matter(text)
        if path.startswith("procedures/") and parts:
            value = json.loads(json.dumps(read_yaml(parts.yaml).value, default=float))
            assert list(checked.iter_errors(value)) == [], path
            Document.model_validate(read_yaml(parts.yaml).value)
