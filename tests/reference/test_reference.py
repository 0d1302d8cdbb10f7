"""The reference pages are those of the program as it is."""

from __future__ import annotations

import pytest

from sotay.cli.main import cli
from sotay.rendering.rule_text import rule_book
from sotay.rules.catalogue import RULES
from tests.support.command import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_the_rule_book_is_current() -> None:
    written = (REPOSITORY / "docs/rules.md").read_text(encoding="utf-8")
    assert written == rule_book(RULES), "run: sotay rule --markdown > docs/rules.md"


def test_a_code_names_one_rule() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks_both_languages(rule: object) -> None:
    for name in ("title", "fact", "basis", "remedy"):
        phrase = getattr(rule, name)
        assert phrase.vi
        assert phrase.en


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_readme_and_has_an_example(name: str) -> None:
    assert f"sotay {name}" in README
    assert "Ví dụ" in (cli.commands[name].help or "") or hasattr(cli.commands[name], "commands")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_has_a_help_text(name: str) -> None:
    command = cli.commands[name]
    for parameter in command.params:
        assert parameter.param_type_name == "argument" or parameter.help, parameter.name  # type: ignore[attr-defined]
