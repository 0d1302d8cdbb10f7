"""Exact edits of the control block: as small as can be, and only applicable to what they were made from."""

from __future__ import annotations

from typing import Any

import pytest

from sotay.model.stated_content import stated_keys
from sotay.redline.changes import KeyEdit
from sotay.redline.key_edits import key_edits
from tests.support.applied_redlines import apply_edits
from tests.support.builders import a_document

PAPERS = [{"name": "Tờ khai", "originals": 1}, {"name": "Sổ hộ khẩu", "copies": 1}, {"name": "Thẻ căn cước"}]


def edits_of(old: dict[str, Any], new: dict[str, Any]) -> list[KeyEdit]:
    edits = key_edits(old, new)
    assert apply_edits(old, edits) == new
    return [*edits]


def test_a_value_deep_inside_is_one_edit() -> None:
    new = [{"name": "Tờ khai", "originals": 2}, *PAPERS[1:]]
    assert edits_of({"dossier": {"common": PAPERS}}, {"dossier": {"common": new}}) == [
        KeyEdit(("dossier", "common", 0, "originals"), 1, 2)
    ]


def test_an_item_taken_out_of_the_middle_leaves_the_others_alone() -> None:
    assert edits_of({"papers": PAPERS}, {"papers": [PAPERS[0], PAPERS[2]]}) == [KeyEdit(("papers", 1), PAPERS[1], None)]


def test_an_item_put_in_front_leaves_the_others_alone() -> None:
    added = {"name": "Giấy chứng sinh"}
    assert edits_of({"papers": PAPERS}, {"papers": [added, *PAPERS]}) == [KeyEdit(("papers", 0), None, added)]


def test_an_item_that_moved_is_taken_out_and_put_in() -> None:
    assert edits_of({"papers": PAPERS}, {"papers": [*PAPERS[1:], PAPERS[0]]}) == [
        KeyEdit(("papers", 0), PAPERS[0], None),
        KeyEdit(("papers", 2), None, PAPERS[0]),
    ]


def test_keys_that_come_and_go() -> None:
    assert edits_of({"risk": "high", "title": "A"}, {"title": "A", "access": "internal"}) == [
        KeyEdit(("risk",), "high", None),
        KeyEdit(("access",), None, "internal"),
    ]


def test_what_is_edited_is_not_changed_itself() -> None:
    old = {"papers": [{"name": "Tờ khai"}]}
    apply_edits(old, key_edits(old, {"papers": []}))
    assert old == {"papers": [{"name": "Tờ khai"}]}


def test_edits_of_another_control_block_are_refused() -> None:
    edits = key_edits({"title": "A", "conditions": ["x"]}, {"title": "B", "conditions": []})
    with pytest.raises(ValueError, match="title"):
        apply_edits({"title": "C", "conditions": ["x"]}, edits)
    with pytest.raises(ValueError, match="conditions"):
        apply_edits({"title": "A", "conditions": ["y"]}, edits)


def test_decimals_and_dates_are_plain_text_and_defaults_are_not_stated() -> None:
    control = a_document(kind="procedure", code="QT-HT-01", time_limit={"value": 3, "unit": "working_day"}).control
    stated = stated_keys(control)
    assert stated["time_limit"] == {"value": "3", "unit": "working_day"}
    assert stated["effective_date"] == "2026-07-01"
    assert "access" not in stated
    assert "keywords" not in stated
