"""What the head and the staff of an agency have to know of its documents on a day.

Reads: what the agency's site shows.
Returns: what is in force, what is coming, what is due for review, what ends soon, and what the rules advise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sotay.deadlines.review import review_due
from sotay.history.ledger import Period, Standing
from sotay.model.document import Document, DocumentKind
from sotay.model.legal import LegalDocument
from sotay.model.procedure import Fee
from sotay.model.version import Version
from sotay.usecases.publication import Advice, AgencyPublication, Entry, Publication

SOON = timedelta(days=90)
"""How far ahead reviews and fees are looked at: a quarter of a year."""
LAWS_AHEAD = timedelta(days=180)
"""How far ahead laws are looked at: documents follow a changed law within three months of its effect
(QĐ 19/2014/QĐ-TTg, Điều 4), and a decision has to be prepared before."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A version that is approved and not yet applied."""

    entry: Entry
    period: Period


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A document of the agency's own that has to be reviewed."""

    entry: Entry
    due: date
    """The last day for it."""
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """A document that the agency applies in an older version than its owner has in force."""

    entry: Entry
    issued: Version


@dataclass(frozen=True, slots=True)
class EndingLaw:
    """A legal document that ends soon, or has ended, and is cited by documents in force."""

    law: LegalDocument
    ends: date
    cited_in: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EndingFee:
    """A fee that holds only until a day soon."""

    entry: Entry
    fee: Fee
    ends: date
    """Its last day."""


@dataclass(frozen=True, slots=True)
class Advised:
    """A document of the agency's own, and what the rules advise on it."""

    entry: Entry
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class AgencyStatus:
    """How an agency's documents stand on a day."""

    in_force: Mapping[DocumentKind, int]
    """How many are in force, by kind."""
    coming: tuple[Coming, ...]
    """By first day."""
    reviews: tuple[ReviewDue, ...]
    """Overdue or due soon, by day."""
    behind: tuple[Behind, ...]
    """By code."""
    laws: tuple[EndingLaw, ...]
    """By day."""
    fees: tuple[EndingFee, ...]
    """By day."""
    advised: tuple[Advised, ...]
    """By code."""


def agency_status(agency: AgencyPublication, publication: Publication) -> AgencyStatus:
    """Work out how the documents of an agency stand; shared ones are reviewed and mended by their owner."""
    running = [entry for entry in agency.entries if entry.is_in_force]
    own = [entry for entry in running if entry.control.owner == agency.id]
    advised = (Advised(entry, publication.advice.get(entry.code, ())) for entry in own)
    return AgencyStatus(
        in_force=Counter(entry.kind for entry in running),
        coming=tuple(sorted(_coming(agency), key=lambda coming: (coming.period.starts, coming.entry.code))),
        reviews=tuple(sorted(_reviews(own, publication), key=lambda review: (review.due, review.entry.code))),
        behind=tuple(_behind(running, publication)),
        laws=tuple(sorted(_laws(running, publication), key=lambda ending: (ending.ends, ending.law.number))),
        fees=tuple(sorted(_fees(running, publication.day), key=lambda ending: (ending.ends, ending.entry.code))),
        advised=tuple(one for one in advised if one.advice),
    )


def _coming(agency: AgencyPublication) -> Iterator[Coming]:
    for entry in agency.entries:
        if entry.standing is Standing.UPCOMING:
            yield Coming(entry, entry.period)
        elif entry.upcoming:
            yield Coming(entry, entry.upcoming)


def _reviews(own: list[Entry], publication: Publication) -> Iterator[ReviewDue]:
    intervals, day = publication.province.settings.value.review, publication.day
    for entry in own:
        due = review_due(entry.control, intervals)
        if due and due <= day + SOON:
            yield ReviewDue(entry, due, due < day)


def _behind(running: list[Entry], publication: Publication) -> Iterator[Behind]:
    issued = {
        entry.code: entry.period.version
        for agency in publication.agencies
        for entry in agency.of_kind(*DocumentKind)
        if entry.is_in_force and entry.control.owner == agency.id
    }
    for entry in running:
        newest = issued.get(entry.code)
        if newest and entry.period.version < newest:
            yield Behind(entry, newest)


def _laws(running: list[Entry], publication: Publication) -> Iterator[EndingLaw]:
    cited: dict[str, list[Entry]] = {}
    for entry in running:
        for number in dict.fromkeys(entry.control.legal_basis):
            cited.setdefault(number, []).append(entry)
    for number, entries in cited.items():
        law = publication.province.legal_by_number.get(number)
        if law and law.ends and law.ends <= publication.day + LAWS_AHEAD:
            yield EndingLaw(law, law.ends, tuple(entries))


def _fees(running: list[Entry], day: date) -> Iterator[EndingFee]:
    for entry in running:
        for fee in dict.fromkeys(_all_fees(entry.control)):
            if fee.valid_to and day <= fee.valid_to <= day + SOON:
                yield EndingFee(entry, fee, fee.valid_to)


def _all_fees(control: Document) -> Iterator[Fee]:
    yield from control.fees
    for channel in control.channels:
        yield from channel.fees
