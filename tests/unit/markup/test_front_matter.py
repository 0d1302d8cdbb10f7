"""A document's file is split at its first two lines of three hyphens, and nowhere else."""

from __future__ import annotations

import pytest

from sotay.markup.front_matter import FrontMatter, split_front_matter


def test_the_two_parts_come_with_the_lines_they_start_on() -> None:
    text = "---\ncode: A\n---\n\n## Mục đích\n"
    assert split_front_matter(text) == FrontMatter("code: A\n", 2, "\n## Mục đích\n", 4)


def test_three_hyphens_in_the_body_are_a_line_of_the_body() -> None:
    parts = split_front_matter("---\ncode: A\n---\nMột.\n\n---\n\nHai.\n---\n")
    assert parts
    assert parts.body == "Một.\n\n---\n\nHai.\n---\n"


@pytest.mark.parametrize("inside", ["title: '---'", "  ---", "changes: a --- b", "----"])
def test_hyphens_inside_the_front_matter_do_not_close_it(inside: str) -> None:
    parts = split_front_matter(f"---\n{inside}\n---\nBody\n")
    assert parts
    assert (parts.yaml, parts.body) == (f"{inside}\n", "Body\n")


def test_blanks_after_the_hyphens_do_not_matter() -> None:
    assert split_front_matter("---  \ncode: A\n--- \nB") == FrontMatter("code: A\n", 2, "B", 4)


def test_windows_line_ends_are_line_ends() -> None:
    assert split_front_matter("---\r\ncode: A\r\n---\r\nB") == FrontMatter("code: A\r\n", 2, "B", 4)


def test_only_real_line_ends_are_counted() -> None:
    assert split_front_matter("---\nt: a\u2028b\x0cc\x85d\n---\nB") == FrontMatter("t: a\u2028b\x0cc\x85d\n", 2, "B", 4)


@pytest.mark.parametrize(
    "text", ["", "## Mục đích\n", "code: A\n---\n", "---\ncode: A\n", "--- x\na: 1\n---\n", " ---\n"]
)
def test_a_text_without_front_matter_has_no_parts(text: str) -> None:
    assert split_front_matter(text) is None


def test_empty_front_matter_is_front_matter() -> None:
    assert split_front_matter("---\n---") == FrontMatter("", 2, "", 3)
