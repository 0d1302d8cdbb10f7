"""The outcome of a check as it is told: what to show, what waits, what fails."""

from __future__ import annotations

from dataclasses import dataclass

from sotay.model.finding import Finding, Severity


def fails(finding: Finding, *, is_strict: bool) -> bool:
    """Return whether a finding makes a check fail: an error always, a warning in a strict one."""
    return finding.severity is Severity.ERROR or (is_strict and finding.severity is Severity.WARNING)


@dataclass(frozen=True)
class CheckReport:
    """What every output format renders."""

    findings: tuple[Finding, ...]
    """What is shown, by path, line and code."""
    documents: int
    """How many controlled documents were looked at."""
    paths: tuple[str, ...]
    """Every file that was looked at."""
    is_strict: bool = False
    """Whether warnings fail, too."""
    waiting: int = 0
    """Old findings that the baseline lets wait."""
    known: int = 0
    """Findings that were there before the change that is looked at."""
    mended: int = 0
    """Entries of the baseline that are no longer found."""

    def fails(self, finding: Finding) -> bool:
        """Return whether a finding makes the check fail."""
        return fails(finding, is_strict=self.is_strict)

    @property
    def is_clean(self) -> bool:
        """Whether nothing fails; in a strict check the baseline must not be longer than needed."""
        return not any(map(self.fails, self.findings)) and not (self.is_strict and self.mended)
