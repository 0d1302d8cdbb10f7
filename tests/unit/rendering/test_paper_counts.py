"""How many papers a step asks for, and which papers several steps share."""

from __future__ import annotations

from typing import Any

import pytest

from sotay.rendering.paper_counts import paper_words, shared_papers
from sotay.usecases.publication import Entry
from sotay.usecases.publish_province import publish_province
from tests.support.builders import Archive

FORM = {"name": "Tờ khai", "originals": 1}
IDENTITY = {"name": "Giấy tờ tùy thân", "kind": "present"}
RETRIEVED = {"name": "Nơi cư trú", "kind": "retrieved", "retrieved_from": "Cơ sở dữ liệu"}
PROXY = {"name": "Văn bản ủy quyền", "originals": 1, "condition": "Khi ủy quyền"}
ON_PAPER = {"name": "Bản in", "originals": 1, "channels": ["online"]}
COUNTER = [{"kind": "counter"}, {"kind": "online"}]


def an_entry(*common: dict[str, Any], cases: tuple[list[dict[str, Any]], ...] = ()) -> Entry:
    told = [{"when": f"Trường hợp {number}", "items": items} for number, items in enumerate(cases)]
    dossier = {"sets": 1, "common": list(common), "cases": told}
    archive = Archive().procedure(dossier=dossier, channels=COUNTER).issue("QT-HT-01")
    (across,) = publish_province(archive.examined(), None).procedures
    return across.issued


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (an_entry(FORM, IDENTITY, RETRIEVED), "2 giấy tờ"),
        (an_entry(FORM, ON_PAPER), "1 giấy tờ"),
        (an_entry(FORM, PROXY), "1 giấy tờ, có thể thêm"),
        (
            an_entry(FORM, cases=([IDENTITY], [IDENTITY, {"name": "Bản án", "copies": 1}])),
            "2–3 giấy tờ, tùy trường hợp",
        ),
        (an_entry(RETRIEVED), "không phải mang giấy tờ nào"),
        (an_entry(PROXY), "chỉ cần giấy tờ trong trường hợp riêng"),
    ],
)
def test_only_what_is_brought_to_the_counter_in_every_case_is_counted(entry: Entry, words: str) -> None:
    assert paper_words(entry) == words


def test_a_paper_that_two_steps_ask_for_is_prepared_once() -> None:
    first, second = (
        an_entry(FORM, IDENTITY),
        an_entry(IDENTITY | {"name": "Giấy tờ tuỳ thân"}, {"name": "Đơn", "originals": 1}),
    )
    (paper,) = shared_papers([("Khai sinh", [first]), ("Trích lục", [second])])
    assert paper.name == "Giấy tờ tùy thân"
    assert paper.steps == ("Khai sinh", "Trích lục")


def test_alternatives_of_one_step_share_nothing_nor_does_what_is_needed_under_a_condition() -> None:
    assert shared_papers([("Khai sinh", [an_entry(FORM), an_entry(FORM)])]) == ()
    assert shared_papers([("Khai sinh", [an_entry(PROXY)]), ("Trích lục", [an_entry(PROXY)])]) == ()
