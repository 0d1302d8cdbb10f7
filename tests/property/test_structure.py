"""No text makes a rule about structure or wording fail, and a table that shows whole has no ragged rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sotay.markup.markdown import parse_body
from sotay.rules.control.sections import RULES as SECTIONS
from sotay.rules.runner import run_rules
from sotay.rules.writing.slips_of_typing import RULES as TYPING
from sotay.rules.writing.structure import RULES as STRUCTURE
from sotay.rules.writing.tables import header_cells, lost_tables, ragged_rows
from sotay.rules.writing.wording import RULES as WORDING
from tests.support.builders import Archive

markdown = st.lists(
    st.one_of(
        st.text("#|-*`[](){}!:.1a)>ầ TODOx…\\“”+^%", max_size=25),
        st.sampled_from(
            ["| a | b |", "|---|---|", "1. một", "4. bốn", "a) hai", "", "## Mục đích", "#### Sâu", "![](x.png)"]
        ),
    ),
    max_size=12,
).map("\n".join)
cells = st.lists(st.lists(st.text("abầ 1", min_size=1, max_size=5), min_size=2, max_size=2), min_size=1, max_size=5)


@given(markdown)
def test_any_text_can_be_judged(text: str) -> None:
    examination = Archive().document(body=text).examined()
    for finding in run_rules([*STRUCTURE, *TYPING, *WORDING, *SECTIONS], examination):
        assert 1 <= finding.place.line <= text.count("\n") + 40
        assert finding.fact.vi
        assert finding.fact.en


@given(cells)
def test_a_table_with_as_many_cells_in_each_row_is_whole(rows: list[list[str]]) -> None:
    lines = [f"| {one} | {other} |" for one, other in rows]
    body = parse_body("\n".join(["| Giấy tờ | Số bản |", "|---|---|", *lines, ""]))
    assert not list(ragged_rows(body))
    assert not list(lost_tables(body))
    assert list(header_cells(body)) == [(1, ("Giấy tờ", "Số bản"))]
