"""A province on a day, worked out once for all rules: fingerprints, ledgers, and the texts of issued versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sotay.history.fingerprint import Fingerprints
from sotay.history.ledger import Ledger, Period, fold_decisions
from sotay.model.document import DocumentFile
from sotay.model.province import Province
from sotay.rules.examination import Examination
from sotay.usecases.ports import EarlierTexts


def examine(province: Province, day: date, earlier: EarlierTexts) -> Examination:
    """Work out what the rules and the publication share; an issued text is looked for in the tree, then in history."""
    prints = Fingerprints(province.documents)
    ledgers = {files.id: fold_decisions(decision.value for decision in files.decisions) for files in province.agencies}
    texts: dict[tuple[str, str], DocumentFile] = {}
    for period in _periods(ledgers):
        if period.fingerprint and (period.code, period.fingerprint) not in texts:
            text = _text(province, prints, period, earlier)
            if text:
                texts[period.code, period.fingerprint] = text
    return Examination(province, day, prints, ledgers, texts)


def _periods(ledgers: dict[str, Ledger]) -> Iterator[Period]:
    for ledger in ledgers.values():
        yield from ledger.periods


def _text(province: Province, prints: Mapping[str, str], period: Period, earlier: EarlierTexts) -> DocumentFile | None:
    document = province.document_by_code.get(period.code)
    if document and prints.get(period.code) == period.fingerprint:
        return document
    path = document.source.path if document else None
    return earlier.find(period.code, path, period.version, period.fingerprint or "")
