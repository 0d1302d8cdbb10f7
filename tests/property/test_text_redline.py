"""A redline of two texts loses nothing: it gives both back, word by word, and is empty only where nothing changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sotay.history.fingerprint import _canonical_tokens
from sotay.markup.markdown import parse_body
from sotay.model.document import Body
from sotay.redline.blocks import text_blocks
from sotay.redline.changes import BlockChange, Fate, Run
from sotay.redline.syllables import units_of
from sotay.redline.text_redline import text_changes
from sotay.redline.words import word_changes
from tests.support.applied_redlines import apply_blocks, new_blocks_of, new_runs, old_blocks_of, old_runs
from tests.support.canonical_blocks import told_tokens, without_tags
from tests.support.strategies import odd_texts

WORDS = ["nộp", "hồ sơ", "05 ngày", "15:00", "123/2015/NĐ-CP", "1.500.000 đồng", "hóa đơn", "hoá đơn", ",", ".", ";"]
INLINE = [
    *WORDS,
    "**đậm**",
    "*nghiêng*",
    "***cả hai***",
    "~~bỏ~~",
    "`mã  lệnh`",
    "[cổng](https://dichvucong.gov.vn)",
    "[cổng](https://langson.gov.vn 'Tỉnh')",
    "[*cổng* **này**](x)[cổng](x)[](x)",
    "![dấu *đỏ*](dau.png)",
    "ghi chú[^a][^b]",
    "lại[^a]",
    "\u00a0",
    "  \n",
    "\\\n",
    "\n",
]

sentences = st.lists(st.sampled_from(INLINE), min_size=1, max_size=6).map(lambda words: " ".join(words).strip() or "x")
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
cells = st.one_of(st.just(""), st.sampled_from(["1", "2", "3", "Có"]), lines, st.just("**01** `bản`"))


def indented(text: str, by: str, first: str | None = None) -> str:
    rows = text.split("\n")
    begin = by if first is None else first
    return "\n".join([begin + rows[0], *(by + row if row else row for row in rows[1:])])


@st.composite
def tables(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=5))
    rule = draw(st.sampled_from(["---", ":-:"]))
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + f" {rule} |" * width, *lines[1:]])


leaves = st.one_of(
    sentences,
    sentences,
    lines.map(lambda line: f"## {line}"),
    st.sampled_from(["#", "***", "- \n-", ">", "1. # Mục\n2.", "-\n\n  > trích"]),
    st.builds(lambda line, other: f"```sh\n{line}\n\n  {other}\n```", lines, lines),
    lines.map(lambda line: f"    {line}"),
    tables(),
    st.builds(lambda term, meaning, more: f"{term}\n: {meaning}\n\n  {more}\n: - {more}", lines, sentences, lines),
)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def bullets(items: list[str], mark: str) -> str:
        return "\n".join(indented(item, "   ", f"{mark}  ") for item in items)

    def numbers(items: list[str], start: int) -> str:
        return "\n".join(indented(item, "    ", f"{start + index}.".ljust(4)) for index, item in enumerate(items))

    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(bullets, several, st.sampled_from("-*")),
        st.builds(numbers, several, st.sampled_from([1, 1, 4])),
        inner.map(lambda text: indented(text, "> ")),
        several.map("\n\n".join),
    )


parts = st.recursive(leaves, nested, max_leaves=5)
NOTES = "[^a]: Ghi chú một.\n\n[^b]: Ghi chú hai.\n\n    Đoạn sau.\n"
OTHER_NOTES = "[^b]:\n    ```\n    mã\n    ```\n\n[^a]: Ghi chú một, sửa đổi.\n"


@st.composite
def bodies(draw: st.DrawFn) -> list[str]:
    return [*draw(st.lists(parts, max_size=6)), draw(st.sampled_from([NOTES, OTHER_NOTES]))]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a body and what became of it after a few edits of the kind that people make."""
    before = draw(bodies())
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(after) - 1))
        match draw(st.sampled_from(["drop", "add", "move", "reword", "join", "all"])):
            case "drop" if len(after) > 1:
                del after[place]
            case "add":
                after.insert(place, draw(parts))
            case "move":
                after.insert(draw(st.integers(0, len(after) - 1)), after.pop(place))
            case "reword":
                word, other = draw(st.sampled_from(INLINE)), draw(st.sampled_from(INLINE))
                after[place] = after[place].replace(word, other)
            case "join" if place:
                after[place - 1 : place + 1] = [after[place - 1] + " " + after[place]]
            case "all":
                after = draw(bodies())
    return "\n\n".join(before), "\n\n".join(after)


def canonical(body: Body) -> list[list[object]]:
    return list(_canonical_tokens(body.tokens))


def parsed(pair: tuple[str, str]) -> tuple[Body, Body]:
    return parse_body(pair[0]), parse_body(pair[1])


@given(edited())
def test_a_redline_makes_the_new_text_of_the_old_one_and_gives_the_old_one_back(pair: tuple[str, str]) -> None:
    old, new = parsed(pair)
    changes = text_changes(old, new)
    assert apply_blocks(text_blocks(old.tokens), changes) == text_blocks(new.tokens)
    assert old_blocks_of(changes) == text_blocks(old.tokens)
    assert new_blocks_of(changes) == text_blocks(new.tokens)


@given(edited())
def test_blocks_are_equal_and_all_kept_exactly_where_fingerprints_are_equal(pair: tuple[str, str]) -> None:
    old, new = parsed(pair)
    same = canonical(old) == canonical(new)
    assert (text_blocks(old.tokens) == text_blocks(new.tokens)) is same
    assert all(change.fate is Fate.KEPT for change in text_changes(old, new)) is same


@given(bodies())
def test_the_blocks_of_a_body_hold_all_that_its_fingerprint_covers(body: list[str]) -> None:
    tokens = parse_body("\n\n".join(body)).tokens
    assert list(told_tokens(text_blocks(tokens))) == [without_tags(token) for token in _canonical_tokens(tokens)]


@given(bodies())
def test_a_text_compared_with_itself_is_kept(body: list[str]) -> None:
    parsed_body = parse_body("\n\n".join(body))
    changes = text_changes(parsed_body, parse_body("\n\n".join(body)))
    assert {change.fate for change in changes} <= {Fate.KEPT}
    assert [change.old_place for change in changes] == [change.new_place for change in changes]


@given(edited())
def test_every_change_tells_all_words_of_what_it_is_about(pair: tuple[str, str]) -> None:
    changes = text_changes(*parsed(pair))
    reworded = [change for change in changes if change.words]
    for change, words in whole_blocks(reworded, "old_place"):
        assert change.old
        assert old_runs(words) == tuple(change.old.runs)
    for change, words in whole_blocks(reworded, "new_place"):
        assert change.new
        assert new_runs(words) == tuple(change.new.runs)


def whole_blocks(changes: Sequence[BlockChange], side: str) -> Iterator[tuple[BlockChange, list[Any]]]:
    """Yield the words of each old or new block, put together where it was split or joined."""
    by_place: dict[int, list[BlockChange]] = {}
    for change in changes:
        by_place.setdefault(getattr(change, side), []).append(change)
    for told in by_place.values():
        yield told[0], [word for change in told for word in change.words]


@given(edited())
def test_every_cell_of_a_row_is_told_once(pair: tuple[str, str]) -> None:
    for change in text_changes(*parsed(pair)):
        if not change.cells:
            continue
        assert change.old
        assert change.new
        now = [cell for cell in change.cells if cell.column is not None]
        assert [new_runs(cell.words) for cell in now] == list(change.new.cells)
        was = sorted((cell.old_column, old_runs(cell.words)) for cell in change.cells if cell.old_column is not None)
        assert [runs for _, runs in was] == list(change.old.cells)
        if all(cell.fate is Fate.KEPT for cell in change.cells):
            assert change.old.cells == change.new.cells
            assert (change.old.within, change.old.opens) != (change.new.within, change.new.opens)


@given(edited())
def test_what_moved_away_arrives_and_everything_is_told_in_order(pair: tuple[str, str]) -> None:
    old, new = parsed(pair)
    changes = text_changes(old, new)
    away = {change.old_place: change.new_place for change in changes if change.fate is Fate.MOVED_AWAY}
    assert away == {change.old_place: change.new_place for change in changes if change.fate is Fate.MOVED}
    there = [change.new_place for change in changes if change.new is not None]
    gone = [change.old_place for change in changes if change.old is not None and change.fate is not Fate.MOVED]
    assert there == sorted(there)
    assert gone == sorted(gone)


runs = st.lists(
    st.builds(
        Run, st.one_of(lines, odd_texts.filter(bool)), st.sampled_from([(), ("strong",), ("code",), ("link x",)])
    ),
    max_size=4,
).map(lambda found: tuple(next(same) for _, same in groupby(found, lambda run: run.marks)))


@given(runs, runs)
def test_words_join_to_the_old_and_to_the_new_text(old: tuple[Run, ...], new: tuple[Run, ...]) -> None:
    words = word_changes(old, new)
    assert old_runs(words) == old
    assert new_runs(words) == new
    assert all(word.old_marks is None or word.fate is Fate.KEPT for word in words)


@given(odd_texts)
def test_the_units_of_a_text_join_to_it(text: str) -> None:
    assert "".join(unit.text for unit in units_of([Run(text)])) == text
