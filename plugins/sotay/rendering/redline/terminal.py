"""A redline for a terminal: what is new and what is gone in colour, or between signs where there is none.

Reads: a redline, and whether the terminal shows colours.
Returns: lines. Letters of the document that could steer a terminal are named instead of obeyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sotay.redline.changes import BlockKind, Fate, Redline, Words
from sotay.rendering.redline.block_words import block_words, plain_words
from sotay.rendering.redline.labels import SIGNS, VersionNames, sentence_of, shown, version_names
from sotay.rendering.redline.lines import RedlineLine, redline_lines
from sotay.rendering.redline.table import RedlineTable, TableRow
from sotay.rendering.redline.tree import Leaf
from sotay.rendering.redline.view import RedlineView
from sotay.rendering.redline.words import no_links

_PLAIN = {Fate.INSERTED: ("{+", "+}"), Fate.DELETED: ("[-", "-]"), Fate.MOVED_AWAY: ("[-", "-]")}
_COLOUR = {
    Fate.INSERTED: ("\x1b[32;4m", "\x1b[0m"),
    Fate.DELETED: ("\x1b[31;9m", "\x1b[0m"),
    Fate.MOVED_AWAY: ("\x1b[2;9m", "\x1b[0m"),
}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_INDENT = "  "
_RULE = "─" * 20


def redline_terminal(redline: Redline, names: VersionNames | None = None, *, colour: bool) -> str:
    """Return a redline as text for a terminal."""
    view = RedlineView(redline, names or version_names(redline), no_links)
    return "\n".join(_Terminal(view, colour=colour).lines()) + "\n"


class _Terminal:
    """Writes the lines of one redline."""

    def __init__(self, view: RedlineView, *, colour: bool) -> None:
        self._view = view
        self._colour = colour

    def lines(self) -> Iterator[str]:
        view = self._view
        yield self._bold(f"{shown(view.redline.code)}: {view.names.old} → {view.names.new}")
        if view.redline.is_empty:
            yield "Không có thay đổi về nội dung."
            return
        fields = view.redline.fields
        yield from self._sentences("Điều gì thay đổi", [sentence_of(f) for f in fields if f.matters])
        yield from self._sentences("Khối kiểm soát", [sentence_of(f) for f in fields if not f.matters])
        yield from ("", self._bold(f"{view.summary}."))
        if view.total:
            for line in redline_lines(view.inline):
                yield from self._line(line)

    def _sentences(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        if sentences:
            yield from ("", self._bold(title))
            yield from (f"{_INDENT}• {sentence}" for sentence in sentences)

    def _line(self, line: RedlineLine) -> Iterator[str]:
        indent = _INDENT * (line.depth + 1)
        if line.fold:
            yield self._dim(f"{indent}… {line.fold}")
        elif line.table:
            yield from self._table(line.table, indent)
        elif line.leaf:
            yield from self._mark(line.leaf, indent)
            if line.leaf.block.kind is BlockKind.RULE:
                yield f"{indent}{_RULE}"
            elif line.leaf.block.runs:
                yield from self._block(block_words(line.leaf.change), indent, line.sign)

    def _mark(self, leaf: Leaf, indent: str) -> Iterator[str]:
        mark = self._view.mark(leaf)
        if mark:
            number = f"{mark.number}/{self._view.total} " if mark.number else ""
            other = f"; {mark.other.words}" if mark.other else ""
            notes = "".join(f" ({note})" for note in mark.notes)
            yield self._bold(f"{indent}@ {number}{mark.sign} {mark.words}{other}{notes}")

    def _block(self, words: Sequence[Words], indent: str, sign: str) -> Iterator[str]:
        first, *others = self._words(words).split("\n")
        yield f"{indent}{sign}{first}"
        yield from (f"{indent}{' ' * len(sign)}{line}" for line in others)

    def _table(self, table: RedlineTable, indent: str) -> Iterator[str]:
        for row in table.head:
            yield from self._row(row, indent)
        for stretch in table.body:
            if stretch.fold:
                yield self._dim(f"{indent}… {self._view.fold(stretch.fold)}")
            else:
                for row in stretch.rows:
                    yield from self._row(row, indent)

    def _row(self, row: TableRow, indent: str) -> Iterator[str]:
        yield from self._mark(row.leaf, indent)
        cells = (self._words(cell.words).replace("\n", " ") for cell in row.cells)
        yield f"{indent}{SIGNS.get(row.leaf.fate, ' ')} | {' | '.join(cells)} |"

    def _words(self, words: Sequence[Words]) -> str:
        return "".join(self._of_one_fate(plain_words(words)))

    def _of_one_fate(self, parts: Iterable[tuple[Fate, str]]) -> Iterator[str]:
        for fate, text in parts:
            before, after = (_COLOUR if self._colour else _PLAIN).get(fate, ("", ""))
            # A line that is broken within a colour would lose it in a pager.
            yield "\n".join(before + line + after for line in text.split("\n"))

    def _bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_RESET}" if self._colour else text

    def _dim(self, text: str) -> str:
        return f"{_DIM}{text}{_RESET}" if self._colour else text
