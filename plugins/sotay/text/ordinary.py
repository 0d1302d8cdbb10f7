"""The letters and signs that Vietnamese administrative texts are made of.

Reads: a whole text.
Returns: whether it has no other; only the few that have must be looked at letter by letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = "À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_ORDINARY = re.compile(f"[\t\n\r -~{_LETTERS}“”‘’–—…☐•×°²³]*")


@lru_cache(maxsize=4096)  # a dozen rules ask for the same texts, one rule after the other
def is_ordinary(text: str) -> bool:
    """Return whether a text has only composed Vietnamese letters and the usual signs."""
    return _ORDINARY.fullmatch(text) is not None
