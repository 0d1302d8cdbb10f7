"""What a misspelt word was most likely meant to be, as a part of a message."""

from __future__ import annotations

from collections.abc import Iterable

from sotay.text.fold import closest


def hints(suggestion: str | None) -> dict[str, str]:
    """Return the words “did you mean …?” in both languages, under the names `hint` and `hint_en`; empty for None."""
    if not suggestion:
        return {"hint": "", "hint_en": ""}
    return {"hint": f"; có phải là “{suggestion}”?", "hint_en": f"; did you mean “{suggestion}”?"}


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.75) -> dict[str, str]:
    """Return the hints for the known word that is closest to a misspelt one."""
    return hints(closest(word, known, likeness))
