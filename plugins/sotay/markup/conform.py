"""Plain values to a value of the schema, keeping all that is good and reporting all that is not.

Reads: what `yaml_values` produced.
Returns: a pydantic value from which every refused part has been left out, and a problem for each refusal.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sotay.markup.sample_value import sample_at
from sotay.markup.schema_path import allowed_values, known_keys
from sotay.markup.yaml_values import YamlValues
from sotay.model.schema import Value
from sotay.model.source import KeyPath, Problem, ProblemKind, key_name
from sotay.text.fold import closest
from sotay.text.ssh_keys import private_key_line

ValueT = TypeVar("ValueT", bound=Value)
_MOST_PASSES = 50
_BY_ABSENCE = frozenset({ProblemKind.MISSING, ProblemKind.WRONG_TYPE})
"""Kinds that also arise from what a syntax error cut off, or what an earlier pass took out."""


@dataclass(frozen=True, slots=True)
class Conformed(Generic[ValueT]):
    """A value of the schema, or None where nothing usable was left; its lines; and what was refused."""

    value: ValueT | None
    lines: Mapping[KeyPath, int]
    problems: tuple[Problem, ...]


def conform(schema: type[ValueT], read: YamlValues, first_line: int = 1) -> Conformed[ValueT]:
    """Validate a read mapping against a schema; the parts that do not fit are left out and reported, all at once."""
    problems = list(read.problems)
    if not isinstance(read.value, dict):
        if not problems:
            facts = {"key": "", "value": _shown(read.value), "sample": "", "expected": "model_type"}
            problems.append(Problem(ProblemKind.WRONG_TYPE, first_line, facts))
        return Conformed(None, read.lines, tuple(problems))
    is_cut = any(problem.kind is ProblemKind.SYNTAX for problem in problems)
    trapped = {problem.line for problem in problems if problem.kind is ProblemKind.UNQUOTED}
    for attempt in range(_MOST_PASSES):
        try:
            return Conformed(schema.model_validate(read.value), read.lines, _in_order(problems))
        except ValidationError as error:
            details = _root_causes(error.errors(include_url=False))
        found = _without_consequences([_problem(schema, detail, read, first_line) for detail in details])
        flags = {p.line for p in found if p.facts.get("expected") == "bool_type"}
        blank = {p.facts["key"] for p in found if p.facts.get("expected") == "blank_text"}
        problems = [p for p in problems if not (p.kind is ProblemKind.UNQUOTED and p.line in flags)]
        problems = [p for p in problems if not (p.kind is ProblemKind.HIDDEN_LETTERS and p.facts["key"] in blank)]
        trapped -= flags
        # What a later pass finds missing was taken out by an earlier one, which has reported why.
        problems += [p for p in found if p.line not in trapped and not ((attempt or is_cut) and p.kind in _BY_ABSENCE)]
        _mend_or_remove(read, details)
    return Conformed(None, read.lines, _in_order(problems))


def _root_causes(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short where items of it were refused, which are there and may yet be mended."""
    refused_within = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    return [d for d in details if not (d["type"] == "too_short" and d["loc"] in refused_within)]


def _without_consequences(problems: list[Problem]) -> list[Problem]:
    """Leave out a key reported missing where a misspelt one beside it was meant."""
    meant = {_sibling(p.facts["key"], p.facts["suggestion"]) for p in problems if p.kind is ProblemKind.UNKNOWN_KEY}
    return [p for p in problems if not (p.kind is ProblemKind.MISSING and p.facts["key"] in meant)]


def _sibling(key: str, name: str) -> str:
    return f"{key.rpartition('.')[0]}.{name}" if "." in key else name


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _mend_or_remove(read: YamlValues, details: list[ErrorDetails]) -> None:
    """Put the raw text where a text was meant, then take out every other refused part, the last positions first."""
    unquoted = {detail["loc"] for detail in details if _is_unquoted(detail, read)}
    refused = {d["loc"][:-1] if d["type"] == "missing" else d["loc"] for d in details if d["loc"] not in unquoted}
    for path in unquoted:
        _parent(read.value, path)[path[-1]] = read.raw.pop(path)
    gone: set[KeyPath] = set()
    for path in sorted(refused, key=_position, reverse=True):
        if not any(path[:depth] in gone for depth in range(1, len(path) + 1)):
            gone.add(_remove(read, path))
    _close_gaps(read.lines, gone)
    _close_gaps(read.raw, gone)


def _is_unquoted(detail: ErrorDetails, read: YamlValues) -> bool:
    return detail["type"] == "string_type" and bool(read.raw.get(detail["loc"]))


def _position(path: tuple[int | str, ...]) -> tuple[tuple[bool, int, str], ...]:
    return tuple((isinstance(p, int), p if isinstance(p, int) else 0, str(p)) for p in path)


def _parent(data: Any, path: KeyPath) -> Any:
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _remove(read: YamlValues, path: KeyPath) -> KeyPath:
    """Take out the value at a path, or the nearest part above it that can be taken out; return where that was."""
    while path:
        parent, last = _parent(read.value, path), path[-1]
        if isinstance(parent, dict) and last in parent:
            del parent[last]
            return path
        if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
            del parent[last]
            return path
        path = path[:-1]
    read.value.clear()
    return path


_Any = TypeVar("_Any")


def _close_gaps(by_path: dict[KeyPath, _Any], gone: set[KeyPath]) -> None:
    """Let what stood after removed list items move up."""
    removed: defaultdict[KeyPath, list[int]] = defaultdict(list)
    for path in gone:
        if path and isinstance(path[-1], int):
            insort(removed[path[:-1]], path[-1])
    if not removed:
        return
    moved: dict[KeyPath, _Any] = {}
    for path, value in by_path.items():
        parts = [
            part - bisect_left(removed[path[:depth]], part)
            if isinstance(part, int) and path[:depth] in removed
            else part
            for depth, part in enumerate(path)
        ]
        if not any(path[:depth] in gone and isinstance(path[depth - 1], int) for depth in range(1, len(path) + 1)):
            moved[tuple(parts)] = value
    by_path.clear()
    by_path.update(moved)


def _problem(schema: type[BaseModel], detail: ErrorDetails, read: YamlValues, first: int) -> Problem:
    path: KeyPath = detail["loc"]
    name = key_name(path)
    facts = {"key": name, "value": _shown(detail["input"], read.raw.get(path))}
    line = _line(read, path, first)
    match detail["type"]:
        case "extra_forbidden":
            near = closest(str(path[-1]), known_keys(schema, path[:-1]))
            return Problem(ProblemKind.UNKNOWN_KEY, line, facts | {"suggestion": near or ""})
        case "missing":
            return Problem(ProblemKind.MISSING, _line(read, path[:-1], first), facts)
        case "impossible_date" | "not_a_date":
            return Problem(ProblemKind.BAD_DATE, line, facts | {"possible": str(detail["type"] == "not_a_date")})
        case "enum":
            allowed = allowed_values(schema, path)
            near = closest(str(detail["input"]), allowed)
            return Problem(
                ProblemKind.NOT_IN_LIST, line, facts | {"allowed": ", ".join(allowed), "suggestion": near or ""}
            )
        case "string_type" if _is_unquoted(detail, read):
            return Problem(ProblemKind.UNQUOTED, line, facts)
        case "wrong_form":
            return Problem(ProblemKind.WRONG_FORM, line, facts | {"example": str(detail["ctx"]["example"])})
        case kind:
            sample = {"sample": sample_at(schema, path, detail["input"])}
            return Problem(ProblemKind.WRONG_TYPE, line, facts | sample | {"expected": kind})


def _line(read: YamlValues, path: KeyPath, first: int) -> int:
    while path:
        if path in read.lines:
            return read.lines[path]
        path = path[:-1]
    return first


def _shown(value: object, raw: str | None = None) -> str:
    if isinstance(value, str) and private_key_line(value):
        return "…"  # what is secret is not repeated in a message
    if raw is not None:
        return raw
    if value is None:
        return ""
    if isinstance(value, (str, int, Decimal)):
        return str(value)[:80]
    return "{…}" if isinstance(value, Mapping) else "[…]"
