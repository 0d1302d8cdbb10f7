"""A province on a day, worked out once for all rules: fingerprints, ledgers, and the texts of issued versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sotay.history.fingerprint import Fingerprints
from sotay.history.ledger import Ledger, Period, fold_decisions
from sotay.model.province import Province
from sotay.rules.examination import Examination
from sotay.usecases.issued_texts import IssuedTexts
from sotay.usecases.ports import EarlierTexts


def examine(province: Province, day: date, earlier: EarlierTexts) -> Examination:
    """Work out what the rules and the publication share; an issued text is looked for in the tree, then in history."""
    prints = Fingerprints(province.documents)
    ledgers = {files.id: fold_decisions(decision.value for decision in files.decisions) for files in province.agencies}
    texts = IssuedTexts(province.document_by_code, prints, _periods(ledgers), earlier)
    return Examination(province, day, prints, ledgers, texts)


def _periods(ledgers: dict[str, Ledger]) -> Iterator[Period]:
    for ledger in ledgers.values():
        yield from ledger.periods
