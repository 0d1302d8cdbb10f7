"""A model's placeholders are filled with an agency's values; an empty place stays visible."""

from __future__ import annotations

from sotay.markup.expand_model import expand, placeholders


def test_a_value_goes_where_its_name_stands() -> None:
    assert expand("Đây là {{ten}}.", {"ten": ("Sở Tư pháp",)}) == "Đây là Sở Tư pháp."


def test_a_list_alone_on_its_line_becomes_bullets() -> None:
    text = "Gồm:\n\n{{ pham_vi }}\n\nHết.\n"
    assert expand(text, {"pham_vi": ("Một.", "Hai.")}) == "Gồm:\n\n- Một.\n- Hai.\n\nHết.\n"


def test_one_value_alone_on_its_line_is_a_paragraph() -> None:
    assert expand("{{gioi_thieu}}\n", {"gioi_thieu": ("Một câu.",)}) == "Một câu.\n"


def test_a_list_within_a_sentence_is_joined() -> None:
    assert expand("Gồm {{a}}.", {"a": ("một", "hai")}) == "Gồm một; hai."


def test_a_placeholder_without_value_stays_so_that_it_can_be_found() -> None:
    text = expand("{{co}} và {{ chua_co }}", {"co": ("x",)})
    assert text == "x và {{ chua_co }}"
    assert placeholders(text) == ("chua_co",)


def test_placeholders_are_named_once_in_their_order() -> None:
    assert placeholders("{{b}} {{a}} {{b}} { {c} } {{D}}") == ("b", "a")


def test_a_value_that_looks_like_a_placeholder_is_not_filled_again() -> None:
    assert expand("{{a}}", {"a": ("{{b}}",), "b": ("bí mật",)}) == "{{b}}"
    assert expand("{{a}}", {"a": ("{{b}}", "c"), "b": ("bí mật",)}) == "- {{b}}\n- c"


def test_an_empty_list_leaves_nothing() -> None:
    assert expand("A {{a}}B", {"a": ()}) == "A B"
