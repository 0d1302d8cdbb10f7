"""Edits of YAML: where scalars stand, quotes, the order of keys; the rest of the file is not touched."""

from __future__ import annotations

import pytest

from sotay.markup.key_order import first_out_of_order, key_order_edits
from sotay.markup.mend_yaml import parts_of, quoting_edits, same_saying
from sotay.markup.yaml_places import placed_scalars
from sotay.markup.yaml_values import read_yaml
from sotay.model.source import Problem, ProblemKind
from sotay.text.mending import apply_edits


def ordered(yaml: str) -> str:
    return apply_edits(yaml, key_order_edits(yaml))


def test_every_scalar_is_found_where_it_stands() -> None:
    yaml = "tên: Đăng ký  # ghi chú\r\nmục:\r\n  - [8.1, '8.2']\r\n"
    found = [(s.path, yaml[s.start : s.end]) for s in placed_scalars(yaml) or () if not s.is_key]
    assert found == [(("tên",), "Đăng ký"), (("mục", 0, 0), "8.1"), (("mục", 0, 1), "'8.2'")]


@pytest.mark.parametrize("yaml", ["a: [", "? [a]\n: b", "a: &x b\nc: *x", "a: b\n---\n  :", "[" * 60 + "]" * 60])
def test_what_is_not_plain_yaml_has_no_places(yaml: str) -> None:
    assert placed_scalars(yaml) is None


def test_only_the_value_that_reading_refused_is_quoted() -> None:
    text = "---\na: {amount: 5, title: 5}\nb: 5\n---\n"
    problem = Problem(ProblemKind.UNQUOTED, 2, {"key": "a.title", "value": "5"})
    assert apply_edits(text, quoting_edits("x.md", text, [problem])) == text.replace("title: 5", 'title: "5"')


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("a: x", "a: 'x'", True),
        ("a: x\nb: y", "b: y\na: x", True),
        ("ti\u200btle: \u00d0ơn", "title: Đơn", True),
        ("a: x\u00a0# y", "a: x # y", False),
        ("- a:\u00a0b", "- a: b", False),
        ("a: x", "a: x\nb: y", False),
        ("a: [", "a: x", True),
        ("a: x", "a: [", False),
    ],
)
def test_what_a_file_says_may_change_in_spelling_only(before: str, after: str, same: bool) -> None:
    assert same_saying("x.yml", before)(after) is same


def test_a_file_is_split_at_its_front_matter_whatever_its_line_ends() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["---", "a: b", "---", "Chữ"])
        parts = parts_of("x.md", text)
        assert text[parts.yaml_start :].startswith(f"a: b{end}---")
        assert text[parts.body_start :] == parts.body == "Chữ"
    assert parts_of("x.md", "Chữ").body_start == 0


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: b\ncode: a\n", "code: a\ntitle: b\n"),
        ("code: a\ntitle: b\n", "code: a\ntitle: b\n"),
        ("# về b\ntitle: b\n# về a\ncode: a\n", "# về a\ncode: a\n# về b\ntitle: b\n"),
        ("# đầu\n\ntitle: b\ncode: a\n# cuối\n", "# đầu\n\ncode: a\ntitle: b\n# cuối\n"),
        ("title: |\n  x\n\n  y\n\ncode: a\n", "code: a\ntitle: |\n  x\n\n  y\n\n"),
        ('title: "x\n# y"\ncode: a\n', 'code: a\ntitle: "x\n# y"\n'),
        ("keywords:\n- x\n- y\ncode: a\n", "code: a\nkeywords:\n- x\n- y\n"),
        ("fees: []\ntime_limit: x\nchannels: []\n", "fees: []\ntime_limit: x\nchannels: []\n"),
        ("retention: x\nvalid_to: y\n", "retention: x\nvalid_to: y\n"),
    ],
)
def test_keys_move_with_what_belongs_to_them(yaml: str, expected: str) -> None:
    assert ordered(yaml) == expected


@pytest.mark.parametrize(
    "yaml", ["{title: b, code: a}\n", "title: b\nlạ: c\ncode: a\n", "title: b\ncode: a", "title: ["]
)
def test_keys_that_cannot_be_told_apart_stay(yaml: str) -> None:
    assert ordered(yaml) == yaml


def test_the_first_key_out_of_order_is_named_with_the_one_it_belongs_before() -> None:
    assert first_out_of_order(["code", "owner", "keywords", "title"]) == ("title", "owner")
    assert first_out_of_order(["code", "title", "lạ", "owner"]) is None


def test_moving_keys_changes_no_value() -> None:
    yaml = "steps:\n  - role: x\n\n# chú ý\ntitle: |+\n  a\n\ncode: b\n"
    assert read_yaml(ordered(yaml)).value == read_yaml(yaml).value
