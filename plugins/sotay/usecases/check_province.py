"""Checks a province: every rule, every file, all findings at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sotay.model.finding import Finding, Severity
from sotay.model.province import Province
from sotay.rules.catalogue import RULES
from sotay.rules.examination import Examination
from sotay.rules.runner import run_rules
from sotay.usecases.examine import examine
from sotay.usecases.ports import EarlierTexts


@dataclass(frozen=True)
class CheckedProvince:
    """A province on a day with everything that the rules have against it."""

    examination: Examination
    findings: tuple[Finding, ...]
    """By path, line and code."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop publication."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def check_province(province: Province, day: date, earlier: EarlierTexts) -> CheckedProvince:
    """Check a whole province as of a day."""
    examination = examine(province, day, earlier)
    return CheckedProvince(examination, run_rules(RULES, examination))


def within(findings: Collection[Finding], paths: Collection[str]) -> tuple[Finding, ...]:
    """Keep the findings of the given files and folders; all of them if none is given."""
    if not paths:
        return tuple(findings)
    folders = [path.rstrip("/") + "/" for path in paths]
    return tuple(
        finding
        for finding in findings
        if finding.place.path in paths or any(finding.place.path.startswith(folder) for folder in folders)
    )
