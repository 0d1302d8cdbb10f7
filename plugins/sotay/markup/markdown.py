"""The one Markdown dialect: CommonMark with tables, definition lists, footnotes and heading anchors; raw HTML off.

Reads: Markdown text.
Returns: the token stream that is checked, rendered, compared and exported alike; and its HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sotay.model.document import Body, Section
from sotay.text.fold import slug

_BREAKS = ("softbreak", "hardbreak")
ALLOWANCE = re.compile(r"[ \t]*<!--[ \t]*sotay:[ \t]*allow\b((?:(?!-->).)*)-->[ \t]*")
"""A line that asks to be let off a rule of advice. It is no part of the text: not rendered, not fingerprinted.

One comment and nothing behind it: what stands there can be read on GitHub, and must not be missing here.
"""


@cache
def _parser(*, html: bool = False) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": html, "typographer": False}).enable("table").enable("strikethrough")
    # A link that is not safe must reach the rules as a link; it is they who refuse it, with a line.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser.use(deflist_plugin).use(footnote_plugin)


def parse_body(text: str, first_line: int = 1) -> Body:
    """Parse a Markdown text that starts on `first_line` of its file; give every heading an anchor."""
    tokens = _parse(text)
    return Body(text, first_line, tuple(tokens), _anchor_headings(tokens, first_line))


def allowance_lines(text: str) -> list[int]:
    """Return the positions of the lines that hold an allowance and nothing else, outside blocks of code."""
    if "sotay:" not in text:
        return []
    found = [index for index, line in enumerate(text.split("\n")) if ALLOWANCE.fullmatch(line)]
    blocks = [token.map for token in _parser().parse(text) if found and token.type in ("fence", "code_block")]
    code = {line for block in blocks if block for line in range(*block)}
    return [index for index in found if index not in code]


def _parse(text: str, *, html: bool = False) -> list[Token]:
    """Parse a text as if the lines that hold an allowance were not there, and count the lines as if they were."""
    left_out = set(allowance_lines(text))
    if not left_out:
        return _parser(html=html).parse(text)
    lines = text.split("\n")
    origin = [index for index in range(len(lines)) if index not in left_out]
    tokens = _parser(html=html).parse("\n".join(lines[index] for index in origin))
    for token in tokens:
        if token.map:
            start, end = token.map
            _count_breaks(token, origin[start:end])
            token.map = [origin[start], origin[end - 1] + 1] if start < end else [origin[start]] * 2
    return tokens


def _count_breaks(block: Token, lines: Sequence[int]) -> None:
    """Let a block know where each of its lines stands, and each line break how many lines it spans."""
    if block.type != "inline":
        return
    block.meta["lines"] = list(lines)
    breaks = [child for child in block.children or [] if child.type in _BREAKS]
    for child, line, after in zip(breaks, lines, lines[1:], strict=False):
        child.meta["lines"] = after - line


def typed_lines(block: Token, first_line: int) -> Iterator[tuple[int, str]]:
    """Yield each line of an inline block as it was typed, with its line in the file."""
    start = (block.map or [0])[0]
    stated: Sequence[int] = block.meta.get("lines", ())
    for index, line in enumerate(block.content.split("\n")):
        yield first_line + (stated[index] if index < len(stated) else start + index), line


def render_html(tokens: Sequence[Token]) -> str:
    """Render tokens to HTML."""
    parser = _parser()
    html: str = parser.renderer.render(list(tokens), parser.options, {})
    return html


def inline_tokens(tokens: Sequence[Token], first_line: int) -> Iterator[tuple[int, Token]]:
    """Yield every inline token with its line in the file."""
    for block in tokens:
        if block.type != "inline":
            continue
        line = first_line + (block.map or [0])[0]
        for child in block.children or []:
            yield line, child
            line += child.meta.get("lines", 1) if child.type in _BREAKS else 0


def raw_html(body: Body) -> Iterator[tuple[int, str]]:
    """Yield what would be HTML if it were let through, with its line; a `<` that is escaped or in code is not."""
    if "<" not in body.text:
        return
    tokens = _parse(body.text, html=True)
    for block in tokens:
        if block.type == "html_block":
            yield body.first_line + (block.map or [0])[0], block.content.strip()
    for line, token in inline_tokens(tokens, body.first_line):
        if token.type == "html_inline":
            yield line, token.content


def plain_text(inline: Token) -> str:
    """Return the text of an inline token without its markup."""
    children = inline.children or []
    return "".join(
        child.content if child.type in ("text", "code_inline") else " " * (child.type == "softbreak")
        for child in children
    )


def _anchor_headings(tokens: Sequence[Token], first_line: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    taken: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        title = plain_text(tokens[index + 1])
        anchor = _free_anchor(slug(title) or "muc", taken)
        token.attrSet("id", anchor)
        sections.append(Section(int(token.tag[1]), title, anchor, first_line + (token.map or [0])[0]))
    return tuple(sections)


def _free_anchor(wanted: str, taken: dict[str, int]) -> str:
    """Return the wanted anchor, or with the first number from 2 that makes it the only one; it counts as taken.

    For each anchor `taken` knows from which number on to try: a text may have ten thousand headings of one name.
    """
    anchor, number = wanted, taken.get(wanted, 2)
    while anchor in taken:
        anchor, number = f"{wanted}-{number}", number + 1
    taken[wanted] = number
    taken.setdefault(anchor, 2)
    return anchor
