"""The text of a document to HTML: links between documents resolved, tables that scroll in their own box.

Reads: the token stream that was checked, and the standpoint of the page.
Returns: HTML. A link that leads nowhere public becomes its plain words; so does any link out of the sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markupsafe import Markup, escape

from sotay.markup.markdown import render_html
from sotay.model.document import Body
from sotay.rendering.addresses import Standpoint
from sotay.rendering.site_page import Heading

_CODE = r"[A-Z]{2,5}(?:-[A-Z0-9]{1,10}){1,4}"
_TO_DOCUMENT = re.compile(rf"(?P<code>{_CODE})(?:\.md)?(?P<anchor>#[\w-]+)?")
_MENTION = re.compile(rf"(?<![\w/.-]){_CODE}(?![\w/-])")
_WITHIN_PAGE = re.compile(r"#[\w-]+")
_TO_PAGE = re.compile(r"(?P<page>[a-z0-9][a-z0-9/-]*)\.md(?P<anchor>#[\w-]+)?")
_PICTURE = re.compile(r"(?!/)[\w./-]+\.(?:png|jpe?g|webp|gif|svg)", re.IGNORECASE)
_DEEPEST_IN_CONTENTS = 3


@dataclass(frozen=True)
class LinkTargets:
    """What the links of one text may lead to."""

    standpoint: Standpoint
    own_code: str = ""
    """The document that the text belongs to: it does not link to itself."""
    pages: Mapping[str, str] | None = None
    """Addresses of hand-written pages, by file name without ending."""
    pictures: bool = False
    """Whether the text stands beside pictures that its site publishes."""

    def of(self, href: str) -> str | None:
        """Return where a link leads, or None if it leads nowhere on these sites."""
        if _WITHIN_PAGE.fullmatch(href):
            return href
        if match := _TO_DOCUMENT.fullmatch(href):
            found = self.standpoint.document(match["code"])
            return found + (match["anchor"] or "") if found else None
        if self.pages and (match := _TO_PAGE.fullmatch(href)) and match["page"] in self.pages:
            return self.standpoint.here(self.pages[match["page"]]) + (match["anchor"] or "")
        return None

    def of_mention(self, code: str) -> str | None:
        """Return where a code that the text mentions leads."""
        return None if code == self.own_code else self.standpoint.document(code)

    def of_picture(self, source: str) -> str | None:
        """Return where a picture is, or None if it is not one of the site's own."""
        if not self.pictures or not _PICTURE.fullmatch(source) or ".." in source.split("/"):
            return None
        return self.standpoint.here() + source


def body_html(body: Body, targets: LinkTargets) -> Markup:
    """Render a text."""
    return Markup(render_html(list(_blocks(body.tokens, targets))))  # noqa: S704 - markdown-it escaped it


def body_headings(body: Body) -> tuple[Heading, ...]:
    """Return the headings that a table of contents shows."""
    return tuple(
        Heading(section.title, section.anchor, section.level)
        for section in body.sections
        if section.level <= _DEEPEST_IN_CONTENTS
    )


def _blocks(tokens: Sequence[Token], targets: LinkTargets) -> Iterator[Token]:
    heading = False
    for token in tokens:
        if token.type == "inline":
            children = list(_inline(token.children or [], targets, mentions=not heading))
            yield _copy(token, children=children)
        elif token.type == "table_open":
            yield _html('<div class="scroll" tabindex="0" role="group" aria-label="Bảng, cuộn ngang nếu dài">\n')
            yield _copy(token, attrs={"class": "plain"})
        elif token.type == "table_close":
            yield token
            yield _html("</div>\n")
        else:
            yield token
        heading = token.type == "heading_open"


def _inline(children: Sequence[Token], targets: LinkTargets, *, mentions: bool) -> Iterator[Token]:
    """Resolve links, and link the codes that plain text mentions; links do not nest."""
    open_links: list[bool] = []
    for child in children:
        match child.type:
            case "link_open":
                href = targets.of(str(child.attrs.get("href", "")))
                open_links.append(href is not None)
                if href is not None:
                    yield _copy(child, attrs={"href": href})
            case "link_close":
                if open_links.pop():
                    yield child
            case "image":
                yield from _picture(child, targets)
            case "text" if mentions and not open_links:
                yield from _mentions(child, targets)
            case _:
                yield child


def _picture(token: Token, targets: LinkTargets) -> Iterator[Token]:
    source = targets.of_picture(str(token.attrs.get("src", "")))
    if source is None:
        yield from token.children or []
    else:
        yield _copy(token, attrs={**token.attrs, "src": source, "loading": "lazy"})


def _mentions(token: Token, targets: LinkTargets) -> Iterator[Token]:
    end = 0
    for match in _MENTION.finditer(token.content):
        href = targets.of_mention(match[0])
        if href is None:
            continue
        yield _copy(token, content=token.content[end : match.start()])
        title = targets.standpoint.addresses.titles.get(match[0], match[0])
        yield _html(f'<a href="{escape(href)}" title="{escape(title)}">{escape(match[0])}</a>', inline=True)
        end = match.end()
    yield _copy(token, content=token.content[end:])


def _copy(token: Token, **changes: object) -> Token:
    """Return a token with changes; the checked token itself stays as it is."""
    return replace(token, **changes)  # type: ignore[arg-type]


def _html(content: str, *, inline: bool = False) -> Token:
    return Token("html_inline" if inline else "html_block", "", 0, content=content)
