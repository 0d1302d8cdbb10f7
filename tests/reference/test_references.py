"""Nothing that can be typed is missing from the reference pages, and the pages are those of the program as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
import pytest

from sotay.cli.command_reference import command_reference
from sotay.cli.main import cli
from sotay.rendering.findings.format import Format
from sotay.rendering.json_schema import KINDS, json_schema
from sotay.rendering.key_reference import key_reference
from sotay.rendering.open_data.schemas import DATA_KINDS, schema_text
from sotay.rules.catalogue import RULES
from tests.support.command import REPOSITORY

DOCS = REPOSITORY / "docs"
STALE = "run scripts/reference"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def commands(group: click.Group, context: click.Context) -> Iterator[tuple[click.Context, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        inner = click.Context(command, info_name=name, parent=context)
        yield inner, command
        if isinstance(command, click.Group):
            yield from commands(command, inner)


COMMANDS = list(commands(cli, click.Context(cli, info_name="sotay", **cli.context_settings)))


def section(text: str, heading: str) -> str:
    """The part of a page under a heading, up to the next one."""
    assert f"{heading}\n" in text, heading
    return text.partition(f"{heading}\n")[2].partition("\n## ")[0]


def test_the_pages_are_current() -> None:
    assert page("keys.md") == key_reference(), STALE
    assert page("commands.md") == command_reference(cli), STALE


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_current(kind: str) -> None:
    assert json.loads(page(f"schema/{kind}.json")) == json_schema(kind), STALE


@pytest.mark.parametrize("kind", DATA_KINDS)
def test_the_schemas_of_the_open_data_are_current(kind: str) -> None:
    assert page(f"schema/{kind}.json") == schema_text(kind), STALE


def test_there_is_no_schema_of_something_else() -> None:
    files = {path.name for path in (DOCS / "schema").iterdir()}
    assert files == {f"{kind}.json" for kind in (*KINDS, *DATA_KINDS)} | {"redline.schema.json"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_on_its_page(rule: object) -> None:
    assert f"\n| {rule.code} |" in page("rules.md"), STALE  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_on_its_page(kind: str) -> None:
    schema = json_schema(kind)
    for content in [schema, *schema.get("$defs", {}).values()]:
        part = section(page("keys.md").replace("\n### ", "\n## "), f"\n## {content['title']}")
        for key, stated in content.get("properties", {}).items():
            assert f"\n| `{key}`" in part, key
            assert stated["description"] in part, key
        for value in content.get("enum", ()):
            assert f"\n| `{value}` |" in part, value


@pytest.mark.parametrize(("context", "command"), COMMANDS, ids=[context.command_path for context, _ in COMMANDS])
def test_every_command_and_option_is_on_its_page(context: click.Context, command: click.Command) -> None:
    part = section(page("commands.md"), f"\n## `{context.command_path}`")
    assert "Ví dụ:" in part
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):
            assert f"\n| `{', '.join(parameter.opts)}" in part, parameter.name
            assert " ".join((parameter.help or "?").split()) in part, parameter.name


@pytest.mark.parametrize("form", Format)
def test_every_form_of_output_is_explained_in_the_guide(form: Format) -> None:
    assert f"`{form.value}`" in page("kiem-tra.md")
