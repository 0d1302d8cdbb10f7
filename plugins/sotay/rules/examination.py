"""What a rule may look at: the province, the day, and what was worked out from them once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Ledger
from sotay.model.document import DocumentFile
from sotay.model.province import Province


@dataclass(frozen=True)
class Examination:
    """A province on a day."""

    province: Province
    """Everything the repository says."""
    day: date
    """The day for which it is judged; never the clock's."""
    fingerprints: Mapping[str, str]
    """Of the documents of the working tree, by code."""
    ledgers: Mapping[str, Ledger]
    """What each agency's decisions put into force, by agency id."""
    texts: Mapping[tuple[str, str], DocumentFile]
    """The text of each issued version that could be found, by code and fingerprint."""
