"""What the use cases ask of the world."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from sotay.history.commit_standing import CommitStanding
from sotay.history.timeline import RecordedText
from sotay.model.document import DocumentFile
from sotay.model.version import Version


class EarlierTexts(Protocol):
    """Texts of versions that the working tree no longer holds."""

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None; never another text."""


class History(EarlierTexts, Protocol):
    """Everything that was ever recorded, whether or not a decision issued it."""

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all documents that were ever recorded."""

    def recorded(self, code: str) -> tuple[RecordedText, ...]:
        """Return every distinct text that was ever recorded of a document, oldest first."""

    def text_of(self, recorded: RecordedText) -> DocumentFile:
        """Return a recorded text as it read when it was recorded."""


class KnownCommits(Protocol):
    """The commits that a repository knows."""

    def standings(self, commits: Collection[str]) -> Mapping[str, CommitStanding]:
        """Return how commits, named in full, stand to what is checked out; nothing where there is no history."""


class NoEarlierTexts:
    """The answer where there is no history to ask."""

    codes: frozenset[str] = frozenset()

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return None: nothing earlier is known."""
        return None

    def recorded(self, code: str) -> tuple[RecordedText, ...]:
        """Return nothing."""
        return ()

    def text_of(self, recorded: RecordedText) -> DocumentFile:
        """Raise KeyError: nothing was recorded."""
        raise KeyError(recorded.code)
