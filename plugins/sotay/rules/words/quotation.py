"""Words of a file as a part of a message."""

from __future__ import annotations

_MOST = 60


def short(text: str, most: int = _MOST) -> str:
    """Return a text as a message quotes it: on one line, its beginning only if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def ending(text: str, most: int = _MOST) -> str:
    """Return a text as a message quotes it whose end matters: its end only if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else "…" + line[1 - most :]
