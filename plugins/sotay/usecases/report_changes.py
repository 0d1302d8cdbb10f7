"""What took effect between two days: versions issued, adopted, withdrawn or lapsed, and agencies' own terms.

Reads: an examined province.
Returns: events by the day of their effect; legal dates only, never the dates of commits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sotay.history.fingerprint import override_fingerprint
from sotay.history.ledger import Ledger, Period, PermittedOverride
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.version import Version
from sotay.redline.compare import compare
from sotay.redline.names import Names, names_of
from sotay.redline.own_terms import override_changes
from sotay.rules.examination import Examination
from sotay.usecases.known_ledger import known_ledger


class Happening(StrEnum):
    """What happened to a document at an agency."""

    ISSUED = "issued"
    ADOPTED = "adopted"
    LOCAL_TERMS = "local_terms"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """One thing that took effect."""

    day: date
    """The first day on which it counts."""
    agency: Agency
    code: str
    title: str
    happening: Happening
    version: Version | None
    """The version in force from that day; None where none is."""
    before: Version | None
    """The version in force on the day before; None where none was."""
    decision: Decision | None
    """By which it happened; None for a temporary version that ended by itself."""
    note: str
    """The public note on the version's changes."""
    said: tuple[str, ...]
    """What it changes for citizens against the version before, one sentence each."""


def changes_between(
    examination: Examination, first: date, last: date, agency: str | None = None
) -> tuple[ChangeEvent, ...]:
    """Return what took effect from the first to the last day, both included, at one agency or at all."""
    events = (
        event
        for files in examination.province.agencies
        if agency in (None, files.id)
        for event in _events(files.agency, known_ledger(files, examination), examination)
        if first <= event.day <= last
    )
    return tuple(sorted(events, key=lambda e: (e.day, e.agency.order, e.agency.id, e.code, e.happening)))


def _events(agency: Agency, ledger: Ledger, examination: Examination) -> Iterator[ChangeEvent]:
    for code in ledger.codes():
        before: Period | None = None
        for period in (p for p in ledger.of(code) if not p.is_void):
            yield _began(agency, period, before, examination)
            if period.ends and (period.withdrawn or period.lapses):
                yield _ended(agency, period, examination)
            before = period
    for permitted in ledger.overrides:
        yield _permitted(agency, permitted, ledger, examination)


def _permitted(agency: Agency, permitted: PermittedOverride, ledger: Ledger, examination: Examination) -> ChangeEvent:
    day = permitted.decision.effective_date
    in_force = ledger.in_force(permitted.code, day)
    version = in_force.version if in_force else None
    return ChangeEvent(
        day=day,
        agency=agency,
        code=permitted.code,
        title=_title(permitted.code, in_force, examination),
        happening=Happening.LOCAL_TERMS,
        version=version,
        before=version,
        decision=permitted.decision,
        note="",
        said=tuple(_own_terms(agency, permitted, ledger)),
    )


def _own_terms(agency: Agency, permitted: PermittedOverride, ledger: Ledger) -> Iterator[str]:
    """What the first own terms for a procedure are, in words; nothing where others went before, or they are gone."""
    if any(p.code == permitted.code and p.decision != permitted.decision for p in ledger.overrides):
        return
    terms = [o for o in agency.overrides if override_fingerprint(o) == permitted.fingerprint]
    yield from (change.sentence for change in override_changes((), terms) if change.matters)


def _began(agency: Agency, period: Period, before: Period | None, examination: Examination) -> ChangeEvent:
    follows = before if before and before.ends == period.starts - timedelta(days=1) else None
    text = examination.text_of(period)
    return ChangeEvent(
        day=period.starts,
        agency=agency,
        code=period.code,
        title=_title(period.code, period, examination),
        happening=Happening.ISSUED if period.action is Action.ISSUE else Happening.ADOPTED,
        version=period.version,
        before=follows.version if follows else None,
        decision=period.decision,
        note=(text.control.changes or "") if text else "",
        said=tuple(_said(period, before, examination)),
    )


def _ended(agency: Agency, period: Period, examination: Examination) -> ChangeEvent:
    return ChangeEvent(
        day=(period.ends or period.starts) + timedelta(days=1),
        agency=agency,
        code=period.code,
        title=_title(period.code, period, examination),
        happening=Happening.WITHDRAWN if period.withdrawn else Happening.LAPSED,
        version=None,
        before=period.version,
        decision=period.ended_by,
        note="",
        said=(),
    )


def _said(period: Period, before: Period | None, examination: Examination) -> Iterator[str]:
    """What changes for citizens, in words; nothing where a text is missing, rather than a guess."""
    old = examination.text_of(before) if before else None
    new = examination.text_of(period)
    if old and new:
        yield from (
            change.sentence for change in compare(old, new, examination.shared(_names)).fields if change.matters
        )


def _names(examination: Examination) -> Names:
    return names_of(examination.province)


def _title(code: str, period: Period | None, examination: Examination) -> str:
    text = examination.text_of(period) if period else None
    document = text or examination.province.document_by_code.get(code)
    return (document.control.title if document else None) or code
