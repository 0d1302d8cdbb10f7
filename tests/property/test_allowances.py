"""A request to be let off never changes what a text says, wherever it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sotay.markup.allowances import read_allowances
from sotay.markup.markdown import allowance_lines, parse_body, render_html
from tests.support.strategies import odd_texts

COMMENT = "<!-- sotay: allow ST901 lý do -->"
lines = st.lists(
    st.sampled_from(
        ["", "Một câu.", "- mục", "  - mục con", "## Đề mục", "> trích", "| a | b |", "|---|---|", "    mã"]
    ),
    max_size=12,
)


@given(lines, st.integers(0, 12))
def test_the_page_is_the_one_without_the_comment(text: list[str], position: int) -> None:
    asked = [*text[:position], COMMENT, *text[position:]]
    assert render_html(parse_body("\n".join(asked)).tokens) == render_html(parse_body("\n".join(text)).tokens)


@given(lines, st.integers(0, 12))
def test_every_block_keeps_its_line(text: list[str], position: int) -> None:
    asked = [*text[:position], COMMENT, *text[position:]]
    position = min(position, len(text))
    moved = [line + (line >= position) for line in _starts("\n".join(text))]
    assert _starts("\n".join(asked)) == moved


def _starts(text: str) -> list[int]:
    return [token.map[0] for token in parse_body(text).tokens if token.map]


@given(odd_texts, st.sampled_from(["a.md", "a.yml"]))
def test_any_text_can_be_read(text: str, path: str) -> None:
    for whole in (text, f"{COMMENT}\n{text}", f"---\n# sotay: allow {text}\n---\n{COMMENT} {text}\n{COMMENT}"):
        count = whole.count("\n") + 1
        for allowance in read_allowances(path, whole):
            assert {allowance.line} <= allowance.about <= set(range(1, count + 1))
        assert allowance_lines(whole) == sorted(allowance_lines(whole))
