"""What to try in the search box: words that people really type, taken from the procedures themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.rendering.listing import is_over
from sotay.text.fold import fold
from sotay.usecases.publication import Entry, Publication

_MOST_WORDS = 3
_SHORTEST = 10
_LONGEST = 24


def tries(entries: Iterable[Entry], publication: Publication) -> tuple[str, ...]:
    """Return a few examples: keywords, one of them without diacritics, and at last a national code."""
    chosen = [entry for entry in _by_event(tuple(entries), publication) if entry.is_in_force]
    words = list(dict.fromkeys(word for entry in chosen for word in _short(entry)[:1]))[:_MOST_WORDS]
    if len(words) == _MOST_WORDS:
        words[-1] = fold(words[-1])
    codes = [code for entry in chosen for code in entry.control.tthc]
    return (*words, *codes[:1])


def _by_event(entries: tuple[Entry, ...], publication: Publication) -> Iterator[Entry]:
    """The first procedure of each event of life, then all others."""
    by_code = {entry.code: entry for entry in entries if not is_over(entry)}
    for event in publication.province.life_events.value.events:
        first = next((by_code[code] for code in event.codes if code in by_code), None)
        if first:
            yield first
    yield from by_code.values()


def _short(entry: Entry) -> list[str]:
    return [word for word in entry.control.keywords if _SHORTEST <= len(word) <= _LONGEST]
