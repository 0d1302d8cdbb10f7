"""Which findings a change brings, and how many it does away with.

Reads: a province checked before and after the change.
Returns: the new findings; a file that merely moved takes its old ones along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sotay.model.finding import Finding, Severity
from sotay.model.province import Province
from sotay.usecases.baseline import baseline_of, compare
from sotay.usecases.check_province import CheckedProvince


@dataclass(frozen=True)
class FindingsOfChange:
    """Findings held against those before a change."""

    new: tuple[Finding, ...]
    """What was not found before."""
    known: tuple[Finding, ...]
    """What was found before as well."""
    mended: int
    """How many errors and warnings are found no longer; one that merely reads otherwise now is not mended."""


def findings_of_change(before: CheckedProvince, after: CheckedProvince) -> FindingsOfChange:
    """Tell what a change brought from what was there before."""
    moves = _moves(before.examination.province, after.examination.province)
    old = tuple(_moved(finding, moves) for finding in before.findings)
    compared = compare(after.findings, baseline_of(old))
    return FindingsOfChange(compared.new, compared.waiting, (_weighty(old) - _weighty(after.findings)).total())


def _moves(before: Province, after: Province) -> Mapping[str, str]:
    """Where the file of a document lies now, by where it lay."""
    now = after.document_by_code
    was = before.document_by_code
    return {was[code].source.path: now[code].source.path for code in was.keys() & now.keys()}


def _moved(finding: Finding, moves: Mapping[str, str]) -> Finding:
    place = finding.place
    return replace(finding, place=replace(place, path=moves.get(place.path, place.path)))


def _weighty(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((f.place.path, f.code) for f in findings if f.severity is not Severity.ADVICE)
