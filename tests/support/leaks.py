"""Looks for sentences in every file of a folder, however they may be written there.

A sentence is found in plain letters, escaped as HTML, JSON or an address, without diacritics, cut by tags, and within
packed files; in the names of files too.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from sotay.text.fold import fold

_TAG = re.compile(r"<[^<>]*>")
_OF_JSON = re.compile(r'\\u([0-9a-fA-F]{4})|\\(["\\/])')
_BLANKS = re.compile(r"\s+")


def leaks(folder: Path, sought: Mapping[str, str]) -> dict[str, str]:
    """Return which of the sought sentences stand in files of a folder, by name, each with the first file."""
    plain = {name: canonical(sentence) for name, sentence in sought.items()}
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = path.relative_to(folder).as_posix()
        for name in {name for text in readings(place, path.read_bytes()) for name in plain if plain[name] in text}:
            found.setdefault(name, place)
    return found


def canonical(text: str) -> str:
    """Return a text without anything by which two ways of writing the same letters differ."""
    return _BLANKS.sub(" ", fold(unescape(unquote(_OF_JSON.sub(_letter, unescape(text)))))).strip()


def readings(name: str, content: bytes) -> Iterator[str]:
    """Yield every way to read a file: its name, its letters with and without tags, and what is packed in it."""
    yield canonical(name)
    yield from _of_content(content)


@lru_cache(maxsize=2048)
def _of_content(content: bytes) -> frozenset[str]:
    """The same files are searched for many things, and every site ships the same styles."""
    ways = {
        canonical(way) for text in _decoded(content) for way in (text, _TAG.sub("", unescape(text)), _TAG.sub("", text))
    }
    return frozenset(ways.union(*(readings(inner, packed) for inner, packed in _unpacked(content))))


def _decoded(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "ignore")
    # A blank of UTF-16 has a zero byte; text of UTF-8 has none.
    if b"\0" in content:
        yield content.decode("utf-16-le", "ignore")
        yield content.decode("utf-16-be", "ignore")


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"\x1f\x8b"):
        yield "", gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            yield from ((name, package.read(name)) for name in package.namelist())


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]
