"""`sotay schema`, and what `sotay rule` says of a rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sotay.rendering.json_schema import KINDS, json_schema
from sotay.rendering.key_reference import key_reference
from tests.support.command import sotay


def test_without_options_it_lists_the_kinds(tmp_path: Path) -> None:
    lines = sotay("schema", cwd=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(KINDS)
    assert "sites/*/agency.yml" in lines[2]


def test_a_schema_is_printed_or_written(tmp_path: Path) -> None:
    assert json.loads(sotay("schema", "--kind", "agency", cwd=tmp_path).stdout) == json_schema("agency")
    done = sotay("schema", "--out", "luoc-do/json", cwd=tmp_path)
    assert done.stdout == f"Đã ghi {len(KINDS)} lược đồ vào luoc-do/json.\n"
    assert {path.stem for path in (tmp_path / "luoc-do/json").iterdir()} == KINDS.keys()
    sotay("schema", "--kind", "decision", "--out", "mot", cwd=tmp_path)
    assert [path.name for path in (tmp_path / "mot").iterdir()] == ["decision.json"]


def test_the_reference_of_keys_is_printed(tmp_path: Path) -> None:
    assert sotay("schema", "--markdown", cwd=tmp_path).stdout == key_reference()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "agencies"), "chọn một trong document, page, agency"),
        (("--markdown", "--kind", "agency"), "--markdown không dùng cùng"),
        (("--out", "tep/ben-trong"), "không ghi được vào tep/ben-trong"),
    ],
)
def test_a_wrong_command_line_is_explained(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    done = sotay("schema", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("code", "said", "said_in_english"),
    [
        ("ST204", "Tỉnh: chỉ được nâng mức", "Province: may only raise it"),
        ("ST407", "Tỉnh: được nâng, hạ mức, gia hạn", "Province: may raise or lower it"),
        ("ST116", "Tỉnh: được nâng mức và miễn tài liệu cũ", "Province: may raise it and spare older documents"),
    ],
)
def test_a_rule_says_whether_the_province_may_change_it(
    tmp_path: Path, code: str, said: str, said_in_english: str
) -> None:
    assert said in sotay("rule", code, cwd=tmp_path).stdout
    assert said_in_english in sotay("rule", code, "--lang", "en", cwd=tmp_path).stdout
