"""Known names are found however their tones are placed, composed, joined and capitalised."""

from __future__ import annotations

import unicodedata

import pytest

from sotay.text.known_names import KnownNames, readable, same_name

NAMES = KnownNames(
    ["Ủy ban nhân dân cấp huyện", "cấp huyện", "Phòng Tư pháp", "Sở Lao động - Thương binh và Xã hội", "Sở Y tế"]
)


def found(text: str) -> list[str]:
    return [name for _, _, name in NAMES.find(readable(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân cấp huyện",
        "Uỷ ban nhân dân cấp huyện",
        "ủy ban  nhân dân\ncấp huyện",
        unicodedata.normalize("NFD", "Ủy ban nhân dân cấp huyện"),
        "UỶ BAN NHÂN DÂN CẤP HUYỆN",
    ],
)
def test_every_way_of_typing_is_the_same_name_and_the_longer_name_wins(text: str) -> None:
    assert found(text) == ["Ủy ban nhân dân cấp huyện"]


@pytest.mark.parametrize(
    "text",
    ["Sở Lao động-Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội", "Sở Lao động – Thương binh và Xã hội"],
)
def test_hyphens_and_commas_join_the_words_alike(text: str) -> None:
    assert found(text) == ["Sở Lao động - Thương binh và Xã hội"]


@pytest.mark.parametrize(
    "text", ["Văn phòng tư pháp", "Phòng Tư phápp", "xPhòng Tư pháp", "cơ sở y tế", "Phong Tu phap"]
)
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert found(text) == []


def test_no_names_find_nothing() -> None:
    assert list(KnownNames([]).find("phòng tư pháp")) == []
    assert same_name("Văn hoá") == same_name("VĂN HÓA")
    assert same_name("Quý") == ("quý",)
