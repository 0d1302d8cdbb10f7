"""Pieces of a review in Markdown: names, decisions, codes, lists that are cut where nobody would read on.

Reads: values and texts of the province.
Returns: Markdown in which whatever the province says is text.
"""

from __future__ import annotations

from collections.abc import Sequence

from sotay.model.decision import Decision
from sotay.model.phrase import Language, Phrase
from sotay.rendering.markdown_text import inert, inert_code
from sotay.text.wording import date_words

_MOST_NAMES = 6
_LONGEST_TEXT = 600
_AND_MORE = Phrase("{names} và {count} cơ quan khác", "{names} and {count} more")
_MORE = Phrase("… còn {count} mục nữa", "… {count} more")
_DECIDED = Phrase(
    "{number} ngày {date}, hiệu lực từ {effective}",
    "{number} of {date}, in effect from {effective}",
)


def code_words(text: str) -> str:
    """Return a text in fixed width, cut where it is very long."""
    return inert_code(brief(text))


def text_words(text: str) -> str:
    """Return a text as one line that does nothing, cut where it is very long."""
    return inert(brief(text))


def brief(text: str) -> str:
    """Return the beginning of a text that is too long for a line."""
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT].rstrip()} …"


def agency_names(names: Sequence[str], language: Language) -> str:
    """Return names of agencies, the first few of many."""
    shown = ", ".join(text_words(name) for name in names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return _AND_MORE.format(names=shown, count=rest)(language) if rest > 0 else shown


def decision_words(decision: Decision, language: Language) -> str:
    """Return a decision with its days."""
    return _DECIDED.format(
        number=text_words(decision.number),
        date=date_words(decision.date),
        effective=date_words(decision.effective_date),
    )(language)


def shortened(lines: Sequence[str], most: int, language: Language) -> Sequence[str]:
    """Return the first items of a list, and how many there are besides."""
    rest = len(lines) - most
    return [*lines[:most], f"- {_MORE.format(count=rest)(language)}"] if rest > 0 else lines
