"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sotay.model.finding import Finding
from sotay.model.phrase import Language


def findings_json(findings: Sequence[Finding], documents: int, language: Language) -> str:
    """Return an object with the number of documents and the findings; texts in one language."""
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
        for finding in findings
    ]
    return json.dumps({"documents": documents, "findings": entries}, ensure_ascii=False, indent=2) + "\n"
