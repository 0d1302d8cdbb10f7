"""A Markdown body to its blocks, which hold everything that its fingerprint covers and nothing else.

Reads: the token stream of a body.
Returns: blocks in reading order. Two bodies have equal blocks exactly where their texts have equal fingerprints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from sotay.redline.changes import Block, BlockKind, Run
from sotay.redline.runs import runs_of

_CONTAINERS = {
    "bullet_list": "bullets",
    "ordered_list": "numbers",
    "blockquote": "quote",
    "dl": "definitions",
    "table": "table",
    "footnote_block": "footnotes",
}
_PARTS = {"list_item": BlockKind.ITEM, "dd": BlockKind.DEFINITION, "footnote": BlockKind.FOOTNOTE}
"""What begins with its first paragraph, and with a block without text if something else comes first."""
_DEPTH = frozenset({"bullets", "numbers", "quote"})
_NOTHING_SAID = (Run(""),)
"""What a paragraph without text has, so that it is more than no paragraph."""


def text_blocks(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return the blocks of a body's tokens."""
    reading = _Reading()
    for token in tokens:
        reading.take(token)
    return tuple(reading.blocks)


def outline(block: Block) -> tuple[str, ...]:
    """Return what a block stands in, without the numbers that lists begin with."""
    return tuple(label.partition(" ")[0] for label in block.within)


@dataclass(slots=True)
class _Reading:
    """The blocks so far, and what is open."""

    blocks: list[Block] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    """For each of `within`, whether no block stands in it yet."""
    begun: BlockKind | None = None
    """The part that was opened and has no block yet."""
    kind: BlockKind = BlockKind.PARAGRAPH
    """What the next inline content is."""
    level: int = 0
    """Of the heading that is open."""
    cells: list[tuple[Run, ...]] | None = None
    """The cells so far of the row that is open."""
    anchors: int = 0
    """How many references lead to the footnote that is open."""
    footnote: int = 0
    """Where the blocks of the footnote that is open begin."""

    def take(self, token: Token) -> None:
        name, _, step = token.type.rpartition("_")
        if token.type == "inline":
            self.inline(runs_of(token.children or []))
        elif token.type == "footnote_anchor":
            self.anchors += 1
        elif name in _CONTAINERS:
            self.container(name, token, opens=step == "open")
        elif name in _PARTS:
            self.part(name, opens=step == "open")
        elif name == "tr":
            self.row(opens=step == "open")
        else:
            self.block(token)

    def block(self, token: Token) -> None:
        if token.type == "paragraph_open":
            inner = BlockKind.QUOTE if self.within[-1:] == ["quote"] else BlockKind.PARAGRAPH
            self.kind, self.begun = self.begun or inner, None
        elif token.type in ("heading_open", "dt_open"):
            self.settle()
            self.kind = BlockKind.TERM if token.type == "dt_open" else BlockKind.HEADING
            self.level = int(token.tag[1]) if token.type == "heading_open" else 0
        elif token.type in ("fence", "code_block"):
            self.settle()
            marks = ("indented",) if token.type == "code_block" else ()
            self.add(BlockKind.CODE, (Run(token.content.rstrip("\n"), marks),))
        elif token.type == "hr":
            self.settle()
            self.add(BlockKind.RULE)

    def inline(self, runs: tuple[Run, ...]) -> None:
        if self.cells is not None:
            self.cells.append(runs)
        else:
            self.add(self.kind, runs or _NOTHING_SAID)

    def container(self, name: str, token: Token, *, opens: bool) -> None:
        self.settle()
        if opens:
            start = f" {token.attrs.get('start', 1)}" if name == "ordered_list" else ""
            self.within.append(_CONTAINERS[name] + start)
            self.fresh.append(True)
            return
        if self.fresh[-1]:
            self.add(BlockKind.QUOTE)
        self.within.pop()
        self.fresh.pop()

    def part(self, name: str, *, opens: bool) -> None:
        self.settle()
        if opens:
            self.begun = _PARTS[name]
            self.footnote, self.anchors = len(self.blocks), 0
        elif name == "footnote" and self.anchors > 1:
            first = self.blocks[self.footnote]
            cited = Run("", (f"cited {self.anchors}",))
            self.blocks[self.footnote] = replace(first, runs=(*first.runs, cited))

    def row(self, *, opens: bool) -> None:
        if opens:
            self.cells = []
        elif self.cells is not None:
            self.add(BlockKind.HEAD_ROW if self.fresh[-1] else BlockKind.ROW, cells=tuple(self.cells))
            self.cells = None

    def settle(self) -> None:
        """Give the part that was opened a block of its own, because it does not begin with a paragraph."""
        if self.begun:
            kind, self.begun = self.begun, None
            self.add(kind)

    def add(self, kind: BlockKind, runs: tuple[Run, ...] = (), cells: tuple[tuple[Run, ...], ...] = ()) -> None:
        depth = sum(label.partition(" ")[0] in _DEPTH for label in self.within)
        level = self.level if kind is BlockKind.HEADING else depth
        self.blocks.append(Block(kind, runs, cells, level, tuple(self.within), tuple(self.fresh)))
        self.fresh = [False] * len(self.fresh)
