"""Checks a province: every rule, every file, all findings at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sotay.model.finding import Finding, Severity
from sotay.model.province import Province
from sotay.rules.catalogue import RULES
from sotay.rules.examination import Examination, Recorded
from sotay.rules.runner import in_order, run_rules
from sotay.usecases.examine import examine
from sotay.usecases.let_off import let_off
from sotay.usecases.ports import EarlierTexts
from sotay.usecases.weigh import weigh


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


def check_province(
    province: Province, day: date, earlier: EarlierTexts, recorded: Recorded | None = None
) -> CheckedProvince:
    """Check a whole province as of a day, against what was recorded of its agencies before."""
    examination = replace(examine(province, day, earlier), recorded=recorded)
    policies = province.settings.value.rules
    weighed = weigh(run_rules(RULES, examination), policies, province.documents, day)
    remaining = weigh(let_off(weighed, examination), policies, province.documents, day)
    return CheckedProvince(examination, in_order(remaining))


def within(findings: Collection[Finding], paths: Collection[str]) -> tuple[Finding, ...]:
    """Keep the findings of the given files and folders; all of them if none is given."""
    return tuple(finding for finding in findings if is_within(finding.place.path, paths))


def is_within(path: str, paths: Collection[str]) -> bool:
    """Return whether a file is one of the given files, or in one of the given folders; `""` is the whole."""
    return not paths or any(name in {"", path} or path.startswith(name.rstrip("/") + "/") for name in paths)
