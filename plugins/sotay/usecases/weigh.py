"""What findings weigh under the policies of a province, and which older documents are spared.

Reads: findings as the rules gave them, the policies of `sites/province.yml`, the documents, a day.
Returns: the findings that remain, each with the severity that it has on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.province import RulePolicy
from sotay.rules.easing.leeway import may_be_lowered, may_spare_older_documents, weight


def weigh(
    findings: Iterable[Finding], policies: Sequence[RulePolicy], documents: Iterable[DocumentFile], day: date
) -> tuple[Finding, ...]:
    """Apply the policies; of two about one rule the first holds, and what a policy may not do it does not."""
    by_rule = {policy.rule: policy for policy in reversed(policies)}
    if not by_rule:
        return tuple(findings)
    approved = {d.source.path: d.control.approved_date for d in documents if d.control.approved_date}
    return tuple(_weighed(findings, by_rule, approved, day))


def _weighed(
    findings: Iterable[Finding], policies: Mapping[str, RulePolicy], approved: Mapping[str, date], day: date
) -> Iterator[Finding]:
    for finding in findings:
        policy = policies.get(finding.code)
        if policy is None:
            yield finding
        elif not _is_spared(policy, approved.get(finding.place.path)):
            yield finding.weighing(_severity(finding, policy, day))


def _is_spared(policy: RulePolicy, approved: date | None) -> bool:
    if policy.applies_from is None or approved is None:
        return False
    return approved < policy.applies_from and may_spare_older_documents(policy.rule)


def _severity(finding: Finding, policy: RulePolicy, day: date) -> Severity:
    severity = policy.severity or finding.severity
    if not may_be_lowered(policy.rule):
        return max(severity, finding.severity, key=weight)
    is_in_grace = policy.grace_until is not None and day <= policy.grace_until
    return Severity.WARNING if severity is Severity.ERROR and is_in_grace else severity
