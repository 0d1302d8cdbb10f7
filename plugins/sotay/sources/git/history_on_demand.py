"""The history of a repository, opened only when something earlier is asked for: most checks need none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from sotay.errors import GitMissing
from sotay.history.commit_standing import CommitStanding
from sotay.history.timeline import RecordedText
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.sources.git.door import find_repository, repository_if_any
from sotay.sources.git.repository import open_history
from sotay.sources.git.standing import standings_in
from sotay.usecases.ports import History


class HistoryOnDemand:
    """The history of the repository around a root folder; `was_asked` says whether any was sought."""

    def __init__(self, root: Path, commit: str = "HEAD") -> None:
        """Take the folder, and the commit beyond which nothing counts."""
        self._root = root
        self._commit = commit
        self.was_asked = False

    @property
    def extent(self) -> str:
        """What tells this history from every longer or shorter one; empty where there is none."""
        try:
            repository = find_repository(self._root)
        except GitMissing:
            return ""
        return f"{repository.commit(self._commit)} {repository.prefix} {repository.boundary}" if repository else ""

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None; never another text.

        Raises ShallowHistory where the clone was cut off, and GitMissing where a repository cannot be read.
        """
        return self._history.find(code, version, fingerprint)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all documents that were ever recorded."""
        return self._history.codes

    def recorded(self, code: str) -> tuple[RecordedText, ...]:
        """Return every distinct text that was ever recorded of a document, oldest first."""
        return self._history.recorded(code)

    def text_of(self, recorded: RecordedText) -> DocumentFile:
        """Return a recorded text as it read when it was recorded."""
        return self._history.text_of(recorded)

    def standings(self, commits: Collection[str]) -> Mapping[str, CommitStanding]:
        """Return how commits stand to what is checked out; nothing where there is no repository."""
        self.was_asked = True
        repository = repository_if_any(self._root)
        return standings_in(repository, commits) if repository else {}

    @cached_property
    def _history(self) -> History:
        self.was_asked = True
        return open_history(self._root, self._commit)
