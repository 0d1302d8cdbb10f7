"""Decides what each site shows on a day; nothing undecided passes here, and nothing internal into the public edition.

Reads: an examined province.
Returns: a Publication. Documents that no decision covers are not in it; a public one is what `public_edition` leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sotay.history.fingerprint import override_fingerprint
from sotay.history.ledger import Ledger, Period
from sotay.model.agency import Agency, Override
from sotay.model.document import DocumentKind
from sotay.model.finding import Finding
from sotay.model.province import AgencyFiles
from sotay.model.release import Edition
from sotay.rules.approval.key_holders import valid_key
from sotay.rules.examination import Examination
from sotay.text.collation import SortKey, sort_key
from sotay.text.ssh_keys import PublicKey
from sotay.usecases.known_ledger import known_ledger
from sotay.usecases.public_edition import public_agencies, public_province
from sotay.usecases.publication import (
    AgencyPublication,
    Entry,
    ProcedureAcross,
    Publication,
    PublishedVersion,
    Revision,
    as_issued,
)
from sotay.usecases.published_advice import published_advice


def publish_province(
    examination: Examination,
    revision: Revision | None,
    edition: Edition = Edition.PUBLIC,
    findings: Iterable[Finding] = (),
) -> Publication:
    """Work out what the portal and every agency's site show; of the findings, what is advice on their documents."""
    province = examination.province
    agencies = tuple(_agency(files, examination) for files in province.agencies)
    advice = published_advice(findings, province, agencies, edition)
    if edition is Edition.PUBLIC:
        agencies = public_agencies(agencies)
        province = public_province(province, agencies)
    procedures = tuple(_across(agencies, examination))
    signed_with = dict(_signed(examination))
    return Publication(province, examination.day, revision, agencies, procedures, edition, signed_with, advice)


def _signed(examination: Examination) -> Iterator[tuple[tuple[str, str, date], PublicKey]]:
    """The keys of the decisions whose signatures count."""
    for agency in examination.province.agencies:
        for file in agency.decisions:
            key = valid_key(file, agency, examination)
            if key:
                yield (agency.agency.id, file.value.number, file.value.date), key


def _agency(files: AgencyFiles, examination: Examination) -> AgencyPublication:
    ledger = known_ledger(files, examination)
    entries = (_entry(code, files.agency, ledger, examination) for code in ledger.codes())
    records = tuple(record for record in files.records if record.value.date <= examination.day)
    return AgencyPublication(files.id, files.agency, tuple(entry for entry in entries if entry), records)


def _entry(code: str, agency: Agency, ledger: Ledger, examination: Examination) -> Entry | None:
    day = examination.day
    current, upcoming = ledger.in_force(code, day), ledger.upcoming(code, day)
    period = current or upcoming or ledger.last_ended(code, day)
    document = examination.text_of(period) if period else None
    if period is None or document is None:
        return None
    return Entry(
        agency=agency,
        document=document,
        period=period,
        standing=period.standing(day),
        upcoming=upcoming if current else None,
        overrides=tuple(_overrides(code, agency, ledger, day)),
        versions=tuple(_versions(ledger.of(code), examination)),
    )


def _versions(periods: Iterable[Period], examination: Examination) -> Iterator[PublishedVersion]:
    for period in periods:
        document = examination.text_of(period)
        if document and not period.is_void:
            yield PublishedVersion(document, period, period.standing(examination.day))


def _overrides(code: str, agency: Agency, ledger: Ledger, day: date) -> Iterator[Override]:
    for override in agency.overrides:
        is_of_procedure = override.procedure == code
        if is_of_procedure and ledger.permits(override_fingerprint(override), override.decision, day):
            yield override


def _across(agencies: tuple[AgencyPublication, ...], examination: Examination) -> Iterator[ProcedureAcross]:
    entries = [entry for agency in agencies for entry in agency.entries if entry.kind is DocumentKind.PROCEDURE]
    order = _field_order(examination)
    for entry in sorted(as_issued(entries), key=lambda e: (order.get(e.control.field or "", 999), _title_key(e))):
        performers = (other for other in entries if other.code == entry.code and other.is_performed)
        yield ProcedureAcross(entry, tuple(other for other in performers if other.agency.exists_on(examination.day)))


def _title_key(entry: Entry) -> SortKey:
    return sort_key(entry.control.title or entry.code)


def _field_order(examination: Examination) -> dict[str, int]:
    return {field.id: field.order for field in examination.province.fields.value.entries}
