"""Findings as lines for a person: place, code, fact, basis, remedy."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language, Phrase
from sotay.rendering.rule_text import SEVERITY


def finding_line(finding: Finding, language: Language) -> str:
    """Return one finding: `path:line  CODE  severity: fact (basis). Remedy`."""
    severity, fact = SEVERITY[finding.severity](language), finding.fact(language)
    return (
        f"{finding.place}  {finding.code}  {severity}: {fact} ({finding.basis(language)}). {finding.remedy(language)}"
    )


def findings_text(findings: Sequence[Finding], documents: int, language: Language) -> str:
    """Return all findings, one a line, and a summary line."""
    lines = [finding_line(finding, language) for finding in findings]
    return "\n".join([*lines, summary(findings, documents, language)]) + "\n"


def summary(findings: Sequence[Finding], documents: int, language: Language) -> str:
    """Return how many documents were looked at and what was found."""
    count = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    errors, warnings, advice = count[Severity.ERROR], count[Severity.WARNING], count[Severity.ADVICE]
    return Phrase(
        f"Đã kiểm tra {documents} tài liệu: {errors} lỗi, {warnings} cảnh báo, {advice} gợi ý.",
        f"Checked {documents} documents: {errors} errors, {warnings} warnings, {advice} advice.",
    )(language)
