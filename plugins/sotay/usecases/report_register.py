"""The master list of controlled documents on a day (TCVN ISO 9001:2015, 7.5.3.2; TT 26/2014/TT-BKHCN, Điều 7).

Reads: an examined province.
Returns: one line for each document that an agency has, or will have, in force; internal documents are in it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.deadlines.review import review_due
from sotay.history.ledger import Period, Standing
from sotay.model.agency import Agency
from sotay.model.document import Document
from sotay.model.province import AgencyFiles
from sotay.rules.examination import Examination
from sotay.usecases.known_ledger import known_ledger


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A controlled document as an agency has it on a day."""

    agency: Agency
    code: str
    control: Document | None
    """The control block as approved; None where the text cannot be found."""
    period: Period
    """The version, its decision, from when to when."""
    standing: Standing
    """In force, upcoming, superseded, withdrawn or lapsed on the day."""
    review_by: date | None
    """The last day for its review, where that is known."""


def register_as_of(examination: Examination, agency: str | None = None) -> tuple[RegisterLine, ...]:
    """Return the list of one agency, or of all, by agency and code; only decisions signed by that day count."""
    chosen = (files for files in examination.province.agencies if agency in (None, files.id))
    return tuple(line for files in chosen for line in _lines(files, examination))


def _lines(files: AgencyFiles, examination: Examination) -> Iterator[RegisterLine]:
    ledger, day = known_ledger(files, examination), examination.day
    intervals = examination.province.settings.value.review
    for code in ledger.codes():
        period = ledger.in_force(code, day) or ledger.upcoming(code, day) or ledger.last_ended(code, day)
        if period is None:
            continue
        text = examination.text_of(period)
        control, standing = text.control if text else None, period.standing(day)
        is_running = standing in (Standing.IN_FORCE, Standing.UPCOMING)
        due = review_due(control, intervals) if control and is_running else None
        yield RegisterLine(files.agency, code, control, period, standing, due)
