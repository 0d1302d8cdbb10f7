"""Findings as JSON, for programs."""

from __future__ import annotations

import json

from sotay.model.phrase import Language
from sotay.usecases.check_report import CheckReport

VERSION = 1
"""Raised when a key changes its meaning or goes away."""


def findings_json(report: CheckReport, language: Language) -> str:
    """Return an object with the counts and the findings; texts in one language."""
    entries = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "code": finding.code,
            "severity": finding.severity.value,
            "fact": finding.fact(language),
            "basis": finding.basis(language),
            "remedy": finding.remedy(language),
        }
        for finding in report.findings
    ]
    content = {
        "version": VERSION,
        "documents": report.documents,
        "waiting": report.waiting,
        "known": report.known,
        "mended": report.mended,
        "findings": entries,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
