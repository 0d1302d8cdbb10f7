"""Old findings wait, new ones fail, and the list only becomes shorter."""

from __future__ import annotations

import json

import pytest

from sotay.errors import BadInput
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.usecases.baseline import baseline_of, baseline_text, compare, read_baseline, shrunk


def a_finding(fact: str = "thiếu khóa", path: str = "procedures/a.md", line: int = 1, code: str = "ST101") -> Finding:
    return Finding(
        Place(path, line), code, Severity.ERROR, Phrase(fact, fact), Phrase("7.5.2", "7.5.2"), Phrase("Thêm.", "Add.")
    )


def test_a_known_finding_waits_wherever_it_stands_in_its_file() -> None:
    compared = compare([a_finding(line=40)], baseline_of([a_finding(line=3)]))
    assert not compared.new
    assert not compared.mended
    assert len(compared.waiting) == 1


@pytest.mark.parametrize(
    "other", [a_finding("sai ngày"), a_finding(path="procedures/b.md"), a_finding(code="ST102")], ids=str
)
def test_another_fact_file_or_rule_is_new(other: Finding) -> None:
    compared = compare([other], baseline_of([a_finding()]))
    assert compared.new == (other,)
    assert [entry.path for entry in compared.mended] == ["procedures/a.md"]


def test_once_more_than_known_is_new() -> None:
    compared = compare([a_finding(line=1), a_finding(line=2), a_finding(line=3)], baseline_of([a_finding()] * 2))
    assert [finding.place.line for finding in compared.new] == [3]
    assert len(compared.waiting) == 2


def test_each_time_that_is_gone_counts() -> None:
    assert [*compare([a_finding()], baseline_of([a_finding()] * 3)).mended.values()] == [2]


def test_shrinking_never_adds() -> None:
    old = baseline_of([a_finding()] * 2)
    assert shrunk(old, [a_finding(), a_finding("sai ngày")]) == baseline_of([a_finding()])
    assert shrunk(old, [a_finding()] * 5) == old


def test_the_list_is_written_in_order_one_entry_a_line() -> None:
    text = baseline_text(baseline_of([a_finding(path="b.md"), a_finding(path="a.md"), a_finding(path="a.md", line=9)]))
    assert [line.split('"')[3] for line in text.splitlines() if "digest" in line] == ["a.md", "b.md"]
    assert json.loads(text)["findings"][0]["count"] == 2
    assert baseline_text(baseline_of([])) == '{\n  "format": "sotay-baseline",\n  "version": 1,\n  "findings": []\n}\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "không phải là JSON"),
        ("{", "không phải là JSON"),
        ("[" * 100_000, "không phải là JSON"),
        ("[]", "không phải là danh sách chờ của sotay"),
        ('{"findings": []}', "không phải là danh sách chờ của sotay"),
        ('{"format": "sotay-baseline", "version": 2, "findings": []}', "thuộc phiên bản khác"),
        ('{"format": "sotay-baseline", "version": 1, "findings": {}}', "có mục bị hỏng"),
        ('{"format": "sotay-baseline", "version": 1, "findings": [1]}', "có mục bị hỏng"),
        (
            '{"format": "sotay-baseline", "version": 1, "findings": [{"path": "a", "code": "b", "digest": "c", "count": true}]}',
            "có mục bị hỏng",
        ),
        (
            '{"format": "sotay-baseline", "version": 1, "findings": [{"path": "a", "code": "b", "digest": "c", "count": 0}]}',
            "có mục bị hỏng",
        ),
    ],
)
def test_a_damaged_or_foreign_list_is_refused_with_a_remedy(text: str, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_baseline("loi-cu.json", text)
    assert f"loi-cu.json: {why}" in refused.value.vi
    assert "--update-baseline" in refused.value.vi
    assert "--update-baseline" in refused.value.en


def test_a_count_beyond_all_measure_costs_nothing() -> None:
    (entry,) = baseline_of([a_finding()])
    assert compare([a_finding()], {entry: 10**15}).mended == {entry: 10**15 - 1}


def test_half_a_letter_is_damage() -> None:
    entry = '{"path": "\\ud800", "code": "ST101", "digest": "0", "count": 1}'
    with pytest.raises(BadInput, match="có mục bị hỏng"):
        read_baseline("x.json", f'{{"format": "sotay-baseline", "version": 1, "findings": [{entry}]}}')
