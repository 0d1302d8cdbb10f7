"""A draft to the text of its file: YAML front matter in the house style, then the body.

Reads: a Draft.
Returns: text that reads back to the same values, byte for byte the same for the same draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sotay.usecases.importing.draft import Draft

_ALWAYS_QUOTED = frozenset({"version", "tthc"})
"""Keys that look like numbers to some readers of YAML."""
_FLOW = frozenset({"tthc", "levels", "applicants"})
"""Lists of short ids, written on one line."""
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", ""})
_LIKE_A_NUMBER = re.compile(r"[-+]?[0-9.][0-9_.,:eExXoOa-fA-F+-]*|[-+]?\.(?:inf|nan)", re.IGNORECASE | re.ASCII)
_LIKE_A_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?", re.ASCII)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def draft_text(draft: Draft) -> str:
    """Return the whole text of a draft's file."""
    front = "\n".join(_mapping(draft.values, ""))
    body = f"\n{draft.body}\n" if draft.body else ""
    return f"---\n{front}\n---\n{body}"


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _sequence(key, value, indent)
        else:
            yield f"{indent}{key}: {_scalar(value, quoted=key in _ALWAYS_QUOTED)}"


def _sequence(key: str, values: Sequence[Any], indent: str) -> Iterator[str]:
    if key in _FLOW or not values:
        yield f"{indent}{key}: [{', '.join(_scalar(value, quoted=key in _ALWAYS_QUOTED) for value in values)}]"
        return
    yield f"{indent}{key}:"
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_mapping(value, f"{indent}    "))
            yield f"{indent}  - {lines[0].lstrip(' ')}"
            yield from lines[1:]
        else:
            yield f"{indent}  - {_scalar(value)}"


def _scalar(value: object, *, quoted: bool = False) -> str:
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if not quoted and _is_plain(text):
        return text
    # JSON's way to write a text is also YAML's, but for some characters that YAML wants escaped.
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str) -> bool:
    """Whether every reader of YAML takes an unquoted text for the same text."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text.lower() in _WORDS:
        return False
    if ": " in text or " #" in text or text.endswith(":") or not text.isprintable():
        return False
    return not _LIKE_A_NUMBER.fullmatch(text) and not _LIKE_A_DATE.fullmatch(text)
