"""What an author asks to be let off: comments that name a rule of advice and say why it does not fit here.

Reads: the text of a Markdown or YAML file.
Returns: the allowances in it, right or wrong; whether one may stand is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotay.markup.front_matter import split_front_matter
from sotay.markup.markdown import ALLOWANCE, allowance_lines

_IN_YAML = re.compile(r"(?:^|\s)#[ \t]*sotay:[ \t]*allow\b(.*)")
_WORD = "sotay:"


@dataclass(frozen=True, slots=True)
class Allowance:
    """One request to be let off one rule at one line."""

    line: int
    """Where the comment stands, counted from 1."""
    about: frozenset[int]
    """The lines it is about: its own, the next that says something, and the first if it stands at the head."""
    code: str
    """The rule as typed; empty if none is named."""
    reason: str
    """Why; empty if not stated."""

    def covers(self, line: int) -> bool:
        """Return whether it is about a line."""
        return line in self.about


def read_allowances(path: str, text: str) -> tuple[Allowance, ...]:
    """Return the allowances of a file, from top to bottom."""
    if _WORD not in text:
        return ()
    if not path.endswith(".md"):
        return tuple(_in_yaml(text, 1))
    parts = split_front_matter(text)
    if parts is None:
        return tuple(_in_markdown(text, 1))
    return (*_in_yaml(parts.yaml, parts.yaml_line), *_in_markdown(parts.body, parts.body_line))


def _in_yaml(text: str, first: int) -> Iterator[Allowance]:
    lines = text.split("\n")
    own = {index for index, line in enumerate(lines) if line.lstrip().startswith("#")}
    begins = next((index for index, line in enumerate(lines) if index not in own and line.strip()), len(lines))
    for index, line in enumerate(lines):
        match = _IN_YAML.search(line)
        if match:
            target = _next(lines, index, own) if index in own else index
            # What is missing from a file is found on its first line, where no comment can stand before it.
            head = {1} if index < begins else set()
            yield _allowance(match[1], index + first, frozenset({index + first, target + first} | head))


def _in_markdown(text: str, first: int) -> Iterator[Allowance]:
    positions = allowance_lines(text)
    lines = text.split("\n")
    for index in positions:
        match = ALLOWANCE.fullmatch(lines[index])
        if match:
            target = _next(lines, index, set(positions))
            yield _allowance(match[1], index + first, frozenset({index + first, target + first}))


def _next(lines: Sequence[str], index: int, comments: set[int]) -> int:
    """The next line that says something; the comment's own line if none follows."""
    after = range(index + 1, len(lines))
    return next((number for number in after if number not in comments and lines[number].strip()), index)


def _allowance(said: str, line: int, about: frozenset[int]) -> Allowance:
    code, _, reason = said.strip().partition(" ")
    return Allowance(line, about, code, reason.strip())
