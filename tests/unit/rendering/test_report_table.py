"""Reports as tables: nothing that a cell says can act, whatever opens it."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.model.phrase import Phrase
from sotay.rendering.markdown_text import inert
from sotay.rendering.report_table import Column, Table, TableFormat, table_text

COLUMNS = (Column("a", Phrase("Cột", "Column")), Column("b", Phrase("Chi tiết", "Detail"), is_detail=True))
LAST = Column("c", Phrase("Cuối", "Last"))


def a_table(*rows: tuple[str, ...], title: str = "Danh mục", columns: tuple[Column, ...] = (*COLUMNS, LAST)) -> Table:
    return Table("ten", title, columns, rows)


def as_text(table: Table) -> list[str]:
    return table_text(table, TableFormat.TEXT, "vi").splitlines()


def test_details_are_for_wide_forms_only() -> None:
    table = a_table(("x", "chi tiết dài", "y"))
    assert "chi tiết dài" not in "".join(as_text(table))
    for form in (TableFormat.MARKDOWN, TableFormat.CSV, TableFormat.JSON):
        assert "chi tiết dài" in table_text(table, form, "vi")


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "Tiếp")
    lines = as_text(a_table(("Tiếp", "", "|"), (decomposed, "", "|"), ("日本", "", "|"), ("a\u200bbcd", "", "|")))
    assert [unicodedata.normalize("NFC", line) for line in lines[4:]] == [
        "Tiếp  |",
        "Tiếp  |",
        "日本  |",
        "a\u200bbcd  |",
    ]


def test_a_long_cell_does_not_push_the_others_off_the_screen_but_is_whole_elsewhere() -> None:
    table = a_table(("x" * 500, "", "y" * 500))
    assert f"{'x' * 59}…  {'y' * 500}" in as_text(table)
    assert "x" * 500 in table_text(table, TableFormat.MARKDOWN, "vi")


def test_a_table_without_rows_has_its_head() -> None:
    assert as_text(a_table()) == ["Danh mục", "", "Cột  Cuối", "───  ────"]


def test_a_terminal_is_not_steered() -> None:
    told = table_text(a_table(("\x1b[31mđỏ\u202e\n\x07", "", "\x9b2J"), title="\x1b]0;x\x07"), TableFormat.TEXT, "vi")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(told)
    assert "<U+001B>[31mđỏ" in told


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=4), st.text())
def test_text_and_markdown_have_one_line_a_row(rows: list[tuple[str, ...]], title: str) -> None:
    table = a_table(*rows, title=title)
    for form, head in ((TableFormat.TEXT, 4), (TableFormat.MARKDOWN, 4)):
        told = table_text(table, form, "vi")
        assert told.count("\n") == len(rows) + head
        assert not any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in told)


def test_markup_in_a_cell_is_text() -> None:
    hostile = "<img src=x> @toan-tinh [bản](https://a.example) | `x` **y**"
    told = table_text(a_table((hostile, "", ""), title="<b> @ai"), TableFormat.MARKDOWN, "vi")
    assert inert(hostile) in told
    assert "<img" not in told
    assert "@toan-tinh" not in told
    assert "<b>" not in told


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_is_no_formula(start: str) -> None:
    told = table_text(a_table((f"{start}cmd|' /C calc'!A1", "", "")), TableFormat.CSV, "vi")
    (_, row) = csv.reader(io.StringIO(told.removeprefix("\ufeff"), newline=""))
    assert row[0] == f"'{start}cmd|' /C calc'!A1"


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=4))
def test_json_and_csv_keep_every_cell(rows: list[tuple[str, ...]]) -> None:
    table = a_table(*rows)
    told = json.loads(table_text(table, TableFormat.JSON, "vi"))
    assert [tuple(row.values()) for row in told["rows"]] == rows
    text = table_text(table, TableFormat.CSV, "vi").removeprefix("\ufeff")
    cells = [tuple(cell.removeprefix("'") for cell in row) for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert cells == [tuple(cell.removeprefix("'") for cell in row) for row in rows]
