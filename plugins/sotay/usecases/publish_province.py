"""Decides what each site shows on a day; nothing that is internal or undecided passes here.

Reads: an examined province.
Returns: a Publication. Documents that no decision covers, and those of internal access, are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sotay.history.fingerprint import override_fingerprint
from sotay.history.ledger import Ledger, Period, fold_decisions
from sotay.model.agency import Agency, Override
from sotay.model.decision import Action
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.province import AgencyFiles
from sotay.rules.examination import Examination
from sotay.text.collation import SortKey, sort_key
from sotay.usecases.publication import (
    AgencyPublication,
    Edition,
    Entry,
    ProcedureAcross,
    Publication,
    PublishedVersion,
    Revision,
)


def publish_province(
    examination: Examination, revision: Revision | None, edition: Edition = Edition.PUBLIC
) -> Publication:
    """Work out what the portal and every agency's site show."""
    province = examination.province
    agencies = tuple(_agency(files, examination, edition) for files in province.agencies)
    procedures = tuple(_across(agencies, _field_order(examination)))
    return Publication(province, examination.day, revision, agencies, procedures, edition)


def _agency(files: AgencyFiles, examination: Examination, edition: Edition) -> AgencyPublication:
    # What was signed later was not known on the day: a version is announced from its decision on, not before.
    signed = (file.value for file in files.decisions if file.value.date <= examination.day)
    ledger = fold_decisions(signed)
    entries = (_entry(code, files.agency, ledger, examination, edition) for code in ledger.codes())
    return AgencyPublication(files.id, files.agency, tuple(entry for entry in entries if entry))


def _entry(code: str, agency: Agency, ledger: Ledger, examination: Examination, edition: Edition) -> Entry | None:
    day = examination.day
    current, upcoming = ledger.in_force(code, day), ledger.upcoming(code, day)
    period = current or upcoming or ledger.last_ended(code, day)
    document = _text(period, examination) if period else None
    if period is None or document is None or not _may_be_shown(document, edition):
        return None
    return Entry(
        agency=agency,
        document=document,
        period=period,
        standing=period.standing(day),
        upcoming=upcoming if current else None,
        overrides=tuple(_overrides(code, agency, ledger, day)),
        versions=tuple(_versions(ledger.of(code), examination, edition)),
    )


def _may_be_shown(document: DocumentFile, edition: Edition) -> bool:
    return edition is Edition.INTERNAL or document.is_public


def _versions(periods: Iterable[Period], examination: Examination, edition: Edition) -> Iterator[PublishedVersion]:
    for period in periods:
        document = _text(period, examination)
        if document and not period.is_void and _may_be_shown(document, edition):
            yield PublishedVersion(document, period, period.standing(examination.day))


def _text(period: Period, examination: Examination) -> DocumentFile | None:
    """The text that the decision names, and no other."""
    return examination.texts.get((period.code, period.fingerprint or ""))


def _overrides(code: str, agency: Agency, ledger: Ledger, day: date) -> Iterator[Override]:
    for override in agency.overrides:
        is_of_procedure = override.procedure == code
        if is_of_procedure and ledger.permits(override_fingerprint(override), override.decision, day):
            yield override


def _across(agencies: tuple[AgencyPublication, ...], field_order: dict[str, int]) -> Iterator[ProcedureAcross]:
    entries = [entry for agency in agencies for entry in agency.entries if entry.kind is DocumentKind.PROCEDURE]
    issued = [entry for entry in entries if entry.period.action is Action.ISSUE]
    for entry in sorted(issued, key=lambda e: (field_order.get(e.control.field or "", 999), _title_key(e))):
        performers = tuple(other for other in entries if other.code == entry.code and other.is_performed)
        yield ProcedureAcross(entry, performers)


def _title_key(entry: Entry) -> SortKey:
    return sort_key(entry.control.title or entry.code)


def _field_order(examination: Examination) -> dict[str, int]:
    return {field.id: field.order for field in examination.province.fields.value.entries}
