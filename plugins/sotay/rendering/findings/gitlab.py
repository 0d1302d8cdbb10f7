"""Findings as a Code Quality report of GitLab, shown in the merge request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from sotay.model.finding import Severity
from sotay.model.phrase import Language
from sotay.rendering.findings.text import finding_message
from sotay.rendering.standing_fingerprints import standing_fingerprints
from sotay.usecases.check_report import CheckReport

SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "blocker",
    Severity.WARNING: "major",
    Severity.ADVICE: "info",
}


def findings_gitlab(report: CheckReport, language: Language) -> str:
    """Return the list of findings, each with a fingerprint of its own that a change of lines does not touch."""
    fingerprints = standing_fingerprints(report.findings)
    entries = [
        {
            "description": f"{finding.code}: {finding_message(finding, language)}",
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.line}},
        }
        for finding, fingerprint in zip(report.findings, fingerprints, strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
