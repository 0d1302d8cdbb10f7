"""What was mended, said in one line a file, and as a patch."""

from __future__ import annotations

from sotay.rendering.mending_text import done_line, held_line, patch_lines, refused_line
from sotay.sources.write_texts import Refusal
from sotay.text.mending import Edit
from sotay.usecases.mend_texts import Mended


def an_edit(line: int, code: str = "ST801") -> Edit:
    return Edit(0, 1, "x", code, line)


def test_places_are_counted_by_kind() -> None:
    file = Mended("a/b.md", "x", "y", (an_edit(1), an_edit(2), an_edit(2, "ST105")), ())
    assert done_line(file, "vi") == "a/b.md: đã sửa 3 chỗ: thiếu dấu nháy (ST105) 1, chữ ghép rời (ST801) 2"


def test_many_lines_left_alone_are_not_all_named() -> None:
    file = Mended("a/b.md", "x", "x", (), tuple(an_edit(line) for line in range(3, 40)))
    said = held_line(file, "vi")
    assert said.startswith("a/b.md:3  ST801  giữ nguyên 37 chỗ ở dòng 3, 4, 5, 6, 7, 8, 9, 10, …: ")


def test_every_reason_for_not_writing_has_a_remedy_in_both_languages() -> None:
    for reason in Refusal:
        for language in ("vi", "en"):
            said = refused_line("a/b.md", reason, language)
            assert said.startswith("a/b.md: ")
            assert said.count(". ") == 1


def test_only_line_feeds_part_the_lines_of_a_patch() -> None:
    file = Mended("b.md", "a\u2028b\r\nc\x0b\n", "a\u2028b\r\nd\x0b\n", (), ())
    assert [line for line in patch_lines(file) if line[0] in " +-"][2:] == [" a\u2028b\r\n", "-c\x0b\n", "+d\x0b\n"]
