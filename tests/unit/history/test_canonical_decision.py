"""The canonical text of a decision: fixed for ever, the same for every layout, another for every fact."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.history.canonical_decision import canonical_decision
from sotay.markup.read_values import read_values
from sotay.model.decision import Decision

STATED: dict[str, Any] = {
    "number": "45/QĐ-STP",
    "date": "2026-06-15",
    "effective_date": "2026-07-01",
    "signed_by": "le-van-c",
    "kind": "issue",
    "subject": "Ban hành “quy trình” về hộ tịch",
    "documents": [
        {"code": "QT-HT-01", "action": "issue", "version": "1.0", "fingerprint": "sha256:" + "0" * 64},
        {"code": "BM-MC-01", "action": "withdraw"},
    ],
    "scan": {"file": "45.pdf", "sha256": "sha256:" + "1" * 64},
}
FIXED = """sotay-decision 1
{
  "agency": "so-tu-phap",
  "decision": {
    "date": "2026-06-15",
    "documents": [
      {
        "action": "issue",
        "code": "QT-HT-01",
        "fingerprint": "sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "version": "1.0"
      },
      {
        "action": "withdraw",
        "code": "BM-MC-01"
      }
    ],
    "effective_date": "2026-07-01",
    "kind": "issue",
    "number": "45/QĐ-STP",
    "scan": {
      "file": "45.pdf",
      "sha256": "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    },
    "signed_by": "le-van-c",
    "subject": "Ban hành “quy trình” về hộ tịch"
  },
  "province": "20"
}
"""
"""Signatures over this text exist outside of this repository: it may never become another."""


def read(text: str) -> Decision:
    source, decision = read_values(Decision, "sites/so-tu-phap/decisions/2026-45.yml", text)
    assert decision
    assert not source.problems
    return decision


def canonical(stated: dict[str, Any], agency: str = "so-tu-phap", province: str = "20") -> str:
    # A date stands unquoted in YAML, and quoted means the same.
    return canonical_decision(read(json.dumps(stated, ensure_ascii=False)), agency, province)


def test_the_text_is_fixed_for_ever() -> None:
    assert canonical(STATED) == FIXED


def test_the_signature_is_left_out() -> None:
    assert canonical({**STATED, "signature": "-----BEGIN SSH SIGNATURE-----"}) == FIXED


def test_keys_stated_as_empty_are_not_stated() -> None:
    """So a key that the schema gains later, and that nobody states, changes no old text."""
    bare = {key: value for key, value in STATED.items() if key not in {"subject", "scan", "documents"}}
    assert canonical({**bare, "subject": None, "scan": None, "documents": []}) == canonical(bare)


@given(st.permutations(list(STATED)), st.permutations(list(STATED["documents"][0])), st.integers(1, 8))
def test_layout_and_the_order_of_keys_do_not_count(keys: list[str], inner: list[str], indent: int) -> None:
    first = {key: STATED["documents"][0][key] for key in inner}
    stated = {key: STATED[key] for key in keys} | {"documents": [first, STATED["documents"][1]]}
    laid_out = json.dumps(stated, ensure_ascii=False, indent=indent)
    assert canonical_decision(read(laid_out), "so-tu-phap", "20") == FIXED


def test_a_folded_subject_is_the_same_subject() -> None:
    folded = FIXED.splitlines()[0]
    text = (
        "number: 45/QĐ-STP\ndate: 2026-06-15\neffective_date: 2026-07-01\nsigned_by: le-van-c\nkind: issue\n"
        "subject: >-\n  Ban hành “quy trình”\n  về hộ tịch\n"
    )
    bare = {key: value for key, value in STATED.items() if key not in {"scan", "documents"}}
    assert canonical_decision(read(text), "so-tu-phap", "20") == canonical(bare)
    assert canonical(bare).startswith(f"{folded}\n")


@pytest.mark.parametrize(
    "change",
    [
        {"number": "46/QĐ-STP"},
        {"date": "2026-06-16"},
        {"effective_date": "2026-07-02"},
        {"signed_by": "tran-thi-b"},
        {"kind": "adopt"},
        {"subject": "Ban hành quy trình về hộ tịch"},
        {"subject": None},
        {"documents": list(reversed(STATED["documents"]))},
        {"documents": STATED["documents"][:1]},
        {"documents": [{**STATED["documents"][0], "version": "1.1"}, STATED["documents"][1]]},
        {"documents": [{**STATED["documents"][0], "fingerprint": "sha256:" + "2" * 64}, STATED["documents"][1]]},
        {"documents": [{**STATED["documents"][0], "valid_to": "2026-12-31"}, STATED["documents"][1]]},
        {"scan": {"file": "45.pdf", "sha256": "sha256:" + "3" * 64}},
        {"scan": None},
    ],
)
def test_every_fact_counts(change: dict[str, Any]) -> None:
    assert canonical({**STATED, **change}) != FIXED


def test_agency_and_province_are_bound() -> None:
    assert canonical(STATED, agency="so-y-te") != FIXED
    assert canonical(STATED, province="24") != FIXED


def test_every_key_of_the_schema_but_the_signature_counts() -> None:
    content = json.loads(FIXED.partition("\n")[2])["decision"]
    assert {*content, "signature"} == set(Decision.model_fields)
    assert date.fromisoformat(content["date"]) == date(2026, 6, 15)
