"""YAML text to plain values, strictly: the line of every value, and every trap as a problem.

Reads: a YAML document (1.2 core scalars; no tags, anchors, aliases or second documents).
Returns: mappings, lists, texts, whole numbers, decimals, booleans and None, with lines and problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # made by the C library, unknown to types
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sotay.model.source import KeyPath, Problem, ProblemKind, key_name
from sotay.text.normal import SuspectKind, is_clean, suspects

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,18}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TRAPS = frozenset({"yes", "no", "on", "off", "y", "n"})
_NOT_PRINTABLE = re.compile("[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_BLANK = re.compile(r"\s*(?:- )?[a-z_]+:[^\s]")
_COLON_IN_VALUE = "mapping values are not allowed in this context"
_BEGUN_EARLIER = frozenset({"found unexpected end of stream", "could not find expected ':'"})
"""What is mended where the quote or key begins, not where reading it had to stop."""
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class YamlValues:
    """What a YAML text says."""

    value: Any
    """The root value; None for an empty or unreadable text."""
    lines: dict[KeyPath, int]
    """The line of every key and list item, counted from 1."""
    raw: dict[KeyPath, str]
    """The text of every unquoted scalar that was read as something other than text."""
    problems: list[Problem]
    """Everything refused."""


@dataclass(slots=True)
class _Level:
    """An open mapping or list while its events come in."""

    path: KeyPath
    container: dict[str, Any] | list[Any]
    key: str | None = None
    skip_value: bool = False


@dataclass(slots=True)
class _Builder:
    """Turns events into values without recursion, so that no depth of nesting can exhaust the stack."""

    first_line: int
    text: str
    root: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    raw: dict[KeyPath, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Level] = field(default_factory=list)

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def report(self, kind: ProblemKind, line: int, **facts: str) -> None:
        self.problems.append(Problem(kind, line, facts))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self.check_features(event)
            self.scalar(event)
        elif kind is MappingStartEvent:
            self.check_features(event)
            self.enter({}, event)
        elif kind is SequenceStartEvent:
            self.check_features(event)
            self.enter([], event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.open.pop()
        elif kind is AliasEvent:
            self.report(ProblemKind.YAML_FEATURE, self.line(event), feature=f"*{event.anchor}")
            self.place(None, event)

    def check_features(self, event: Any) -> None:
        if event.anchor:
            self.report(ProblemKind.YAML_FEATURE, self.line(event), feature=f"&{event.anchor}")
        if event.tag:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self.report(ProblemKind.YAML_FEATURE, self.line(event), feature=tag)

    def check_letters(self, event: Any, path: KeyPath) -> None:
        """Report invisible letters that only escapes put there; those that stand in the file are seen as text."""
        if event.style != '"' or is_clean(event.value):
            return
        found = (s.text for s in suspects(event.value) if s.kind is SuspectKind.INVISIBLE and s.text not in self.text)
        letters = " ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(found))
        if letters:
            self.report(ProblemKind.HIDDEN_LETTERS, self.line(event), key=key_name(path), letters=letters)

    def scalar(self, event: Any) -> None:
        level = self.open[-1] if self.open else None
        if level and isinstance(level.container, dict) and level.key is None:
            self.check_letters(event, (*level.path, str(event.value)))
            self.key(level, str(event.value), self.line(event))
            return
        self.check_letters(event, self.next_path())
        plain = event.style in ("", None)
        self.place(self.resolve(event) if plain else event.value, event)

    def key(self, level: _Level, name: str, line: int) -> None:
        path = (*level.path, name)
        level.key = name
        level.skip_value = name in level.container
        if level.skip_value:
            first = str(self.lines.get(path, line))
            self.report(ProblemKind.DUPLICATE_KEY, line, key=key_name(path), first=first)
        else:
            self.lines[path] = line

    def resolve(self, event: Any) -> Any:
        text: str = event.value
        if text in _WORDS:
            return _WORDS[text]
        if _WHOLE.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
        if text.lower() in _TRAPS:
            self.report(ProblemKind.UNQUOTED, self.line(event), key=key_name(self.next_path()), value=text)
        return text

    def next_path(self) -> KeyPath:
        """The path of the value that comes next."""
        if not self.open:
            return ()
        level = self.open[-1]
        return (*level.path, len(level.container) if isinstance(level.container, list) else level.key or "")

    def place(self, value: Any, event: Any) -> KeyPath | None:
        """Put a finished value, or a container just opened, where it belongs; return its path."""
        if not self.open:
            self.root = value
            return ()
        level = self.open[-1]
        if isinstance(level.container, list):
            path = (*level.path, len(level.container))
            level.container.append(value)
            self.lines[path] = self.line(event)
        else:
            if level.key is None:
                self.report(ProblemKind.SYNTAX, self.line(event), reason="complex key")
                return None
            path = (*level.path, level.key)
            level.key = None
            if level.skip_value:
                return None
            level.container[path[-1]] = value  # type: ignore[index]
        if type(event) is ScalarEvent and not isinstance(value, str):
            self.raw[path] = event.value
        return path

    def enter(self, container: dict[str, Any] | list[Any], event: Any) -> None:
        path = self.place(container, event)
        self.open.append(_Level(path if path is not None else ("",), container))


def read_yaml(text: str, first_line: int = 1) -> YamlValues:
    """Read a YAML text that starts on `first_line` of its file; faults become problems, never exceptions."""
    builder = _Builder(first_line, text)
    documents = 0
    try:
        for event in _events(text):
            documents += isinstance(event, DocumentStartEvent)
            if documents > 1:
                builder.report(ProblemKind.YAML_FEATURE, builder.line(event), feature="---")
                break
            builder.take(event)
            if len(builder.open) > _DEEPEST:
                builder.report(ProblemKind.SYNTAX, builder.line(event), reason="nested too deeply")
                break
    except YAMLError as error:
        _report_syntax(builder, error, text)
    except ValueError as error:
        builder.report(ProblemKind.SYNTAX, first_line, reason=str(error))
    return YamlValues(builder.root, builder.lines, builder.raw, builder.problems)


def _events(text: str) -> Iterator[Any]:
    # The C library reads events some ten times faster than pure Python.
    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


def _report_syntax(builder: _Builder, error: YAMLError, text: str) -> None:
    reason, index = _where(error, text)
    builder.report(ProblemKind.SYNTAX, builder.first_line + index, reason=reason)


def _where(error: YAMLError, text: str) -> tuple[str, int]:
    """Return why a text cannot be parsed and on which of its lines, counted from 0, a person should look."""
    lines = text.rstrip("\n").split("\n")
    unprintable = next((index for index, line in enumerate(lines) if _NOT_PRINTABLE.search(line)), 0)
    if not isinstance(error, MarkedYAMLError):
        return "control character", unprintable
    reason = str(error.problem)
    mark = (error.context_mark if reason in _BEGUN_EARLIER else error.problem_mark) or error.context_mark
    index = min(int(mark.line) if mark else 0, len(lines) - 1)
    if reason == _COLON_IN_VALUE and index and _NO_BLANK.match(lines[index - 1]):
        return "no blank after colon", index - 1
    return reason, index
