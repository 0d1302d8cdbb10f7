"""The ledger of an agency: its decisions folded into what is in force on a day.

Reads: the agency's decisions, in any order.
Returns: for each code, the periods of its versions; commit dates play no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.version import Version


class Standing(StrEnum):
    """How a version stands on a day."""

    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


COUNTS_FIRST = (Standing.IN_FORCE, Standing.UPCOMING, Standing.SUPERSEDED, Standing.WITHDRAWN, Standing.LAPSED)
"""Which of several versions, or of several documents at one address, speaks for all: by how they stand."""


@dataclass(frozen=True, slots=True)
class Period:
    """One version of a document at one agency: by which decision, from when, until when."""

    code: str
    version: Version
    fingerprint: str | None
    """What the decision says the text is."""
    action: Action
    """Whether the agency issued it or adopted it."""
    decision: Decision
    """The decision that put it into force."""
    starts: date
    """First day in force."""
    ends: date | None = None
    """Last day in force, if another decision ends it, or its own decision put it into force for a time only."""
    ended_by: Decision | None = None
    """The other decision; None for a temporary version that nothing ended before its last day."""
    withdrawn: bool = False
    """Whether it ended without a successor."""

    @property
    def is_void(self) -> bool:
        """Whether it ends before its first day, so that it is never in force."""
        return self.ends is not None and self.ends < self.starts

    @property
    def lapses(self) -> bool:
        """Whether it ends of itself, with the last day that its own decision names."""
        return self.ends is not None and self.ended_by is None

    def standing(self, day: date) -> Standing:
        """Return how the version stands on a day."""
        if not self.is_void:
            if day < self.starts:
                return Standing.UPCOMING
            if self.ends is None or day <= self.ends:
                return Standing.IN_FORCE
        if self.lapses:
            return Standing.LAPSED
        return Standing.WITHDRAWN if self.withdrawn else Standing.SUPERSEDED


@dataclass(frozen=True, slots=True)
class PermittedOverride:
    """An agency's own terms that a decision allows."""

    code: str
    fingerprint: str | None
    decision: Decision


@dataclass(frozen=True)
class Ledger:
    """Every version an agency ever put into force."""

    periods: tuple[Period, ...]
    """By code, then start."""
    overrides: tuple[PermittedOverride, ...] = ()
    """Own terms, by date of effect."""

    def of(self, code: str) -> tuple[Period, ...]:
        """Return the periods of one document, oldest first."""
        return self._by_code.get(code, ())

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Period, ...]]:
        together: dict[str, list[Period]] = {}
        for period in self.periods:
            together.setdefault(period.code, []).append(period)
        return {code: tuple(periods) for code, periods in together.items()}

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all documents, in order."""
        return tuple(self._by_code)

    def in_force(self, code: str, day: date) -> Period | None:
        """Return the period that a document is in on a day, or None."""
        return next((p for p in self.of(code) if p.standing(day) is Standing.IN_FORCE), None)

    def upcoming(self, code: str, day: date) -> Period | None:
        """Return the next period after a day, or None."""
        return next((p for p in self.of(code) if p.standing(day) is Standing.UPCOMING), None)

    def last_ended(self, code: str, day: date) -> Period | None:
        """Return the last period that ended before a day, or None."""
        return next((p for p in reversed(self.of(code)) if p.ends and p.ends < day and not p.is_void), None)

    def permits(self, fingerprint: str, number: str, day: date) -> PermittedOverride | None:
        """Return the permission that a decision in effect on a day gives to own terms, or None."""
        for permitted in self.overrides:
            decision = permitted.decision
            if (permitted.fingerprint, decision.number) == (fingerprint, number) and decision.effective_date <= day:
                return permitted
        return None


def fold_decisions(decisions: Iterable[Decision]) -> Ledger:
    """Fold an agency's decisions in the order of their effect; of two on one day the later signed one counts."""
    periods: dict[str, list[Period]] = {}
    overrides: list[PermittedOverride] = []
    for decision in sorted(decisions, key=lambda d: (d.effective_date, d.sequence)):
        for item in decision.documents:
            if item.action is Action.OVERRIDE:
                overrides.append(PermittedOverride(item.code, item.fingerprint, decision))
            else:
                _apply(periods.setdefault(item.code, []), item, decision)
    return Ledger(tuple(period for code in sorted(periods) for period in periods[code]), tuple(overrides))


def _apply(periods: list[Period], item: DecisionItem, decision: Decision) -> None:
    """End the running period of a document, and begin the next unless the decision withdraws it."""
    withdraws, starts = item.action is Action.WITHDRAW, decision.effective_date
    if periods and _is_running(periods[-1], starts):
        last_day = starts - timedelta(days=1)
        periods[-1] = replace(periods[-1], ends=last_day, ended_by=decision, withdrawn=withdraws)
    if not withdraws and item.version is not None:
        period = Period(item.code, item.version, item.fingerprint, item.action, decision, starts, ends=item.valid_to)
        periods.append(period)


def _is_running(period: Period, day: date) -> bool:
    """Whether a period has no end yet, or is a temporary one whose last day has not passed."""
    return period.ends is None or (period.lapses and period.ends >= day)
