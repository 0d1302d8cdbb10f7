"""A draft to the text of its file: readable, and read back to the same values by every reader of YAML."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sotay.markup.front_matter import split_front_matter
from sotay.markup.yaml_values import read_yaml
from sotay.rendering.draft_markdown import draft_text
from sotay.usecases.importing.draft import Draft
from tests.support.national_records import FILES, drafted, records_of


def a_draft(values: dict[str, Any], body: str = "") -> Draft:
    return Draft("QT-X-1", "x", "X", values, body, ())


def front_of(text: str) -> str:
    parts = split_front_matter(text)
    assert parts is not None
    return parts.yaml


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_draft_reads_back_to_its_values_and_its_body(path: Any) -> None:
    for record in records_of(path):
        draft = drafted(record)
        parts = split_front_matter(draft_text(draft))
        assert parts is not None
        found = read_yaml(parts.yaml)
        assert (found.value, found.problems) == (dict(draft.values), [])
        assert parts.body.strip("\n") == draft.body


def test_the_front_matter_is_in_the_style_of_the_house() -> None:
    assert draft_text(drafted(trinh_tu_thuc_hien="Nộp.", loai_thu_tuc=None, bo_nganh_cong_bo=None)) == (
        "---\n"
        "code: QT-TTHC-1001193\n"
        "title: Đăng ký khai sinh\n"
        "kind: procedure\n"
        'version: "1.0"\n'
        'tthc: ["1.001193"]\n'
        "national_record:\n"
        "  decision: 163/QĐ-BTP\n"
        "  as_of: 07/2026\n"
        "field: ho-tich\n"
        "levels: [commune]\n"
        "applicants: [citizen]\n"
        "authority:\n"
        "  executing: Ủy ban nhân dân cấp xã\n"
        "channels:\n"
        "  - kind: counter\n"
        "time_limit:\n"
        "  value: 5\n"
        "  unit: working_day\n"
        "fees:\n"
        "  - amount: 0\n"
        "dossier:\n"
        "  common:\n"
        "    - name: Tờ khai\n"
        "      originals: 1\n"
        "results:\n"
        "  - name: Giấy khai sinh\n"
        "    code: KQ.G15.000031\n"
        "legal_basis:\n"
        "  - 60/2014/QH13\n"
        "---\n"
        "\n"
        "## Nội dung quy trình\n"
        "\n"
        "Nộp.\n"
    )


TRAPS = [
    "no",
    "1.10",
    "2026-07-01",
    "0x1F",
    "1e3",
    "12:30",
    "",
    " a",
    "a: b",
    "a #b",
    "- a",
    "? a",
    "'a",
    '"a"',
    "a\\b",
]
TRAPS += [
    "{a}",
    "[a]",
    "@a",
    "`a",
    "%a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "=",
    "<<",
    "~",
    "null",
    "a:",
    "\x85",
    "\u2028",
    "\ufeff",
    "x\ty",
]


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.sampled_from(TRAPS) | st.text(), max_size=6))
def test_any_text_reads_back_the_same(values: dict[str, str]) -> None:
    storable = {key: value.encode("utf-8", "ignore").decode() for key, value in values.items()}
    yaml = front_of(draft_text(a_draft({"texts": storable, "list": list(storable.values()), "end": "x"})))
    expected = {"texts": storable, "list": list(storable.values()), "end": "x"} if storable else None
    if expected:
        assert YAML(typ="safe", pure=True).load(io.StringIO(yaml)) == expected
        assert read_yaml(yaml).value == expected


def test_a_draft_without_body_ends_with_its_front_matter() -> None:
    assert draft_text(a_draft({"code": "QT-X-1", "levels": []})) == "---\ncode: QT-X-1\nlevels: []\n---\n"
