"""What is left of the advice once authors were let off, and the allowances that allowed nothing.

Reads: weighed findings, and the comments in the files they are about.
Returns: the findings that remain, with one for every allowance that was not needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sotay.markup.allowances import Allowance, read_allowances
from sotay.model.finding import Finding, Severity
from sotay.model.source import Source
from sotay.rules.easing.policies import AllowanceFault, AllowanceInOrder, fault_of, is_usually_advice, rules_by_code
from sotay.rules.examination import Examination


def let_off(findings: Sequence[Finding], examination: Examination) -> tuple[Finding, ...]:
    """Leave out the advice that a sound allowance covers, and report each sound allowance that covers none."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.place.path].append(finding)
    waived: set[Finding] = set()
    needless: list[Finding] = []
    for source, allowance in _sound_allowances(examination):
        here = by_path[source.path]
        meant = [f for f in here if f.code == allowance.code and allowance.covers(f.place.line)]
        covered = [finding for finding in meant if finding.severity is Severity.ADVICE]
        waived.update(covered)
        fault = None if covered else _fault(allowance, source, here, examination, is_graver=bool(meant))
        if fault:
            needless.append(AllowanceInOrder().refused(source.path, allowance, fault))
    return (*(finding for finding in findings if finding not in waived), *needless)


def _sound_allowances(examination: Examination) -> list[tuple[Source, Allowance]]:
    return [
        (source, allowance)
        for source in examination.province.sources
        for allowance in read_allowances(source.path, source.text)
        if fault_of(allowance) is None
    ]


def _fault(
    allowance: Allowance, source: Source, here: Sequence[Finding], examination: Examination, *, is_graver: bool
) -> AllowanceFault | None:
    """Why an allowance waives nothing; None if other faults of the file may be why its rule said nothing."""
    if is_graver or not is_usually_advice(allowance.code, examination.province.settings.value):
        return AllowanceFault.NOT_ADVICE
    silencing = rules_by_code()[allowance.code].requires
    is_uncertain = bool(source.problems) or any(finding.code in silencing for finding in here)
    return None if is_uncertain else AllowanceFault.UNUSED
