"""Whether a document is in use, as its owner's decisions have it."""

from __future__ import annotations

from sotay.history.ledger import Ledger, Period, Standing
from sotay.model.decision import Action
from sotay.model.document import DocumentFile
from sotay.rules.examination import Examination


def owner_ledger(document: DocumentFile, examination: Examination) -> Ledger | None:
    """Return what the owner's decisions say of its documents, or None if the owner is not known."""
    return examination.ledgers.get(document.control.owner or "")


def is_over(document: DocumentFile, examination: Examination) -> bool:
    """Return whether a document was in force once, and is not now nor will be."""
    return last_period(document, examination) is not None


def last_period(document: DocumentFile, examination: Examination) -> Period | None:
    """Return the last period of a document that is over, or None if it is not."""
    ledger, day = owner_ledger(document, examination), examination.day
    periods = [p for p in ledger.of(document.code) if not p.is_void] if ledger else []
    if not periods:
        return None
    goes_on = any(p.standing(day) in (Standing.IN_FORCE, Standing.UPCOMING) for p in periods)
    return None if goes_on and not ended_with_its_owner(document, examination) else periods[-1]


def ended_with_its_owner(document: DocumentFile, examination: Examination) -> bool:
    """Return whether a document is its owner's alone, such as a quality manual, and the owner exists no more."""
    owner = examination.province.agency_by_id.get(document.control.owner or "")
    is_own = owner is not None and document.source.path.startswith(f"sites/{owner.id}/")
    return is_own and owner is not None and owner.agency.is_gone(examination.day)


def deleted_in_force(examination: Examination) -> frozenset[str]:
    """Return the documents that are in force or will be, but whose file was deleted, which is said at the decision."""
    known, running = examination.province.codes, (Standing.IN_FORCE, Standing.UPCOMING)
    periods = (p for ledger in examination.ledgers.values() for p in ledger.periods if p.code not in known)
    return frozenset(p.code for p in periods if p.action is Action.ISSUE and p.standing(examination.day) in running)
