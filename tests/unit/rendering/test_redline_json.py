"""A redline as JSON holds everything and obeys its published schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sotay.redline.changes import BlockKind, Fate, Redline
from sotay.rendering.redline.json import VERSION, redline_json
from tests.support.redlines import FACTS, OLD, a_redline

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[3] / "docs/schema/redline.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "make",
    [lambda: a_redline(**FACTS), lambda: a_redline(OLD, OLD), lambda: Redline("X", None, None, (), (), ())],
    ids=["changed", "same", "empty"],
)
def test_it_obeys_its_schema(make: Callable[[], Redline]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(redline_json(make())), SCHEMA)


def test_the_schema_knows_every_fate_and_kind_and_the_version() -> None:
    definitions = SCHEMA["$defs"]
    assert set(definitions["fate"]["enum"]) == set(Fate)
    assert set(definitions["block"]["properties"]["kind"]["enum"]) == set(BlockKind)
    assert SCHEMA["properties"]["version"]["const"] == VERSION


def test_a_stranger_key_is_refused() -> None:
    content = json.loads(redline_json(a_redline()))
    content["blocks"][0]["strange"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, SCHEMA)


def test_every_block_of_both_texts_is_in_it() -> None:
    redline = a_redline()
    content = json.loads(redline_json(redline))
    assert len(content["blocks"]) == len(redline.blocks)
    [link] = [w for b in content["blocks"] for w in b["words"] if w["marks"] == ["link QT-HT-02"]]
    assert link == {"fate": "inserted", "text": "Trung tâm", "marks": ["link QT-HT-02"], "old_marks": None}
    [relooked] = [w for b in content["blocks"] for w in b["words"] if w["old_marks"] is not None]
    assert relooked == {"fate": "kept", "text": "5 năm", "marks": ["em"], "old_marks": []}
