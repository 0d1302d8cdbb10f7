"""What a PDF file holds besides its pages, as far as it stands there uncompressed: scripts, and its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import IO

from sotay.model.attachment import Damage
from sotay.sources.inside import Inside, overlapping_chunks

_HEAD = 1024
_TAIL = 2048
_OVERLAP = 1024
_SCRIPT = re.compile(rb"/(?:JavaScript|Launch)(?![A-Za-z0-9])")
_AUTHOR = re.compile(rb"/Author\s{0,8}(?:\(((?:[^()\\]|\\.){0,400})\)|<([0-9A-Fa-f\s]{0,800})>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator>\s{0,80}<rdf:Seq>\s{0,80}<rdf:li[^>]{0,80}>([^<]{0,400})<")
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST_AUTHORS = 2
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def look_into_pdf(file: IO[bytes]) -> Inside:
    """Look for actions that run a program, and for the author."""
    size = file.seek(0, 2)
    file.seek(0)
    if b"%PDF-" not in file.read(_HEAD):
        return Inside(damage=Damage.DISGUISED)
    file.seek(max(0, size - _TAIL))
    if b"%%EOF" not in file.read(_TAIL):
        return Inside(damage=Damage.BROKEN)
    file.seek(0)
    has_scripts = is_locked = False
    authors: dict[str, None] = {}
    for chunk in overlapping_chunks(file, _OVERLAP):
        has_scripts = has_scripts or _SCRIPT.search(_plain_names(chunk)) is not None
        is_locked = is_locked or b"/Encrypt" in chunk
        found = (author for author in _authors(chunk) if author and author not in authors)
        authors |= dict.fromkeys(islice(found, _MOST_AUTHORS - len(authors)))
    # The strings of a locked file are unreadable, but its pages can be read without a password.
    named = () if is_locked else tuple(("creator", author) for author in authors)
    return Inside(has_scripts, named)


def _authors(chunk: bytes) -> Iterator[str]:
    yield from (_text(match[1], match[2]) for match in _AUTHOR.finditer(chunk))
    yield from (match[1].decode("utf-8", "replace").strip() for match in _CREATOR.finditer(chunk))


def _plain_names(chunk: bytes) -> bytes:
    """The chunk with the letters of names as themselves: `/J#61vaScript` is the same name as `/JavaScript`."""
    return _ESCAPED_NAME.sub(lambda escape: bytes.fromhex(escape[1].decode("ascii")), chunk)


def _text(literal: bytes | None, digits: bytes | None) -> str:
    """The words of a PDF string: UTF-16 or UTF-8 with its mark, else Latin letters."""
    raw = bytes.fromhex(_even(digits)) if digits is not None else _ESCAPE.sub(_unescaped, literal or b"")
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace").strip()
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace").strip()
    return raw.decode("latin-1").strip()


def _even(digits: bytes) -> str:
    plain = b"".join(digits.split()).decode("ascii")
    return plain + "0" * (len(plain) % 2)


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    if escaped[:1].isdigit() and escaped[:1] < b"8":
        return bytes([int(escaped, 8) & 0xFF])
    return _CONTROLS.get(escaped, b"" if escaped in (b"\n", b"\r") else escaped)
