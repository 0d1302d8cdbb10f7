"""Sentences of Vietnamese prose, split where an end is beyond doubt.

Reads: one line of text.
Returns: its sentences; abbreviations, dates and numbers do not end one.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[^\W\d_][^\W\d_])[.?!][”\")]?\s+(?=[“\"(]?[^\W\d_])")

_TITLES = re.compile(r"(?<!\w)(?:tp|tx|ths|ts|gs|pgs|bs|ks|vd)$", re.IGNORECASE)
"""Short forms before a name: Tp. Lạng Sơn, Ths. Nguyễn Văn A."""


def sentences_of(line: str) -> list[str]:
    """Split a line after its sentences: a small letter before the full stop, a capital after it."""
    sentences: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(line):
        following = line[match.end() : match.end() + 2].lstrip('“"(')
        is_title = _TITLES.search(line, max(start, match.start() - 4), match.start())
        if line[match.start() - 1].islower() and following[:1].isupper() and not is_title:
            sentences.append(line[start : match.end()].rstrip())
            start = match.end()
    return [*sentences, line[start:]]
