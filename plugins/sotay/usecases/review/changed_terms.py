"""What a change does to the own terms of agencies: a shorter limit, another fee, another counter.

Reads: two examinations of a province, before and after the change.
Returns: what changed at which agency for which procedure, and whether a decision permits it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sotay.history.fingerprint import override_fingerprint
from sotay.history.ledger import Ledger
from sotay.model.agency import Agency, Override
from sotay.model.decision import Decision
from sotay.model.province import AgencyFiles
from sotay.redline.changes import FieldChange
from sotay.redline.own_terms import override_changes
from sotay.rules.examination import Examination


@dataclass(frozen=True, slots=True)
class ChangedTerms:
    """An agency's own terms for one procedure that changed."""

    agency: Agency
    code: str
    title: str
    """Of the procedure; its code where the procedure is not there."""
    changes: tuple[FieldChange, ...]
    """What changed, what matters most first."""
    permitted_by: tuple[Decision, ...]
    """The decisions that permit the terms as they are now."""
    lacks_decision: bool
    """Whether some of them are permitted by none."""
    given_up: tuple[Decision, ...]
    """The decisions that permit terms which are not stated any more."""


def changed_terms(before: Examination, after: Examination) -> Iterator[ChangedTerms]:
    """Yield the own terms that changed, by agency and procedure; an agency that is new or gone has none."""
    for files in after.province.agencies:
        was = before.province.agency_by_id.get(files.id)
        if was is None or was.agency.overrides == files.agency.overrides:
            continue
        for code in dict.fromkeys(o.procedure for o in (*files.agency.overrides, *was.agency.overrides)):
            old, new = _for(code, was), _for(code, files)
            if {*map(override_fingerprint, old)} != {*map(override_fingerprint, new)}:
                yield _changed(code, old, new, files, after)


def _for(code: str, files: AgencyFiles) -> tuple[Override, ...]:
    return tuple(override for override in files.agency.overrides if override.procedure == code)


def _changed(
    code: str, old: Sequence[Override], new: Sequence[Override], files: AgencyFiles, after: Examination
) -> ChangedTerms:
    ledger = after.ledgers[files.id]
    permissions = [_permission(override, ledger) for override in new]
    kept = {*map(override_fingerprint, new)}
    ways = {override.channel for override in new}
    # Terms for a way of filing that has terms still were changed rather than given up.
    gone = [o for o in old if o.channel not in ways and override_fingerprint(o) not in kept]
    document = after.province.document_by_code.get(code)
    return ChangedTerms(
        agency=files.agency,
        code=code,
        title=(document.control.title if document else None) or code,
        changes=override_changes(old, new),
        permitted_by=_once(permissions),
        lacks_decision=None in permissions,
        given_up=_once([_permission(override, ledger) for override in gone]),
    )


def _permission(override: Override, ledger: Ledger) -> Decision | None:
    """The decision that permits terms from some day on."""
    wanted = (override.procedure, override_fingerprint(override), override.decision)
    decided = (p.decision for p in ledger.overrides if (p.code, p.fingerprint, p.decision.number) == wanted)
    return next(decided, None)


def _once(decisions: Sequence[Decision | None]) -> tuple[Decision, ...]:
    found: list[Decision] = []
    for decision in decisions:
        if decision is not None and decision not in found:
            found.append(decision)
    return tuple(found)
