"""All versions of a document: as its owners issued them, and as each agency applies them.

Reads: a publication.
Returns: for each code every version with its text, each as an entry of the agency whose decision counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from sotay.history.ledger import COUNTS_FIRST
from sotay.model.decision import Action
from sotay.model.document import DocumentKind
from sotay.model.version import Version
from sotay.usecases.publication import Entry, Publication


@dataclass(frozen=True)
class Applied:
    """What one agency applies of a document."""

    entry: Entry
    """As the agency has it on the day."""
    periods: tuple[Entry, ...]
    """Every version that it applied, applies or will apply, oldest first."""


@dataclass(frozen=True)
class DocumentHistory:
    """The versions of one document."""

    code: str
    periods: tuple[Entry, ...]
    """Every version as issued, in the order of their effect."""
    applied: tuple[Applied, ...]
    """What each agency that works by it applies."""

    @cached_property
    def versions(self) -> tuple[Entry, ...]:
        """Each version once, by number; of one that was put into force twice, the period that counts on the day."""
        found: dict[Version, Entry] = {}
        for entry in sorted(self.periods, key=_weight):
            found.setdefault(entry.period.version, entry)
        return tuple(found[version] for version in sorted(found))

    @cached_property
    def in_force(self) -> Entry | None:
        """The version in force on the day, as issued."""
        return next((entry for entry in self.periods if entry.is_in_force), None)

    @cached_property
    def first(self) -> Entry:
        """The version that was issued first."""
        return self.periods[0]

    @cached_property
    def pairs(self) -> tuple[tuple[Entry, Entry], ...]:
        """Every two versions, the older number first."""
        return tuple(combinations(self.versions, 2))

    def before(self, version: Version) -> Entry | None:
        """Return the version that comes before a version by number, or None for the first one."""
        return next((entry for entry in reversed(self.versions) if entry.period.version < version), None)

    def appliers_of(self, version: Version) -> Iterator[Entry]:
        """Yield a version as each agency applies it, or last did."""
        for applied in self.applied:
            periods = [entry for entry in applied.periods if entry.period.version == version]
            if periods:
                yield min(periods, key=_weight)


def document_histories(publication: Publication) -> Mapping[str, DocumentHistory]:
    """Return the history of every published document, by code."""
    together: dict[str, list[Entry]] = {}
    for agency in publication.agencies:
        for entry in agency.entries:
            together.setdefault(entry.code, []).append(entry)
    return {code: _history(code, entries) for code, entries in together.items()}


def day_of_facts(entry: Entry, day: date) -> date:
    """Return the day for which the facts of a version are told: the day itself, or the nearest on which it holds."""
    period = entry.period
    return max(period.starts, min(day, period.ends)) if period.ends else max(period.starts, day)


def periods_of(entry: Entry) -> Iterable[Entry]:
    """Return every version that an agency put into force, each as an entry of its own, oldest first."""
    return (Entry(entry.agency, one.document, one.period, one.standing) for one in entry.versions)


def _history(code: str, entries: list[Entry]) -> DocumentHistory:
    periods = [period for entry in entries for period in periods_of(entry)]
    issued = [entry for entry in periods if entry.period.action is Action.ISSUE]
    # Where no agency of the repository issued it, the first that adopted it speaks for it.
    known = issued or list(periods_of(entries[0]))
    applied = tuple(Applied(entry, tuple(periods_of(entry))) for entry in entries if _is_applied(entry))
    return DocumentHistory(code, tuple(sorted(known, key=_order)), applied)


def _is_applied(entry: Entry) -> bool:
    return entry.kind is not DocumentKind.PROCEDURE or entry.is_performed


def _order(entry: Entry) -> tuple[date, Version]:
    return entry.period.starts, entry.period.version


def _weight(entry: Entry) -> tuple[int, int]:
    return COUNTS_FIRST.index(entry.standing), -entry.period.starts.toordinal()
