"""The links of a text, laid bare: what a reader's browser would make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from sotay.markup.markdown import inline_tokens
from sotay.model.document import Body

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED = frozenset({"mailto", "tel"})
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")
_ROUNDS = 4
"""A percent sign may be hidden behind percent signs; nobody means more than this."""
_SHOWN = 60


@dataclass(frozen=True)
class Link:
    """The address of a link or picture."""

    address: str
    """As parsed."""
    is_picture: bool = False

    @cached_property
    def plain(self) -> str:
        """The address without disguise: nothing encoded, no blanks, no backslashes."""
        plain = self.address
        for _ in range(_ROUNDS):
            plain = unquote(plain)
        return _UNSEEN.sub("", plain).replace("\\", "/")

    @cached_property
    def has_scheme(self) -> bool:
        """Whether it names a protocol such as `https:` or `mailto:`."""
        return _SCHEME.match(self.plain) is not None

    @cached_property
    def is_safe(self) -> bool:
        """Whether it can be published: inside the repository, or a mail or telephone address."""
        scheme = _SCHEME.match(self.plain)
        if scheme:
            return scheme[1].lower() in _ALLOWED
        return not self.plain.startswith("/") and ".." not in re.split(r"[/?#]", self.plain)

    @property
    def target(self) -> str:
        """The document, page or picture it names; empty within the same text."""
        return self.plain.partition("#")[0] if self.is_picture else self.plain.partition("#")[0].removesuffix(".md")

    @property
    def anchor(self) -> str:
        """The heading it names, if any."""
        return self.plain.partition("#")[2]

    @property
    def shown(self) -> str:
        """The address as a message quotes it."""
        readable = unquote(self.address)
        return (readable if readable.isprintable() else self.address)[:_SHOWN]


def links_of(body: Body) -> Iterator[tuple[int, Link]]:
    """Yield every link and picture of a text with its line, however it is written."""
    if not any(sign in body.text for sign in ("](", "]:", "][", "<")):
        return
    for line, token in inline_tokens(body.tokens, body.first_line):
        address = token.attrs.get("src" if token.type == "image" else "href")
        if isinstance(address, str):
            yield line, Link(address, is_picture=token.type == "image")
