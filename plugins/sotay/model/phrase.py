"""A short text in the two languages the product speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or a part of one, in Vietnamese and in English."""

    vi: str
    """Administrative Vietnamese with full diacritics."""
    en: str
    """Plain English of the same content."""

    def format(self, **facts: object) -> Phrase:
        """Fill the named places of both texts."""
        return Phrase(self.vi.format(**facts), self.en.format(**facts))

    def __call__(self, language: Language) -> str:
        """Return the text in one language."""
        return self.vi if language == "vi" else self.en
