"""Letters of other scripts and odd forms of letters that look like Vietnamese ones, and break search and comparison.

Reads: one line of text.
Returns: the letters that only look right, each with the letter that was meant.
A foreign letter counts where it stands in a word of ours, or alone among ours; foreign words are left in peace.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sotay.text.normal import Suspect, SuspectKind

_TWINS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοɑɡı",
        "ABESIJKMHOPCTYXaesijopcyxdhqwABEZHIKMNOPTYXoagi",
        strict=True,
    )
)
_ODD_FORMS = "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
"""Wide letters and mathematical ones."""
_FOREIGN = re.compile(f"[{''.join(_TWINS)}{_ODD_FORMS}]")
_WORD = re.compile(r"[^\W\d_]+")
_OURS = re.compile("[A-Za-zÀ-ɏẠ-ỹ]")


def may_hold_look_alikes(text: str) -> bool:
    """Return whether a text has letters that may look like ours; the quick way for the many that have none."""
    return _FOREIGN.search(text) is not None


def look_alikes(line: str) -> Iterator[Suspect]:
    """Yield the letters of a line that only look like Vietnamese ones."""
    if not may_hold_look_alikes(line):
        return
    is_in_cyrillic = any(c not in _TWINS and "\u0400" <= c <= "\u052f" for c in line)
    for word in _WORD.finditer(line):
        text = word[0]
        has_ours = bool(_OURS.search(text))
        is_alone = all("\u0400" <= c <= "\u052f" for c in text) and not is_in_cyrillic
        for offset, character in enumerate(text):
            twin = _TWINS.get(character) if has_ours or is_alone else None
            meant = twin or _plain_form(character)
            if meant:
                yield Suspect(SuspectKind.LOOK_ALIKE, word.start() + offset, character, meant)


def mend_look_alikes(line: str) -> str:
    """Return the line with the letters that were meant."""
    letters = list(line)
    for suspect in look_alikes(line):
        letters[suspect.index] = suspect.mended
    return "".join(letters)


def _plain_form(character: str) -> str | None:
    plain = unicodedata.normalize("NFKC", character)
    is_odd = "\uff21" <= character <= "\uff5a" or "\U0001d400" <= character <= "\U0001d7ff"
    return plain if is_odd and plain.isascii() and plain.isalpha() else None
