"""Finding a commune by what people type: the shipped script, in node."""

from __future__ import annotations

import pytest

from tests.support.in_node import in_node

COMMUNES = [
    {"name": "Phường Đông Kinh", "former": ["Phường Vĩnh Trại"], "agencies": ["phuong-dong-kinh"]},
    {"name": "Xã Đoàn Kết", "former": ["Xã Khánh Long", "Xã Vĩnh Tiến"], "agencies": []},
    {"name": "Xã Quý Hòa", "former": [], "agencies": []},
    {"name": "Xã Tân Tiến", "former": [], "agencies": []},
    {"name": "Xã Tân Văn", "former": [], "agencies": []},
]
_MATCHES = "({ matches }, [communes, text]) => matches(communes, text).map((one) => [one.commune.name, one.by])"
_ONLY = "({ onlyMatch }, [communes, text]) => onlyMatch(communes, text)?.name ?? null"


def matches(text: str) -> list[list[str]]:
    found: list[list[str]] = in_node("sotay/commune-choice.js", _MATCHES, [COMMUNES, text])
    return found


@pytest.mark.parametrize("text", ["dong kinh", "phuong dong kinh", "ĐÔNG KINH", "p", "  Phường Đông "])
def test_a_name_is_found_without_diacritics_with_or_without_its_kind(text: str) -> None:
    assert ["Phường Đông Kinh", ""] in matches(text)


@pytest.mark.parametrize("text", ["quy hoà", "Quý Hoà", "quí hòa"])
def test_both_placements_of_tones_and_i_for_y_are_one(text: str) -> None:
    assert matches(text) == [["Xã Quý Hòa", ""]]


def test_an_old_name_leads_to_the_new_commune() -> None:
    assert matches("vinh trai") == [["Phường Đông Kinh", "Phường Vĩnh Trại"]]
    assert matches("xa khanh long") == [["Xã Đoàn Kết", "Xã Khánh Long"]]


def test_what_begins_so_stands_before_what_only_contains_it() -> None:
    assert [name for name, _ in matches("tan")] == ["Xã Tân Tiến", "Xã Tân Văn"]
    assert matches("tien") == [["Xã Tân Tiến", ""], ["Xã Đoàn Kết", "Xã Vĩnh Tiến"]]


def test_nothing_typed_and_nothing_known_find_nothing() -> None:
    assert matches(" ") == []
    assert matches("hà nội") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("đoàn kết", "Xã Đoàn Kết"), ("khanh", "Xã Đoàn Kết"), ("tan", None), ("tan van", "Xã Tân Văn"), ("xyz", None)],
)
def test_a_text_that_can_mean_several_is_not_guessed(text: str, name: str | None) -> None:
    assert in_node("sotay/commune-choice.js", _ONLY, [COMMUNES, text]) == name


def test_a_browser_that_keeps_nothing_still_works() -> None:
    run = "({ remember, remembered, forget }) => [remember('1'), remembered(), forget()]"
    assert in_node("sotay/commune-choice.js", run, None)[1] is None
