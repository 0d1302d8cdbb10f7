"""Where a value stands in its file, and what was wrong with the file when it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

KeyPath = tuple[str | int, ...]
"""The way to a value in a YAML file: keys of mappings and positions in lists."""


def key_name(path: KeyPath) -> str:
    """Return the dotted name of a value as a person would say it; list positions are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def last_key(name: str) -> str:
    """Return the key of a dotted name that a person sees on the line: the last part that is no position."""
    return next((part for part in reversed(name.split(".")) if not part.isdigit()), name)


class ProblemKind(StrEnum):
    """What reading can find wrong with the form of a file, before any rule looks at its content."""

    UNREADABLE = "unreadable"
    SYNTAX = "syntax"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    DUPLICATE_KEY = "duplicate_key"
    WRONG_TYPE = "wrong_type"
    NOT_IN_LIST = "not_in_list"
    WRONG_FORM = "wrong_form"
    UNQUOTED = "unquoted"
    BAD_DATE = "bad_date"
    YAML_FEATURE = "yaml_feature"
    HIDDEN_LETTERS = "hidden_letters"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of form, at one line."""

    kind: ProblemKind
    line: int
    """Counted from 1."""
    facts: Mapping[str, str]
    """The values that a message about it names: key, value, expected, suggestion …"""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the repository that a person can open."""

    path: str
    """Relative to the repository, with forward slashes."""
    line: int = 1
    """Counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its text, the line of each value, and its faults of form."""

    path: str
    """Relative to the repository, with forward slashes."""
    text: str
    """The whole text, decoded."""
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    """The line of every key and list item, counted from 1."""
    problems: tuple[Problem, ...] = ()
    """Everything that reading found wrong."""

    def place(self, *keys: str | int) -> Place:
        """Return the place of a value, or of the nearest enclosing value that has one."""
        path: KeyPath = keys
        while path:
            if path in self.lines:
                return Place(self.path, self.lines[path])
            path = path[:-1]
        return Place(self.path)

    def refuses(self, key: str) -> bool:
        """Return whether reading refused a top-level key, a part of it, or a misspelling of it."""
        return any(
            problem.facts.get("key", "").split(".")[0] == key or problem.facts.get("suggestion") == key
            for problem in self.problems
        )

    def refuses_within(self, *keys: str | int) -> bool:
        """Return whether reading refused a part of the value at a path."""
        start = f"{key_name(keys)}."
        return any(problem.facts.get("key", "").startswith(start) for problem in self.problems)

    @property
    def is_cut(self) -> bool:
        """Whether a part of the file could not be read at all, so that its lines and keys are not all known."""
        return any(problem.kind in (ProblemKind.UNREADABLE, ProblemKind.SYNTAX) for problem in self.problems)

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
