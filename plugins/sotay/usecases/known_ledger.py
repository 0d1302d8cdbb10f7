"""What was known on a day of what an agency's decisions put into force, and until when."""

from __future__ import annotations

from sotay.history.ledger import Ledger, fold_decisions
from sotay.model.province import AgencyFiles
from sotay.rules.examination import Examination
from sotay.usecases.end_with_agency import end_with_agency


def known_ledger(files: AgencyFiles, examination: Examination) -> Ledger:
    """Return the ledger of the decisions signed by the day: a version is announced from its decision on, not before."""
    signed = (file.value for file in files.decisions if file.value.date <= examination.day)
    return end_with_agency(fold_decisions(signed), files.agency, examination)
