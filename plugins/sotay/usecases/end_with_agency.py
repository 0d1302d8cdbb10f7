"""What an agency applied ends with the agency itself; what it issued for others goes on until somebody takes it over.

Reads: the ledger of an agency, and those of the others.
Returns: the ledger with the periods cut at the agency's last day (ISO 9001:2015, 5.3: somebody has to answer for it).
"""

from __future__ import annotations

from dataclasses import replace

from sotay.history.ledger import Ledger, Period
from sotay.model.agency import Agency
from sotay.model.decision import Action
from sotay.rules.examination import Examination


def end_with_agency(ledger: Ledger, agency: Agency, examination: Examination) -> Ledger:
    """Cut the periods of an agency at its last day; those of an agency without one stay as they are."""
    last = agency.valid_to
    if last is None:
        return ledger
    going_on = _going_on(agency, examination)

    def cut(period: Period) -> Period:
        goes_beyond = period.ends is None or period.ends > last
        is_for_others = period.action is Action.ISSUE and period.code in going_on
        if not goes_beyond or is_for_others:
            return period
        return replace(period, ends=last, ended_by=None, withdrawn=False)

    return Ledger(tuple(map(cut, ledger.periods)), ledger.overrides)


def _going_on(agency: Agency, examination: Examination) -> frozenset[str]:
    """The documents that other agencies have adopted, and that none of them has issued anew."""
    others = [
        period
        for identifier, ledger in examination.ledgers.items()
        for period in ledger.periods
        if identifier != agency.id and period.decision.date <= examination.day
    ]
    adopted = {period.code for period in others if period.action is Action.ADOPT}
    return frozenset(adopted - {period.code for period in others if period.action is Action.ISSUE})
