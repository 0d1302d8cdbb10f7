"""What an author asks to be let off: comments that name a rule of advice and say why it does not fit here.

Reads: the text of a Markdown or YAML file.
Returns: the allowances in it, right or wrong; whether one may stand is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotay.markup.front_matter import split_front_matter
from sotay.markup.markdown import ALLOWANCE, allowance_lines
from sotay.markup.yaml_places import placed_scalars

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
    targets = _targets(lines, own)
    begins = next((index for index, line in enumerate(lines) if index not in own and line.strip()), len(lines))
    scalars = placed_scalars(text) or ()
    ends, after = [scalar.end for scalar in scalars], 0
    for index, line in enumerate(lines):
        match = _IN_YAML.search(line)
        start, after = after, after + len(line) + 1
        if match is None:
            continue
        # What stands within a value is published: it is a part of the text, whatever it looks like.
        position = start + match.start(1)
        next_value = bisect_right(ends, position)
        if next_value < len(scalars) and scalars[next_value].start <= position:
            continue
        target = targets[index] if index in own else index
        # What is missing from a file is found on its first line, where no comment can stand before it.
        head = {1} if index < begins else set()
        yield _allowance(match[1], index + first, frozenset({index + first, target + first} | head))


def _in_markdown(text: str, first: int) -> Iterator[Allowance]:
    positions = allowance_lines(text)
    lines = text.split("\n")
    targets = _targets(lines, set(positions))
    for index in positions:
        match = ALLOWANCE.fullmatch(lines[index])
        if match:
            yield _allowance(match[1], index + first, frozenset({index + first, targets[index] + first}))


def _targets(lines: Sequence[str], comments: set[int]) -> list[int]:
    """For each line the next one that says something; the line itself if none follows."""
    targets, following = list(range(len(lines))), -1
    for index in range(len(lines) - 1, -1, -1):
        targets[index] = following if following >= 0 else index
        if index not in comments and lines[index].strip():
            following = index
    return targets


def _allowance(said: str, line: int, about: frozenset[int]) -> Allowance:
    code, _, reason = said.strip().partition(" ")
    return Allowance(line, about, code, reason.strip())
