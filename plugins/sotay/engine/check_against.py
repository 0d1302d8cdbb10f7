"""Holds a working tree against where it left another branch: what `sotay check --base` and `sotay review` do.

Reads: the folder of a province and its Git repository.
Returns: both states, examined on the same day, and which findings are new.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.engine.known_state import known_state, merge_base, state_at
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.check_province import CheckedProvince, check_province
from sotay.usecases.recorded_state import recorded_state
from sotay.usecases.review.findings_of_change import FindingsOfChange, findings_of_change
from sotay.usecases.review.review_change import Review, review_change


@dataclass(frozen=True)
class CheckedAgainst:
    """A province before and after a change."""

    before: CheckedProvince
    """As it was where the change began."""
    after: CheckedProvince
    """As the working tree is."""
    findings: FindingsOfChange
    """The findings of the working tree: new ones, and those that were there before."""


def check_against(root: Path, day: date, reference: str) -> CheckedAgainst:
    """Check the working tree against the commit where it left a branch; raises what Git has against it."""
    base = state_at(root, merge_base(root, reference))
    before = check_province(province_of(base.files), day, base.history, signatures=SshSignatures())
    now = known_state(root)
    province, signatures = province_of(now.files), SshSignatures()
    recorded = recorded_state(reference, before.examination.province, province, signatures)
    after = check_province(province, day, now.history, recorded, signatures, HistoryOnDemand(root))
    return CheckedAgainst(before, after, findings_of_change(before, after))


def review_against(root: Path, day: date, reference: str) -> Review:
    """Review the working tree against the commit where it left a branch."""
    checked = check_against(root, day, reference)
    review = review_change(checked.before.examination, checked.after.examination, reference)
    return replace(review, new_findings=checked.findings.new, mended=checked.findings.mended)
