"""Where the scalars of a YAML text stand, so that one of them can be mended and nothing else.

Reads: a YAML text.
Returns: every key and value with its offsets; None where the text cannot be parsed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sotay.model.source import KeyPath
from sotay.text.fold import fold
from sotay.text.look_alikes import mend_look_alikes
from sotay.text.mending import plain_signs
from sotay.text.normal import mend

_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class PlacedScalar:
    """A key or a value, and where it stands."""

    path: KeyPath
    """Of a key, the path of its value."""
    value: str
    """The text, whatever it would be read as."""
    line: int
    """The line of the key or list item, counted from 0; a value may begin further down."""
    column: int
    """Counted from 0."""
    start: int
    """Offset in the text, in code points; of a quoted text, that of its quote."""
    end: int
    """Offset after it."""
    is_key: bool
    is_plain: bool
    """Whether it stands without quotes, on one line or several."""


@dataclass(slots=True)
class _Level:
    """An open mapping or list while its events come in."""

    path: KeyPath
    is_list: bool
    count: int = 0
    key: str | None = None
    key_line: int = 0


def placed_scalars(text: str) -> tuple[PlacedScalar, ...] | None:
    """Return every key and value of a YAML text in order; None if it cannot be parsed or goes beyond plain YAML."""
    try:
        return tuple(_scalars(text))
    except (YAMLError, ValueError):
        return None


def said(text: str) -> list[str] | None:
    """Return what a YAML text says, told so that spelling, blanks, quotes and the order of keys do not count."""
    scalars = placed_scalars(text)
    if scalars is None:
        return None
    return sorted(f"{_told('.'.join(map(str, s.path)))}={_told(s.value)}" for s in scalars if not s.is_key)


def _told(text: str) -> str:
    plain = plain_signs(mend(text))
    return "".join(fold("".join(map(mend_look_alikes, plain.split()))).split())


def _scalars(text: str) -> Iterator[PlacedScalar]:
    levels: list[_Level] = []
    for event in YAML(typ="safe", pure=False).parse(text):
        level = levels[-1] if levels else None
        is_key = level is not None and not level.is_list and level.key is None
        if isinstance(event, AliasEvent) or (is_key and isinstance(event, (MappingStartEvent, SequenceStartEvent))):
            raise ValueError("not plain")
        if isinstance(event, ScalarEvent):
            yield _placed(event, level, is_key=is_key)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            levels.append(_Level(_next(level), isinstance(event, SequenceStartEvent)))
            if len(levels) > _DEEPEST:
                raise ValueError("nested too deeply")
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            levels.pop()


def _placed(event: Any, level: _Level | None, *, is_key: bool) -> PlacedScalar:
    line, column = int(event.start_mark.line), int(event.start_mark.column)
    if level and is_key:
        level.key, level.key_line = str(event.value), line
        path: KeyPath = (*level.path, level.key)
    else:
        line = level.key_line if level and not level.is_list else line
        path = _next(level)
    plain = event.style in ("", None)
    return PlacedScalar(path, event.value, line, column, event.start_mark.index, event.end_mark.index, is_key, plain)


def _next(level: _Level | None) -> KeyPath:
    """The path of the value that comes now; the next one of its mapping needs a key again."""
    if level is None:
        return ()
    if level.is_list:
        level.count += 1
        return (*level.path, level.count - 1)
    path = (*level.path, level.key or "")
    level.key = None
    return path
