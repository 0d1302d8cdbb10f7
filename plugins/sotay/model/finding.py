"""A finding: what a rule has against a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sotay.model.phrase import Phrase
from sotay.model.source import Place


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication, a warning does not, advice is advice."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Place, code, fact, basis and remedy of one fault."""

    place: Place
    """Where to look."""
    code: str
    """The rule, e.g. `ST204`."""
    severity: Severity
    """Whether it stops publication."""
    fact: Phrase
    """What is the case here, with the names and values at hand."""
    basis: Phrase
    """The clause or article the rule rests on."""
    remedy: Phrase
    """What to type or do instead."""

    def weighing(self, severity: Severity) -> Finding:
        """Return the same finding with another severity."""
        return replace(self, severity=severity)
