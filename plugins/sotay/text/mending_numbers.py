"""Numbers of legal documents whose letters and digits are right, and only their blanks, dashes or strokes are not.

Reads: a passage of prose, or the one value of a key.
Returns: the places of such numbers, with what they should be; a number in which something is missing is no such one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.text.fold import fold
from sotay.text.legal_number import citations, is_well_formed, lacks_year, mend_number

_LETTER_OR_DIGIT = re.compile(r"[^\W_]+")


def may_have_slips(text: str) -> bool:
    """Return False where a text surely has no number to mend; the quick way for the many that have none."""
    return any(citation.is_mistyped for citation in citations(text))


def slips(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and the mended form of every misspelt number in prose."""
    for citation in citations(text):
        mended = mended_number(citation.text)
        if mended:
            yield citation.start, citation.start + len(citation.text), mended


def mended_number(number: str) -> str | None:
    """Return the well-formed number that a misspelt one was meant to be, or None where that is not clear."""
    mended = mend_number(number)
    if mended == number or not is_well_formed(mended) or lacks_year(mended):
        return None
    return mended if _letters(mended) == _letters(number) else None


def _letters(number: str) -> str:
    return fold("".join(_LETTER_OR_DIGIT.findall(number)).replace("\u00d0", "Đ"))
