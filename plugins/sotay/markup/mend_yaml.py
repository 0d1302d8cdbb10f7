"""Edits of YAML: quotes where YAML would misread a text, numbers of legal documents, and the order of keys.

Reads: the text of a YAML file, or of a document with front matter.
Returns: edits with offsets and lines of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sotay.markup.front_matter import split_front_matter
from sotay.markup.key_order import key_order_edits
from sotay.markup.markdown import parse_body
from sotay.markup.yaml_places import PlacedScalar, placed_scalars, said
from sotay.model.source import Problem, ProblemKind, last_key
from sotay.text.mending import Edit, Passage, edits_of
from sotay.text.mending_numbers import may_have_slips, mended_number, slips

_IN_PROSE = "ST506"
_BY_KEY = {"legal_basis": "ST501", "number": "ST505", "replaces": "ST505", "amends": "ST505"}
"""Keys whose value is the number of a legal document, with the rule about it."""
_UNQUOTED = "ST105"
_FILE_KEYS = frozenset({"portal_form", "file"})
"""Keys whose value is the name of a file somewhere else, right or wrong."""
_CODE_OR_LINK = re.compile(r"(`+)[^`\n]+\1|\]\([^)\n]*\)")


@dataclass(frozen=True, slots=True)
class Parts:
    """The YAML of a file and the Markdown after it, with the offset at which each begins."""

    yaml: str
    yaml_start: int
    yaml_line: int
    body: str
    body_start: int


def parts_of(path: str, text: str) -> Parts:
    """Split a file; a Markdown file without front matter is all body."""
    if path.endswith(".yml"):
        return Parts(text, 0, 1, "", len(text))
    split = split_front_matter(text)
    if split is None:
        return Parts("", 0, 1, text, 0)
    body_start = len(text) - len(split.body)
    yaml_start = text.index("\n") + 1 if "\n" in text[:body_start] else text.index("\r") + 1
    return Parts(split.yaml, yaml_start, split.yaml_line, split.body, body_start)


def same_saying(path: str, before: str) -> Callable[[str], bool]:
    """Return the question whether the YAML of a file still says what it said, but for spelling.

    What could not be read, and so said nothing, may say more.
    """
    told = said(parts_of(path, before).yaml)
    return lambda after: not told or told == said(parts_of(path, after).yaml)


def quoting_edits(path: str, text: str, problems: Sequence[Problem]) -> list[Edit]:
    """Quote, exactly as typed, the values that reading found to need it (ST105)."""
    wanted = {
        (problem.line, last_key(problem.facts["key"]), problem.facts["value"])
        for problem in problems
        if problem.kind is ProblemKind.UNQUOTED
    }
    if not wanted:
        return []
    parts = parts_of(path, text)
    at, scalars = parts.yaml_start, placed_scalars(parts.yaml) or ()
    return edits_of(
        text,
        (
            (at + scalar.start, at + scalar.end, f'"{scalar.value}"', _UNQUOTED)
            for scalar in scalars
            if (scalar.line + parts.yaml_line, _last(scalar), scalar.value) in wanted and _is_bare(scalar, parts.yaml)
        ),
    )


def _is_bare(scalar: PlacedScalar, yaml: str) -> bool:
    is_value = scalar.is_plain and not scalar.is_key
    return is_value and yaml[scalar.start : scalar.end] == scalar.value and not set('"\\') & set(scalar.value)


def _last(scalar: PlacedScalar) -> str:
    return next((part for part in reversed(scalar.path) if isinstance(part, str)), "")


def number_edits(path: str, text: str) -> list[Edit]:
    """Mend numbers of legal documents, as values and in prose, where only blanks, dashes or strokes are wrong."""
    if not may_have_slips(text):
        return []
    parts = parts_of(path, text)
    found = [
        *((parts.yaml_start, slip) for slip in _in_yaml(parts.yaml)),
        *((parts.body_start, (*slip, _IN_PROSE)) for slip in _in_body(parts.body)),
    ]
    return edits_of(text, ((at + start, at + end, to, code) for at, (start, end, to, code) in found))


def _in_yaml(yaml: str) -> Iterator[Passage]:
    for scalar in placed_scalars(yaml) or ():
        if scalar.is_key or _last(scalar) in _FILE_KEYS:
            continue
        written = yaml[scalar.start : scalar.end]
        code = _BY_KEY.get(_last(scalar))
        whole = mended_number(scalar.value) if code else None
        if code and whole and written.strip("\"'") == scalar.value:
            start = scalar.start + written.index(scalar.value)
            yield start, start + len(scalar.value), whole, code
        else:
            at = scalar.start
            yield from ((at + start, at + end, mended, code or _IN_PROSE) for start, end, mended in slips(written))


def _in_body(body: str) -> Iterator[tuple[int, int, str]]:
    """Numbers in prose; what stands in a listing, between backticks or as an address is quoted and left alone."""
    found = list(slips(body))
    if not found:
        return
    tokens = parse_body(body).tokens
    listings = [token.map for token in tokens if token.type in ("fence", "code_block") and token.map]
    quoted = [match.span() for match in _CODE_OR_LINK.finditer(body)]
    for start, end, mended in found:
        line = body.count("\n", 0, start)
        in_listing = any(first <= line < last for first, last in listings)
        if not in_listing and not any(first < end and start < last for first, last in quoted):
            yield start, end, mended


def order_edits(path: str, text: str) -> list[Edit]:
    """Put the keys of a document's front matter in order (ST138)."""
    parts = parts_of(path, text)
    edits = key_order_edits(parts.yaml)
    return [
        replace(
            edit,
            start=edit.start + parts.yaml_start,
            end=edit.end + parts.yaml_start,
            line=edit.line + parts.yaml_line - 1,
        )
        for edit in edits
    ]
