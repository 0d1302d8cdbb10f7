"""The texts of issued versions, each looked for when it is first asked for: most are never asked for.

Reads: the working tree's documents, then history.
Returns: the text whose fingerprint a decision names; a version without one is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sotay.history.ledger import Period
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.usecases.ports import EarlierTexts


class IssuedTexts(Mapping[tuple[str, str], DocumentFile]):
    """The texts that could be found, by code and fingerprint; counting or listing them looks for all."""

    def __init__(
        self,
        documents: Mapping[str, DocumentFile],
        prints: Mapping[str, str],
        periods: Iterable[Period],
        earlier: EarlierTexts,
    ) -> None:
        """Take what the working tree has by code, the versions that decisions put into force, and history."""
        self._documents = documents
        self._prints = prints
        self._versions: dict[tuple[str, str], dict[Version, None]] = {}
        for period in periods:
            if period.fingerprint:
                self._versions.setdefault((period.code, period.fingerprint), {})[period.version] = None
        self._earlier = earlier
        self._known: dict[tuple[str, str], DocumentFile | None] = {}

    def __getitem__(self, key: tuple[str, str]) -> DocumentFile:
        """Return the text with a fingerprint; raises KeyError where no version has it, or its text is lost."""
        if key not in self._versions:
            raise KeyError(key)
        if key not in self._known:
            self._known[key] = self._look_for(*key)
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def _look_for(self, code: str, fingerprint: str) -> DocumentFile | None:
        document = self._documents.get(code)
        if document and self._prints.get(code) == fingerprint:
            return document
        # Decisions may disagree on what version a text is; the text itself knows.
        found = (self._earlier.find(code, version, fingerprint) for version in self._versions[code, fingerprint])
        return next(filter(None, found), None)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the code and fingerprint of every text that can be found."""
        return (key for key in self._versions if key in self)

    def __len__(self) -> int:
        """Return how many can be found."""
        return sum(1 for _ in self)
