"""The one Markdown dialect: CommonMark with tables, definition lists, footnotes and heading anchors; raw HTML off.

Reads: Markdown text.
Returns: the token stream that is checked, rendered, compared and exported alike; and its HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sotay.model.document import Body, Section
from sotay.text.fold import slug


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table").enable("strikethrough")
    # A link that is not safe must reach the rules as a link; it is they who refuse it, with a line.
    parser.validateLink = lambda _url: True  # type: ignore[method-assign]
    return parser.use(deflist_plugin).use(footnote_plugin)


def parse_body(text: str, first_line: int = 1) -> Body:
    """Parse a Markdown text that starts on `first_line` of its file; give every heading an anchor."""
    tokens = _parser().parse(text)
    return Body(text, first_line, tuple(tokens), _anchor_headings(tokens, first_line))


def render_html(tokens: Sequence[Token]) -> str:
    """Render tokens to HTML."""
    parser = _parser()
    html: str = parser.renderer.render(list(tokens), parser.options, {})
    return html


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
        anchor = slug(title) or "muc"
        taken[anchor] = taken.get(anchor, 0) + 1
        if taken[anchor] > 1:
            anchor = f"{anchor}-{taken[anchor]}"
        token.attrSet("id", anchor)
        sections.append(Section(int(token.tag[1]), title, anchor, first_line + (token.map or [0])[0]))
    return tuple(sections)
