"""What a rule may look at: the province, the day, and what was worked out from them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from sotay.history.commit_standing import CommitStanding
from sotay.history.ledger import Ledger, Period
from sotay.history.signature_verdict import SignatureVerdict
from sotay.model.calendar import Calendar
from sotay.model.decision import DecisionItem
from sotay.model.document import DocumentFile
from sotay.model.manifest import VersionInForce
from sotay.model.province import AgencyFiles, FileOf, Province, ProvinceSettings
from sotay.model.release import Release

SharedT = TypeVar("SharedT")


@dataclass(frozen=True)
class Recorded:
    """What Git had recorded of the province at the commit that changes are held against."""

    reference: str
    """What the user calls that commit: `HEAD`, `origin/main` …"""
    agencies: tuple[AgencyFiles, ...]
    """With their people and decisions."""
    settings: FileOf[ProvinceSettings]
    calendar: FileOf[Calendar]
    releases: tuple[FileOf[Release], ...]
    signatures: Mapping[str, SignatureVerdict] = field(default_factory=dict)
    """How those signatures of the recorded decisions that are otherwise now stood to their texts, by path."""


@dataclass(frozen=True)
class Examination:
    """A province on a day."""

    province: Province
    """Everything the repository says."""
    day: date
    """The day for which it is judged; never the clock's."""
    fingerprints: Mapping[str, str]
    """Of the documents of the working tree, by code."""
    ledgers: Mapping[str, Ledger]
    """What each agency's decisions put into force, by agency id."""
    texts: Mapping[tuple[str, str], DocumentFile]
    """The text of each issued version that could be found, by code and fingerprint."""
    recorded: Recorded | None = None
    """What decisions and agencies are held against; None where nothing is recorded, or nothing differs from it."""
    signatures: Mapping[str, SignatureVerdict] = field(default_factory=dict)
    """How the signature of each signed decision stands to its text, by the path of the decision."""
    standings: Mapping[str, CommitStanding] = field(default_factory=dict)
    """How the commits of recorded releases stand to what is checked out; empty where there is no history to ask."""
    _shared: dict[Callable[[Examination], object], object] = field(default_factory=dict, repr=False, compare=False)

    def text_of(self, named: Period | DecisionItem | VersionInForce) -> DocumentFile | None:
        """Return the text whose fingerprint a decision names, and no other; None where it could not be found."""
        return self.texts.get((named.code, named.fingerprint or ""))

    def document_of(self, item: DecisionItem) -> DocumentFile | None:
        """Return the text that an item of a decision names, else the document as it stands; None if there is neither.

        For what seldom changes from version to version: kind, owner. Never for what was approved.
        """
        return self.text_of(item) or self.province.document_by_code.get(item.code)

    def shared(self, work_out: Callable[[Examination], SharedT]) -> SharedT:
        """Return what a function makes of this examination; rules that ask for the same share one answer."""
        if work_out not in self._shared:
            self._shared[work_out] = work_out(self)
        return cast("SharedT", self._shared[work_out])
