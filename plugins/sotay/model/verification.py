"""What a verification finds: each departure named, and each thing that was not proven said plainly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sotay.model.manifest import Manifest


class Departure(StrEnum):
    """How a release departs from what it should be."""

    MANIFEST_FAULT = "manifest_fault"
    """The manifest is not in the form of one, so that nothing it says can be relied on."""
    FILE_CHANGED = "file_changed"
    FILE_ADDED = "file_added"
    FILE_REMOVED = "file_removed"
    NOT_A_FILE = "not_a_file"
    """A link, a device, or something that cannot be opened."""
    NO_COMMIT = "no_commit"
    """The release rests on files that no commit holds."""
    COMMIT_UNKNOWN = "commit_unknown"
    """The repository does not have the commit."""
    HISTORY_REWRITTEN = "history_rewritten"
    """The repository still has the commit, but it no longer leads to what is checked out."""
    STATEMENT_DIFFERS = "statement_differs"
    """The manifest says of the province or the clock what the commit does not bear out."""
    DECISION_FORGED = "decision_forged"
    """The manifest lists a decision that the commit does not hold."""
    DECISION_LEFT_OUT = "decision_left_out"
    """The commit holds a decision that the manifest does not list."""
    DECISION_DIFFERS = "decision_differs"
    """The manifest says of a decision what the commit does not bear out."""
    DECISION_REMOVED_SINCE = "decision_removed_since"
    """The repository no longer has a decision on which the release rests."""
    DECISION_EDITED_SINCE = "decision_edited_since"
    """The text of a decision on which the release rests is another today."""
    IN_FORCE_DIFFERS = "in_force_differs"
    """What the manifest says is in force does not follow from the decisions."""
    TEXT_NOT_FOUND = "text_not_found"
    """No text in history has the fingerprint of a version in force."""
    RECORD_DIFFERS = "record_differs"
    """The repository remembers a release of the same commit and day with another manifest."""
    SIGNATURE_WRONG = "signature_wrong"
    """The signature of a decision is not over its text."""
    SIGNER_WRONG = "signer_wrong"
    """The key of a signature was not the signer's on the day of the decision."""
    REBUILT_DIFFERS = "rebuilt_differs"
    """Built anew, a file has other bytes."""
    REBUILT_WITHOUT = "rebuilt_without"
    """Built anew, there is no such file."""
    REBUILT_BESIDES = "rebuilt_besides"
    """Built anew, there is a file that was not published."""
    NOT_REBUILT = "not_rebuilt"
    """It cannot be built anew at all."""


class Gap(StrEnum):
    """What a verification did not prove."""

    NO_REPOSITORY = "no_repository"
    """Files were only held against the manifest beside them."""
    NOTHING_READ = "nothing_read"
    """The manifest could not be read, so that nothing else was looked at."""
    COMMIT_ABSENT = "commit_absent"
    """Without the commit nothing that rests on it could be looked at."""
    NOT_REBUILT = "not_rebuilt"
    """Whether the files follow from the commit was not tried."""
    OTHER_TOOLS = "other_tools"
    """It was built anew with other programs than the manifest names."""
    NOT_RECORDED = "not_recorded"
    """The repository remembers no release of that commit and day."""
    NOT_CURRENT = "not_current"
    """The repository has decisions that the release knows nothing of."""
    NOT_SIGNED = "not_signed"
    """Decisions carry no signature that could be looked at."""


class Proof(StrEnum):
    """What a verification looked at and found in order."""

    FILES = "files"
    COMMIT = "commit"
    DECISIONS = "decisions"
    IN_FORCE = "in_force"
    RECORD = "record"
    SIGNATURES = "signatures"
    REBUILT = "rebuilt"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure, and what it is about."""

    kind: Departure
    subject: str
    """A file, a decision, a document: what a person would go and look at."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """The values that a message about it names."""


@dataclass(frozen=True, slots=True)
class Unproven:
    """One thing that was not proven."""

    kind: Gap
    facts: Mapping[str, str] = field(default_factory=dict)
    """The values that a message about it names."""


@dataclass(frozen=True)
class Verification:
    """Everything that was found of one published folder."""

    manifest: Manifest | None
    """What the folder says of itself; None if that cannot be read."""
    digest: str
    """The SHA-256 of the manifest."""
    deviations: tuple[Deviation, ...]
    """In the order of the questions, then by subject."""
    proofs: tuple[Proof, ...] = ()
    """What was found in order."""
    gaps: tuple[Unproven, ...] = ()
    """What was not proven."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing departs from what it should be."""
        return not self.deviations
