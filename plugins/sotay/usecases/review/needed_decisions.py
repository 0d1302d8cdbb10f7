"""Which decisions a changed document still waits for: its owner's, and those of the agencies that apply it.

Reads: the document after the change, and an examined province.
Returns: Needs, the owner's first. An agency past its last day decides nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.history.ledger import Period, Standing
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.document import DocumentFile
from sotay.model.province import AgencyFiles
from sotay.model.version import Version
from sotay.rules.examination import Examination

_RUNNING = (Standing.IN_FORCE, Standing.UPCOMING)


@dataclass(frozen=True, slots=True)
class Need:
    """A decision that is still to be taken."""

    agency: Agency
    action: Action
    """Issue, adopt or withdraw."""
    version: Version | None = None
    """The version to be issued or adopted; None where the document still has to be given one, or is withdrawn."""
    above: Version | None = None
    """The highest version that its owner ever issued; a new one must be above it."""


def issuing_decision(document: DocumentFile, owner: AgencyFiles, examination: Examination) -> Decision | None:
    """Return the owner's decision by which exactly this text is in force or will be, or None."""
    wanted = (document.version, examination.fingerprints.get(document.code))
    running = reversed(_running(document.code, owner, examination))
    return next((p.decision for p in running if (p.version, p.fingerprint) == wanted), None)


def decisions_to_issue(document: DocumentFile, owner: AgencyFiles, examination: Examination) -> Iterator[Need]:
    """Yield what is needed so that a text is in force at its owner and wherever another version of it is."""
    above = max((period.version for period in examination.ledgers[owner.id].of(document.code)), default=None)
    is_issued = issuing_decision(document, owner, examination) is not None
    is_new = document.version is not None and (above is None or document.version > above)
    version = document.version if is_issued or is_new else None
    if not is_issued:
        yield Need(owner.agency, Action.ISSUE, version, above)
    for files in _others(owner, examination):
        last = _last(document.code, files, examination)
        if last and last.fingerprint != examination.fingerprints.get(document.code):
            yield Need(files.agency, Action.ADOPT, version, above)


def decisions_to_withdraw(code: str, owner: AgencyFiles, examination: Examination) -> Iterator[Need]:
    """Yield what is needed so that a document that was removed is in force nowhere."""
    for files in (owner, *_others(owner, examination)):
        if _last(code, files, examination):
            yield Need(files.agency, Action.WITHDRAW)


def applying_agencies(code: str, owner: AgencyFiles | None, examination: Examination) -> Iterator[Agency]:
    """Yield the agencies that have a document in force on the day, its owner apart."""
    for files in _others(owner, examination):
        if examination.ledgers[files.id].in_force(code, examination.day):
            yield files.agency


def is_running(code: str, examination: Examination) -> bool:
    """Return whether a version of a document is in force anywhere, or will be."""
    return any(_running(code, files, examination) for files in examination.province.agencies)


def _others(owner: AgencyFiles | None, examination: Examination) -> Iterator[AgencyFiles]:
    for files in examination.province.agencies:
        if not (owner and files.id == owner.id) and not files.agency.is_gone(examination.day):
            yield files


def _running(code: str, files: AgencyFiles, examination: Examination) -> tuple[Period, ...]:
    periods = examination.ledgers[files.id].of(code)
    return tuple(period for period in periods if period.standing(examination.day) in _RUNNING)


def _last(code: str, files: AgencyFiles, examination: Examination) -> Period | None:
    """The last version in force or upcoming, unless a decision already withdraws it."""
    running = _running(code, files, examination)
    return running[-1] if running and not running[-1].withdrawn else None
