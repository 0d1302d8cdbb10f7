"""What an auditor needs of one agency and one span of days, so that nothing has to be taken on trust.

Reads: a province examined on the last day of the span.
Returns: an AuditPack; every text in it is one that a decision names by its fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from sotay.history.ledger import Ledger, Period
from sotay.history.timeline import FileTouch
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.document import Access, DocumentFile
from sotay.model.province import AgencyFiles, FileOf
from sotay.redline.changes import Redline
from sotay.redline.compare import compare
from sotay.redline.names import names_of
from sotay.rules.examination import Examination
from sotay.usecases.known_ledger import known_ledger
from sotay.usecases.report_changes import ChangeEvent, changes_between
from sotay.usecases.report_register import RegisterLine, register_as_of
from sotay.usecases.signature_evidence import SignatureWorth, signature_worths


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """What is asked for."""

    agency: str
    first: date
    last: date
    """The last day of the span, included; the register is of this day."""
    seed: str
    """By which the sample is drawn, so that anybody can draw the same one again."""
    sample: int
    """How many documents to look at in detail."""


@dataclass(frozen=True, slots=True)
class AppliedVersion:
    """A version that was in force at the agency on some day of the span."""

    period: Period
    text: DocumentFile | None
    """None where no text has the fingerprint that the decision names."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed when one version took the place of another."""

    code: str
    before: Period
    after: Period
    redline: Redline


class ScanStanding(StrEnum):
    """How the scanned paper of a decision stands to what its file says of it."""

    NOT_NAMED = "not_named"
    """The decision names none."""
    IN_ORDER = "in_order"
    """It is the paper whose hash the decision states."""
    ABSENT = "absent"
    """It is not where the decision says."""
    OTHER = "other"
    """Another paper lies in its place."""


@dataclass(frozen=True, slots=True)
class DecisionEvidence:
    """A decision that put something of the span into force, ended it, or permitted the agency's own terms."""

    file: FileOf[Decision]
    agency: AgencyFiles
    """Whose decision it is: the agency's own, or of the owner of what it adopted."""
    worth: SignatureWorth
    """What its signature is worth."""
    scan: ScanStanding
    """Whether the scanned paper that it names is at hand."""
    trail: tuple[FileTouch, ...]
    """The commits that recorded or changed its file, oldest first."""

    @property
    def days_late(self) -> int | None:
        """How many days after its effect it was first recorded; 0 if in time, None where Git does not know it."""
        if not self.trail:
            return None
        return max(0, (self.trail[0].commit.day - self.file.value.effective_date).days)

    @property
    def edits_in_effect(self) -> tuple[FileTouch, ...]:
        """The commits that changed its file after it had taken effect."""
        return tuple(touch for touch in self.trail[1:] if touch.commit.day >= self.file.value.effective_date)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document of the sample."""

    code: str
    digest: str
    """SHA-256 of seed, colon and code: the documents with the lowest ones are drawn."""


@dataclass(frozen=True)
class AuditPack:
    """Everything of one agency in a span of days."""

    request: AuditRequest
    agency: Agency
    register: tuple[RegisterLine, ...]
    """On the last day."""
    events: tuple[ChangeEvent, ...]
    """What took effect in the span."""
    versions: tuple[AppliedVersion, ...]
    """By code and start."""
    comparisons: tuple[Comparison, ...]
    """Of versions that took another's place in the span."""
    decisions: tuple[DecisionEvidence, ...]
    """By path."""
    sample: tuple[Drawn, ...]
    """In the order of their digests."""
    province: str
    """The code of the province, which is a part of what signers signed."""

    @property
    def internal(self) -> tuple[str, ...]:
        """The codes of the documents that are not for the public."""
        texts = (version.text for version in self.versions)
        codes = {text.code for text in texts if text and text.control.access is Access.INTERNAL}
        return tuple(sorted(codes))


Trails = Callable[[Iterable[str]], Mapping[str, tuple[FileTouch, ...]]]
"""Asks the repository which commits touched some files."""


def audit_pack(files: AgencyFiles, examination: Examination, request: AuditRequest, trails: Trails) -> AuditPack:
    """Put together what is asked for of an agency."""
    ledger = known_ledger(files, examination)
    running = [period for period in ledger.periods if _touches(period, request)]
    return AuditPack(
        request=request,
        agency=files.agency,
        register=register_as_of(examination, files.id),
        events=changes_between(examination, request.first, request.last, files.id),
        versions=tuple(AppliedVersion(period, examination.text_of(period)) for period in running),
        comparisons=tuple(_comparisons(ledger, examination, request)),
        decisions=_with_trails(list(_evidence(_own(ledger, running, request), running, files, examination)), trails),
        sample=draw((period.code for period in running), request.seed, request.sample),
        province=examination.province.settings.value.code,
    )


def draw(codes: Iterable[str], seed: str, count: int) -> tuple[Drawn, ...]:
    """Draw documents: those whose SHA-256 of `<seed>:<code>` is lowest; the same seed always draws the same."""
    drawn = [Drawn(code, sha256(f"{seed}:{code}".encode()).hexdigest()) for code in set(codes)]
    return tuple(sorted(drawn, key=lambda one: one.digest)[:count])


def _touches(period: Period, request: AuditRequest) -> bool:
    return not period.is_void and period.starts <= request.last and (period.ends or date.max) >= request.first


def _comparisons(ledger: Ledger, examination: Examination, request: AuditRequest) -> Iterator[Comparison]:
    names = names_of(examination.province)
    for code in ledger.codes():
        before: Period | None = None
        for period in (p for p in ledger.of(code) if not p.is_void):
            if before and request.first <= period.starts <= request.last:
                old, new = examination.text_of(before), examination.text_of(period)
                if old and new:
                    yield Comparison(code, before, period, compare(old, new, names))
            before = period


def _own(ledger: Ledger, running: Iterable[Period], request: AuditRequest) -> set[tuple[str, date]]:
    """The agency's own decisions of the span, by number and day; those that permit own terms hold until replaced."""
    versions = (d for p in running for d in (p.decision, p.ended_by) if d and d.effective_date <= request.last)
    permitted = (p.decision for p in ledger.overrides if p.decision.effective_date <= request.last)
    return {(decision.number, decision.date) for decision in (*versions, *permitted)}


def _evidence(
    own: set[tuple[str, date]], running: Iterable[Period], files: AgencyFiles, examination: Examination
) -> Iterator[DecisionEvidence]:
    """The agency's own decisions; of what was adopted, also the one that issued it."""
    texts = {(p.code, p.fingerprint) for p in running}
    worths = signature_worths(examination)
    scans = {attachment.path: attachment.sha256 for attachment in examination.province.attachments}
    for agency in examination.province.agencies:
        for file in agency.decisions:
            decision = file.value
            issues = any((i.code, i.fingerprint) in texts for i in decision.documents if i.action is Action.ISSUE)
            if issues or (agency.id == files.id and (decision.number, decision.date) in own):
                yield DecisionEvidence(file, agency, worths[file.source.path], _scan(file, scans), ())


def _scan(file: FileOf[Decision], found: Mapping[str, str]) -> ScanStanding:
    scan = file.value.scan
    if scan is None:
        return ScanStanding.NOT_NAMED
    digest = found.get(f"{file.source.path.rpartition('/')[0]}/{scan.file}")
    if digest is None:
        return ScanStanding.ABSENT
    return ScanStanding.IN_ORDER if digest == scan.sha256 else ScanStanding.OTHER


def _with_trails(decisions: list[DecisionEvidence], trails: Trails) -> tuple[DecisionEvidence, ...]:
    found = trails(evidence.file.source.path for evidence in decisions)
    return tuple(replace(evidence, trail=found.get(evidence.file.source.path, ())) for evidence in decisions)
