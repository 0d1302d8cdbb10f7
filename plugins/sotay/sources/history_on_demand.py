"""The history of a repository, opened only when an earlier text is asked for: most checks need none."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.usecases.ports import EarlierTexts


class HistoryOnDemand:
    """The earlier texts of the repository around a root folder; `was_asked` says whether any was sought."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.was_asked = False

    def find(self, code: str, path: str | None, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None; never another text."""
        self.was_asked = True
        return self._texts.find(code, path, version, fingerprint)

    @cached_property
    def _texts(self) -> EarlierTexts:
        from sotay.sources.git_repository import open_history  # noqa: PLC0415 - GitPython takes 50 ms to load

        return open_history(self._root)
