"""What a text says of itself, read without reading the whole: its code and version, for thousands of old texts.

Reads: the bytes of one file that Git holds.
Returns: what reading the whole document would give for these keys; a front matter that is not plain is read whole.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import get_args

from sotay.history.timeline import Head
from sotay.markup.conform import conform
from sotay.markup.front_matter import split_front_matter
from sotay.markup.yaml_values import read_yaml
from sotay.model.document import Document
from sotay.model.schema import DocumentCode
from sotay.model.version import Version
from sotay.sources.province_files import LARGEST, decoded
from sotay.text.normal import has_endless_marks

_PLAIN_OR_NOT = bytes(128) + b"\1" * 128
_MANY = b"\1" * 62
"""What piles marks up has no plain letter in between for so many bytes; to look for that first costs little."""
_START = re.compile(r"---[^\S\n]*\n")
_KEY = re.compile(r"([a-z_]+):(?: +(.*))?")
_QUOTED = r"""(?:"[^"\\]*"|'[^']*')"""
_WITHIN = rf"""(?:[^\[\]{{}}"'#]|{_QUOTED})*"""
_CLOSED = re.compile(rf"(?:{_QUOTED}|\[{_WITHIN}\]|\{{{_WITHIN}\}}) *(?: #.*)?")
_SCALAR = re.compile(r"""(?P<quote>["']?)(?P<text>[A-Za-z0-9.-]+)(?P=quote) *(?: #.*)?""")
_WANTED = ("code", "version")
_OPENS = ('"', "'", "[", "{")
_STRANGE = ("&", "*", "!", "%", "@", "`", "?", ",")
_CODE: re.Pattern[str] = get_args(DocumentCode)[1].expression


def head_of(content: bytes) -> Head | None:
    """Return what a text states of itself; None for what would not be read as a text at all."""
    if len(content) > LARGEST:
        return None
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        return None
    if _MANY in content.translate(_PLAIN_OR_NOT) and has_endless_marks(text):
        return None
    return _plain_head(text) or _read_head(text)


def _plain_head(text: str) -> Head | None:
    """The head as plain lines give it; None where they are not plain."""
    front = _front(text)
    if front is None or "\r" in front:
        return None
    stated: dict[str, str] = {}
    lines = front.split("\n")
    at = [index for index, line in enumerate(lines) if line and line[0] != " "]
    for index, following in zip_longest(at, at[1:], fillvalue=len(lines)):
        line = lines[index]
        match = _KEY.fullmatch(line)
        if not match:
            if line[0] != "#" and not line.startswith("- "):
                return None
            continue
        key, value = match[1], match[2] or ""
        if key in stated or value.startswith(_STRANGE):
            return None
        if key in _WANTED or value.startswith(_OPENS):
            # What is indented below goes on with the value; a quote or bracket must be closed before the next key.
            value = "\n".join([value, *lines[index + 1 : following]]).rstrip()
            if value.startswith(_OPENS) and not _CLOSED.fullmatch(value):
                return None
        stated[key] = value
    return _stated_head(stated)


def _front(text: str) -> str | None:
    """The lines between the first two that are `---`."""
    start = _START.match(text)
    end = text.find("\n---", start.end() - 1) if start else -1
    while start and end >= 0:
        if not text[end + 4 :].partition("\n")[0].strip():
            return text[start.end() : end + 1]
        end = text.find("\n---", end + 4)
    return None


def _stated_head(stated: dict[str, str]) -> Head | None:
    code, version = (_SCALAR.fullmatch(stated.get(key, "")) for key in _WANTED)
    if not code or not version or not _CODE.fullmatch(code["text"]):
        return None
    try:
        return Head(code["text"], Version.parse(version["text"]), bool(stated.get("model")))
    except ValueError:
        return None


def _read_head(text: str) -> Head:
    parts = split_front_matter(text)
    if parts is None:
        return Head(None, None)
    control = conform(Document, read_yaml(parts.yaml, parts.yaml_line), parts.yaml_line).value or Document()
    return Head(control.code, control.version, bool(control.model))
