"""The switch between the current text, the text of a day, and the text as first issued.

Reads: an entry and where its page stands.
Returns: links that work without scripts, and the periods from which a script finds the version of a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sotay.rendering.addresses import VERSIONS, Standpoint, version_tail
from sotay.rendering.versions.document_history import DocumentHistory
from sotay.usecases.publication import Entry, PublishedVersion


class Shown(StrEnum):
    """Which of the three a page shows."""

    CURRENT = "current"
    VERSION = "version"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class VersionSwitch:
    """The three ways, and which of them the page is."""

    current: str
    """Link to the current page."""
    history: str
    """Link to the history, from which any day's version can be reached without scripts."""
    first: str
    """Link to the version as first issued."""
    is_current: bool
    is_first: bool
    periods: str
    """Every period that counts on the page: `2026-07-01/2026-12-31/1.0 2027-01-01//2.0`."""
    versions: str
    """Link to the folder of the versions' pages."""
    earliest: str
    """The first day on which any version held, as a date field wants it."""


def version_switch(entry: Entry, standpoint: Standpoint, shown: Shown) -> VersionSwitch | None:
    """Return the switch of a document's page; None where the document has no history."""
    history = standpoint.addresses.histories[entry.code]
    current = standpoint.document(entry.code) if shown is Shown.CURRENT else standpoint.history(entry.code, "")
    home, versions = standpoint.history(entry.code), standpoint.history(entry.code, VERSIONS)
    first = standpoint.history(entry.code, version_tail(history.first.period.version))
    if not current or not home or not versions or not first:
        return None
    periods = entry.versions or _as_issued(history)
    return VersionSwitch(
        current=current,
        history=home,
        first=first,
        is_current=shown is Shown.CURRENT,
        is_first=shown is Shown.VERSION and entry.period.version == history.first.period.version,
        periods=" ".join(map(_of, periods)),
        versions=versions,
        earliest=min(one.period.starts for one in periods).isoformat(),
    )


def _as_issued(history: DocumentHistory) -> Sequence[PublishedVersion]:
    return [PublishedVersion(entry.document, entry.period, entry.standing) for entry in history.periods]


def _of(one: PublishedVersion) -> str:
    period = one.period
    return f"{period.starts}/{period.ends or ''}/{period.version}"
