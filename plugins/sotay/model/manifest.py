"""The manifest of a release: what `release.json` says of the files beside it and of what they rest on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from sotay.model.decision import Action
from sotay.model.release import Commit, Day, Edition
from sotay.model.schema import DecisionNumber, DocumentCode, Flag, Sha256, Value, Whole
from sotay.model.version import VersionKey

FORMAT = 1
"""The version of the format; another number means that this program cannot read it."""
MANIFEST_NAME = "release.json"
"""The file in which a manifest lies, at the root of what it describes."""


def _as_inner_path(path: str) -> str:
    """Refuse a path that is not plainly below a folder, or cannot be shown as it is."""
    steps = path.split("/")
    if not path.isprintable() or "\\" in path or any(step in {"", ".", ".."} for step in steps):
        raise PydanticCustomError("unsafe_path", "not a path below the folder")
    return path


InnerPath = Annotated[str, AfterValidator(_as_inner_path)]
"""A path below the folder of a manifest, with forward slashes and no step up."""


def _as_plain_text(text: str) -> str:
    """Refuse letters that would play with the terminal of whoever reads a message."""
    if not text.isprintable():
        raise PydanticCustomError("unprintable", "not printable")
    return text


PlainText = Annotated[str, AfterValidator(_as_plain_text)]
"""Words on one line."""


class ManifestKind(StrEnum):
    """What a manifest describes."""

    SITE = "site"
    """The portal and the sites of the agencies."""
    AUDIT_PACK = "audit_pack"
    """A folder of evidence for an audit."""


class PublishedFile(Value):
    """One file."""

    path: InnerPath
    """Below the folder of the manifest."""
    sha256: Sha256
    size: Whole = Field(ge=0)
    """In bytes."""


class IssuedDocument(Value):
    """One document in a decision, as the decision says it."""

    code: DocumentCode
    action: Action
    version: VersionKey | None = None
    fingerprint: Sha256 | None = None


class TakenDecision(Value):
    """One decision on which a release rests."""

    path: InnerPath
    """Its file in the repository."""
    agency: PlainText
    number: DecisionNumber
    date: Day
    """When it was signed."""
    effective_date: Day
    sha256: Sha256
    """Of the text of its file, with line feeds for line ends."""
    documents: tuple[IssuedDocument, ...]
    """In the order of the decision; a public release leaves out what is internal."""


class VersionInForce(Value):
    """A version that is in force at an agency on the day of a release."""

    agency: PlainText
    code: DocumentCode
    version: VersionKey
    fingerprint: Sha256 | None
    since: Day
    """Its first day in force."""
    decision: InnerPath
    """The file of the decision that put it into force."""


class NamedProvince(Value):
    """Whose release it is."""

    code: PlainText
    name: PlainText


class Tool(Value):
    """A program that has a say in the bytes of the files."""

    name: PlainText
    version: PlainText


class PackRequest(Value):
    """What an audit pack was asked for: whoever asks the same of the same commit gets the same pack."""

    agency: PlainText
    first: Day
    last: Day
    """The last day of the span, included."""
    seed: PlainText
    """By which the sample was drawn."""
    sample: Whole = Field(ge=0)
    """How many documents were drawn."""


class Manifest(Value):
    """`release.json`."""

    format: Whole
    """`FORMAT`."""
    kind: ManifestKind
    request: PackRequest | None = None
    """What was asked for, of an audit pack; null for a site."""
    generator: tuple[Tool, ...]
    """This program and those it leans on: others may give other bytes."""
    province: NamedProvince
    edition: Edition
    as_of: Day
    """The day whose state is shown."""
    known_at: Day | None
    """The day of the commit where a past state of knowledge was asked for; null for an ordinary release."""
    commit: Commit | None
    """The commit that answered; null where the files were not under Git."""
    has_changes: Flag
    """Whether the files differed from that commit."""
    decisions: tuple[TakenDecision, ...]
    """The decisions signed up to the day, by path."""
    in_force: tuple[VersionInForce, ...]
    """By agency and code."""
    files: tuple[PublishedFile, ...]
    """Every file below the folder but the manifest itself, by path."""
