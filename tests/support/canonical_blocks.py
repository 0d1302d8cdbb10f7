"""Blocks back to the canonical tokens that a fingerprint covers, which proves that blocks leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sotay.redline.changes import Block, BlockKind, Run

TOKENS = {
    "bullets": "bullet_list",
    "numbers": "ordered_list",
    "quote": "blockquote",
    "definitions": "dl",
    "table": "table",
    "footnotes": "footnote_block",
}
PARTS = {BlockKind.ITEM: "list_item", BlockKind.DEFINITION: "dd", BlockKind.FOOTNOTE: "footnote"}
AROUND = {BlockKind.HEADING: "heading", BlockKind.TERM: "dt"}
Told = list[Any]
"""Name, attributes and content of a token."""


def without_tags(token: Sequence[Any]) -> Told:
    """Return what a canonical token says beyond its HTML tag and what is made from its content."""
    name, rest = token[0], token[1:]
    if name == "text":
        return [name, *rest]
    _, attributes, content = rest
    inner = [without_tags(child) for child in content] if isinstance(content, list) else content
    return [name, attributes, (inner or []) if name == "image" else inner]


def told_tokens(blocks: Sequence[Block]) -> list[Told]:
    """Return the canonical tokens that blocks tell of, headings without their level."""
    telling = _Telling()
    for block in blocks:
        telling.block(block)
    telling.close_to(0)
    return telling.told


class _Telling:
    def __init__(self) -> None:
        self.told: list[Told] = []
        self.open: list[str] = []
        """Names of what is open: containers, and parts in them."""
        self.anchors = 1

    def tell(self, name: str, content: str = "", attributes: Sequence[tuple[str, str]] = ()) -> None:
        self.told.append([name, list(attributes), content])

    def block(self, block: Block) -> None:
        going_on = block.opens.index(True) if True in block.opens else len(block.opens)
        self.close_to(going_on)
        if going_on == len(block.within) and (block.kind in PARTS or block.kind is BlockKind.TERM):
            self.close_part()
        for label in block.within[going_on:]:
            name, _, start = label.partition(" ")
            self.tell(TOKENS[name] + "_open", attributes=[("start", start)] if start not in ("", "1") else [])
            self.open.append(TOKENS[name])
        self.content(block)

    def content(self, block: Block) -> None:
        runs = block.runs
        if block.kind in (BlockKind.ROW, BlockKind.HEAD_ROW):
            self.row(block)
        elif block.kind is BlockKind.RULE:
            self.tell("hr")
        elif block.kind is BlockKind.CODE:
            self.tell("code_block" if runs[0].marks else "fence", runs[0].text)
        elif block.kind in AROUND:
            self.around(AROUND[block.kind], runs)
        else:
            if block.kind in PARTS:
                self.tell(PARTS[block.kind] + "_open")
                self.open.append(PARTS[block.kind])
            if block.kind is BlockKind.FOOTNOTE:
                cited = runs[-1].marks[0] if runs and runs[-1].marks else ""
                self.anchors = int(cited.removeprefix("cited ")) if cited.startswith("cited ") else 1
                runs = runs[:-1] if self.anchors > 1 else runs
            if runs:
                self.around("paragraph", runs)

    def around(self, name: str, runs: Sequence[Run]) -> None:
        self.tell(name + "_open")
        self.told += inline(runs)
        self.tell(name + "_close")

    def row(self, block: Block) -> None:
        head = block.kind is BlockKind.HEAD_ROW
        if not head and self.open[-1] != "tbody":
            self.open.append("tbody")
            self.tell("tbody_open")
        if head:
            self.tell("thead_open")
        self.tell("tr_open")
        for cell in block.cells:
            self.around("th" if head else "td", cell)
        self.tell("tr_close")
        if head:
            self.tell("thead_close")

    def close_to(self, depth: int) -> None:
        containers = [place for place, name in enumerate(self.open) if name in TOKENS.values()]
        while len(containers) > depth:
            while len(self.open) > containers[-1]:
                self.close()
            containers.pop()

    def close_part(self) -> None:
        if self.open[-1] in PARTS.values():
            self.close()

    def close(self) -> None:
        name = self.open.pop()
        if name == "footnote":
            last = [self.told.pop()] if self.told[-1][0] == "paragraph_close" else []
            for _ in range(self.anchors):
                self.tell("footnote_anchor")
            self.told += last
        self.tell(name + "_close")


def inline(runs: Sequence[Run]) -> list[Told]:
    """Return the canonical tokens of an inline content, told as a tree of runs."""
    return list(_inside([run for run in runs if run != Run("") or len(runs) > 1], 0))


def _inside(runs: Sequence[Run], depth: int) -> Iterator[Told]:
    place = 0
    while place < len(runs):
        run = runs[place]
        if len(run.marks) == depth:
            yield from _text(run.text)
            place += 1
            continue
        end = place
        while end < len(runs) and runs[end].marks[: depth + 1] == run.marks[: depth + 1]:
            end += 1
        yield from _element(run.marks[depth], runs[place:end], depth + 1)
        place = end


def _text(text: str) -> Iterator[Told]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield ["hardbreak", [], ""]
        if line:
            yield ["text", line]


def _element(mark: str, runs: Sequence[Run], depth: int) -> Iterator[Told]:
    name, _, rest = mark.partition(" ")
    address, titled, title = rest.partition(' "')
    stated = [("title", title[:-1])] if titled else []
    if name == "code":
        yield ["code_inline", [], runs[0].text]
    elif name == "footnote":
        number = runs[0].text.strip("[]")
        yield ["footnote_ref", [], "" if number == "*" else number]
    elif name == "image":
        yield ["image", [("src", address), *stated], list(_inside(runs, depth))]
    else:
        yield [name + "_open", [("href", address), *stated] if name == "link" else [], ""]
        yield from _inside(runs, depth)
        yield [name + "_close", [], ""]
