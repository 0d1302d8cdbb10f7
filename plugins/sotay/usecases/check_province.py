"""Checks a province: every rule, every file, all findings at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sotay.history.signature_verdict import SignatureStanding
from sotay.model.finding import Finding, Severity
from sotay.model.province import Province
from sotay.rules.catalogue import RULES
from sotay.rules.examination import Examination, Recorded
from sotay.rules.runner import in_order, run_rules
from sotay.usecases.examine import examine
from sotay.usecases.let_off import let_off
from sotay.usecases.ports import EarlierTexts, KnownCommits
from sotay.usecases.verify_signatures import NoSignatureCheck, SignatureCheck, verify_signatures
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

    @property
    def has_unchecked_signatures(self) -> bool:
        """Whether a signature could not be checked here and now, so that another check may find something else."""
        recorded = self.examination.recorded
        verdicts = [*self.examination.signatures.values(), *(recorded.signatures.values() if recorded else ())]
        standings = {verdict.standing for verdict in verdicts}
        return SignatureStanding.UNCHECKED in standings


def check_province(
    province: Province,
    day: date,
    earlier: EarlierTexts,
    recorded: Recorded | None = None,
    signatures: SignatureCheck | None = None,
    commits: KnownCommits | None = None,
) -> CheckedProvince:
    """Check a whole province as of a day, against what was recorded of it before and the commits of its releases.

    Without a check of signatures, a decision that bears one is found to be unchecked.
    """
    verdicts = verify_signatures(province, signatures or NoSignatureCheck())
    released = {file.value.commit for file in province.releases}
    standings = commits.standings(released) if commits and released else {}
    examined = examine(province, day, earlier)
    examination = replace(examined, recorded=recorded, signatures=verdicts, standings=standings)
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
