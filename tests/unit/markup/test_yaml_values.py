"""YAML is read strictly: each trap is a problem on its line, none an exception or a silent change of value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sotay.markup.yaml_values import YamlValues, read_yaml
from sotay.model.source import ProblemKind


def problems(read: YamlValues) -> list[tuple[ProblemKind, int]]:
    return [(problem.kind, problem.line) for problem in read.problems]


def test_plain_values_have_their_types_and_lines() -> None:
    read = read_yaml("name: Sở Tư pháp\norder: 2\nvalue: 0.5\ndesk: true\nparent: null\ncode:\nlevels:\n  - commune\n")
    assert read.value == {
        "name": "Sở Tư pháp",
        "order": 2,
        "value": Decimal("0.5"),
        "desk": True,
        "parent": None,
        "code": None,
        "levels": ["commune"],
    }
    assert read.lines["value",] == 3
    assert read.lines["levels", 0] == 8
    assert read.problems == []


def test_lines_are_counted_from_where_the_text_stands_in_its_file() -> None:
    assert read_yaml("code: BM-MC-01\ntitle: Giấy hẹn\n", first_line=2).lines["title",] == 3


@pytest.mark.parametrize(
    "text",
    ["2026-07-01", "15:00", "1e5", "0o17", "0x1F", "+5", "1_000", ".5", "5.", "007", ".inf", "NaN", "TRUE", "1.2.3"],
)
def test_what_only_looks_like_a_number_or_a_truth_value_stays_the_text_it_is(text: str) -> None:
    read = read_yaml(f"value: {text}")
    assert read.value == {"value": text}
    assert read.problems == []


def test_a_version_keeps_its_digits_so_that_the_reader_can_be_told_to_quote_it() -> None:
    read = read_yaml("version: 1.10\n")
    assert read.value == {"version": Decimal("1.10")}
    assert read.raw == {("version",): "1.10"}


def test_a_quoted_version_is_a_text() -> None:
    assert read_yaml('version: "1.10"\n') == YamlValues({"version": "1.10"}, {("version",): 1}, {}, [])


@pytest.mark.parametrize("word", ["no", "NO", "yes", "Off", "on", "y", "N"])
def test_a_word_that_other_readers_take_for_true_or_false_must_be_quoted(word: str) -> None:
    read = read_yaml(f"title: Hướng dẫn\nretention: {word}\n")
    assert problems(read) == [(ProblemKind.UNQUOTED, 2)]
    assert read.problems[0].facts == {"key": "retention", "value": word}


def test_a_trap_inside_a_list_is_named_by_its_place_in_the_list() -> None:
    read = read_yaml("steps:\n  - role: mot-cua\n    forms: [BM-MC-01, no]\n")
    assert read.problems[0].facts == {"key": "steps.1.forms.2", "value": "no"}


def test_a_quoted_no_is_an_ordinary_text() -> None:
    assert read_yaml("keywords: ['no', \"y\"]\n").problems == []


def test_of_a_key_that_stands_twice_the_first_value_counts_and_the_second_is_reported() -> None:
    read = read_yaml("code: A\ntitle: B\ncode: C\n")
    assert read.value == {"code": "A", "title": "B"}
    assert problems(read) == [(ProblemKind.DUPLICATE_KEY, 3)]
    assert read.problems[0].facts == {"key": "code", "first": "1"}


def test_what_stands_under_a_double_key_does_not_disturb_the_rest() -> None:
    read = read_yaml("fees:\n  - amount: 0\nfees:\n  - amount: 8000\n    unit: bản\ntitle: Trích lục\n")
    assert read.value == {"fees": [{"amount": 0}], "title": "Trích lục"}
    assert problems(read) == [(ProblemKind.DUPLICATE_KEY, 3)]


def test_a_double_key_is_named_by_its_whole_way() -> None:
    read = read_yaml("time_limit:\n  value: 3\n  value: 5\n")
    assert read.problems[0].facts == {"key": "time_limit.value", "first": "2"}


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("a: &goc 1\n", "&goc"),
        ("a: !!str 1.0\n", "!!str"),
        ("a: !python/object:os.system ls\n", "!python/object:os.system"),
        ("a: *goc\n", "*goc"),
        ("a: 1\n---\nb: 2\n", "---"),
    ],
)
def test_anchors_aliases_tags_and_second_documents_are_refused(text: str, feature: str) -> None:
    read = read_yaml(text)
    assert [(p.kind, p.facts["feature"]) for p in read.problems] == [(ProblemKind.YAML_FEATURE, feature)]


def test_a_tag_is_never_obeyed() -> None:
    assert read_yaml("a: !!python/object/apply:os.getcwd []\n").value == {"a": []}


def test_aliases_that_would_grow_without_bound_stay_empty() -> None:
    levels = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    read = read_yaml("\n".join(levels))
    assert read.value["a29"] == [None, None]
    assert {kind for kind, _ in problems(read)} == {ProblemKind.YAML_FEATURE}


@pytest.mark.parametrize("text", ["[" * 20000, "{a: " * 20000, "\n".join("  " * n + f"k{n}:" for n in range(300))])
def test_deep_nesting_is_refused_before_it_can_hurt(text: str) -> None:
    read = read_yaml(text)
    assert read.problems[-1].kind is ProblemKind.SYNTAX


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n\tb: 2\n", 2),
        ("a: b: c\n", 1),
        ("a: 'x\nb: y\n", 1),
        ("a: 1\nb\nc: 2\n", 2),
        ("a: [b\n", 1),
        ("code:QT-HT-01\ntitle: b\n", 1),
        ("a: {b: 15:00}\n", 1),
        ("a: @x\n", 1),
        ("- a\nb: c\n", 2),
        ("a: 1\nb: x\x01y\n", 2),
        ("a: 1\n\nb: \x0bmới\n", 3),
        ("%FOO x\n---\na: 1\n", 1),
        ("a: 1\n...\nb: 2\n", 3),
    ],
)
def test_a_text_that_is_no_yaml_is_a_problem_on_its_line(text: str, line: int) -> None:
    read = read_yaml(text)
    assert problems(read) == [(ProblemKind.SYNTAX, line)]
    assert read.problems[0].facts["reason"]


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "? {a: b}\n: c\nd: e\n", "*x : b\n"])
def test_a_key_that_is_no_text_is_refused(text: str) -> None:
    assert ProblemKind.SYNTAX in [kind for kind, _ in problems(read_yaml(text))]


@pytest.mark.parametrize(("text", "root"), [("", None), ("# chỉ có ghi chú\n", None), ("- a\n", ["a"]), ("a\n", "a")])
def test_a_root_that_is_no_mapping_is_handed_on_as_it_is(text: str, root: object) -> None:
    assert read_yaml(text) == YamlValues(root, read_yaml(text).lines, {}, [])


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    plain = "code: BM-MC-01\nnote: |\n  Dòng một.\n  Dòng hai.\n"
    assert read_yaml("\ufeff" + plain.replace("\n", "\r\n")) == read_yaml(plain)


def test_a_trap_that_is_the_whole_text_has_no_name() -> None:
    assert read_yaml("no\n").problems[0].facts == {"key": "", "value": "no"}


def test_half_a_letter_is_a_problem_like_any_other() -> None:
    assert problems(read_yaml("a: \ud800\n")) == [(ProblemKind.SYNTAX, 1)]


def test_a_whole_number_too_long_to_be_meant_as_one_is_a_text() -> None:
    assert read_yaml("a: 1234567890123456789012\n").value == {"a": "1234567890123456789012"}
