"""Findings as lines for a person: place, code, fact, basis, remedy."""

from __future__ import annotations

import re

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language, Phrase
from sotay.rendering.rule_text import SEVERITY
from sotay.usecases.check_report import CheckReport

_BREAKS = re.compile(r"[\r\n]+")
"""What a quoted value may bring along; a finding is one line."""
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What could steer a terminal, or turn the direction of what stands behind it on the line."""


def finding_line(finding: Finding, language: Language) -> str:
    """Return one finding: `path:line  CODE  severity: fact (basis). Remedy`."""
    severity = SEVERITY[finding.severity](language)
    line = f"{finding.place}  {finding.code}  {severity}: {finding_message(finding, language)}"
    return _BREAKS.sub(" ", harmless(line))


def finding_message(finding: Finding, language: Language) -> str:
    """Return what a finding says: `fact (basis). Remedy`."""
    return harmless(f"{finding.fact(language)} ({finding.basis(language)}). {finding.remedy(language)}")


def harmless(text: str) -> str:
    """Return a text for people to read, with control letters and marks of direction named instead of obeyed."""
    return _UNSAFE.sub(lambda letter: f"<U+{ord(letter[0]):04X}>", text)


def findings_text(report: CheckReport, language: Language) -> str:
    """Return all findings, one a line, and the summary."""
    lines = [finding_line(finding, language) for finding in report.findings]
    return "\n".join([*lines, summary(report, language)]) + "\n"


def summary(report: CheckReport, language: Language) -> str:
    """Return how many documents were looked at, what was found, and what became of old findings."""
    count = {severity: sum(f.severity is severity for f in report.findings) for severity in Severity}
    said = _COUNTS.format(
        documents=report.documents,
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
        advice=count[Severity.ADVICE],
    )
    old = "".join(
        form.format(count=n)(language) for form, n in ((_WAITING, report.waiting), (_KNOWN, report.known)) if n
    )
    mended = f"\n{_MENDED.format(count=report.mended)(language)}" if report.mended else ""
    return f"{said(language)}{old}.{mended}"


_COUNTS = Phrase(
    "Đã kiểm tra {documents} tài liệu: {errors} lỗi, {warnings} cảnh báo, {advice} gợi ý",
    "Checked {documents} documents: {errors} errors, {warnings} warnings, {advice} advice",
)
_WAITING = Phrase("; {count} lỗi cũ trong danh sách chờ", "; {count} old findings wait in the baseline")
_KNOWN = Phrase(
    "; không tính {count} lỗi, cảnh báo, gợi ý đã có trước thay đổi này",
    "; {count} findings from before this change not counted",
)
_MENDED = Phrase(
    "Đã sửa {count} lỗi cũ: chạy --update-baseline để siết lại.",
    "{count} old findings are mended: run --update-baseline to tighten the list.",
)
