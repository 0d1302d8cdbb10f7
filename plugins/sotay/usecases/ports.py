"""What the use cases ask of the world."""

from __future__ import annotations

from typing import Protocol

from sotay.model.document import DocumentFile
from sotay.model.version import Version


class EarlierTexts(Protocol):
    """Texts of versions that the working tree no longer holds."""

    def find(self, code: str, path: str | None, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None; never another text."""


class NoEarlierTexts:
    """The answer where there is no history to ask."""

    def find(self, code: str, path: str | None, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return None: nothing earlier is known."""
        return None
