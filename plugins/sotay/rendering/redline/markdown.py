"""A redline as Markdown, for the description of a pull request: the change in words, then the changed blocks.

Reads: a redline, and how long the text may be.
Returns: Markdown of GitHub and GitLab. Whatever the document says is text in it: no markup, no mention, no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sotay.redline.changes import BlockKind, Fate, Redline, Words
from sotay.rendering.markdown_text import inert
from sotay.rendering.redline.block_words import block_words, plain_words
from sotay.rendering.redline.labels import SIGNS, VersionNames, sentence_of, shown, version_names
from sotay.rendering.redline.lines import RedlineLine, redline_lines
from sotay.rendering.redline.table import RedlineTable, TableRow
from sotay.rendering.redline.tree import Leaf
from sotay.rendering.redline.view import RedlineView
from sotay.rendering.redline.words import no_links

LONGEST: Final = 60_000
"""The most letters that a comment may have on the platforms, with room for what stands around it."""
_AROUND = {Fate.INSERTED: "**", Fate.DELETED: "~~", Fate.MOVED_AWAY: "~~"}
_JOINER = "\u200b"
"""Neither blank nor punctuation: beside it a mark always opens or closes emphasis."""
_ROOM_FOR_REST = 120


def redline_markdown(redline: Redline, names: VersionNames | None = None, *, longest: int = LONGEST) -> str:
    """Return a redline as Markdown of at most `longest` letters; what was left out is counted in its last line."""
    view = RedlineView(redline, names or version_names(redline), no_links)
    head = f"### {inert(redline.code)}: {inert(view.names.old)} → {inert(view.names.new)}\n"
    if redline.is_empty:
        return f"{head}\nKhông có thay đổi về nội dung.\n"
    return head + _fitting(_parts(view), longest - len(head))


def _fitting(parts: Iterable[str], room: int) -> str:
    """As many parts as there is room for, in order, and how many were left out."""
    taken: list[str] = []
    left_out = 0
    for part in parts:
        if left_out or len(part) > room - _ROOM_FOR_REST:
            left_out += 1
        else:
            taken.append(part)
            room -= len(part)
    if left_out:
        taken.append(f"\n… còn {left_out} phần thay đổi không nêu ở đây vì quá dài; xem bằng “sotay diff”.\n")
    return "".join(taken)


def _parts(view: RedlineView) -> Iterator[str]:
    """The pieces of the text, each whole: a sentence, a changed block, a table."""
    fields = view.redline.fields
    yield from (f"\n- {inert(sentence_of(field))}" for field in fields if field.matters)
    yield from (f"\n- Khối kiểm soát: {inert(sentence_of(field))}" for field in fields if not field.matters)
    yield f"\n\n{inert(view.summary)}.\n"
    heading = ""
    for line in redline_lines(view.inline):
        if line.leaf and line.leaf.block.kind is BlockKind.HEADING and line.leaf.fate is Fate.KEPT:
            heading = f"\nTại mục “{inert(shown(line.leaf.block.text))}”:\n"
            continue
        piece = _piece(line, view)
        if piece:
            yield heading + piece
            heading = ""


def _piece(line: RedlineLine, view: RedlineView) -> str:
    if line.table:
        return _table(line.table, view) if line.table.is_changed else ""
    if line.leaf is None or line.leaf.fate is Fate.KEPT:
        return ""
    words = _words(block_words(line.leaf.change)).strip()
    said = _said(line.leaf, view)
    quoted = " ".join(filter(None, (">", inert(line.sign.strip()), words))) if words else ""
    return "\n" + "\n".join(filter(None, (said, quoted))) + "\n"


def _said(leaf: Leaf, view: RedlineView) -> str:
    mark = view.mark(leaf)
    if mark is None:
        return ""
    number = f"{mark.number}/{view.total} " if mark.number else ""
    other = f", {inert(mark.other.words)}" if mark.other else ""
    notes = "".join(f" ({inert(note)})" for note in mark.notes)
    return f"{number}{mark.sign} {mark.words}{other}{notes}\n"


def _table(table: RedlineTable, view: RedlineView) -> str:
    empty = [" "] * table.width
    head = [_row(row, view) for row in table.head] or [["", *empty]]
    rows = head[1:]
    for stretch in table.body:
        if stretch.fold:
            rows.append([f"… {view.fold(stretch.fold)}", *empty])
        else:
            rows += [_row(row, view) for row in stretch.rows]
    lines = [head[0], ["---"] * (table.width + 1), *rows]
    return "\n" + "\n".join(f"| {' | '.join(_filled(cells, table.width + 1))} |" for cells in lines) + "\n"


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[" "] * (width - len(cells))]


def _row(row: TableRow, view: RedlineView) -> list[str]:
    mark = view.mark(row.leaf)
    sign = _said(row.leaf, view).strip() if mark else SIGNS.get(row.leaf.fate, "")
    return [sign, *(_words(cell.words) for cell in row.cells)]


def _words(words: Sequence[Words]) -> str:
    return "".join(_marked(fate, text) for fate, text in plain_words(words))


def _marked(fate: Fate, text: str) -> str:
    """Words between marks that stand against letters; blanks at their ends stay outside."""
    around = _AROUND.get(fate, "")
    core = text.strip()
    if not around or not core:
        return inert(text)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    left = "" if core[0].isalnum() else _JOINER
    right = "" if core[-1].isalnum() else _JOINER
    return f"{inert(before)}{around}{left}{inert(core)}{right}{around}{inert(after)}"
