"""Defects of real texts from the national database: each is found where it is, and mended for good."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from sotay.text.normal import SuspectKind, suspects
from tests.support.mending import mended

COPY = Path(__file__).resolve().parents[2] / "data" / "raw-text-defects.json"
KINDS = {
    "not_nfc": SuspectKind.NOT_NFC,
    "zero_width": SuspectKind.INVISIBLE,
    "private_use": SuspectKind.PRIVATE_USE,
    "eth": SuspectKind.LOOK_ALIKE,
}
PATH = "procedures/mot-cua/HD-MC-09.md"
HEAD = "---\ncode: HD-MC-09\ntitle: Trích nguyên văn\n---\n\n"


def original() -> list[dict[str, Any]]:
    shared = os.environ.get("SOTAY_SHARED")
    path = Path(shared, "data", "tthc", COPY.name) if shared else None
    return json.loads(path.read_text(encoding="utf-8")) if path else []


DEFECTS: list[dict[str, Any]] = json.loads(COPY.read_text(encoding="utf-8"))["defects"]
ALL = DEFECTS + [defect for defect in original() if defect not in DEFECTS]


def name(defect: dict[str, Any]) -> str:
    return f"{defect['ma_thu_tuc']}-{defect['truong']}-{defect['loi']}"


def test_the_copy_has_every_kind_of_defect() -> None:
    assert {defect["loi"] for defect in DEFECTS} == set(KINDS)


@pytest.mark.parametrize("defect", ALL, ids=name)
def test_a_defect_is_found_at_its_position(defect: dict[str, Any]) -> None:
    found = [(suspect.kind, suspect.index) for suspect in suspects(defect["doan"])]
    assert (KINDS[defect["loi"]], defect["vi_tri"]) in found


@pytest.mark.parametrize("defect", ALL, ids=name)
def test_a_defect_is_mended_and_the_rest_of_the_text_stays(defect: dict[str, Any]) -> None:
    before = HEAD + defect["doan"] + "\n"
    after = mended(PATH, before)
    assert not list(suspects(after))
    assert mended(PATH, after) == after
    position, last = 0, 0
    for suspect in suspects(before):
        kept = before[last : suspect.index]
        position = after.index(kept, position) + len(kept)
        last = suspect.index + len(suspect.text)
    assert after.endswith(before[last:])
