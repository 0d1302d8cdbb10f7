"""Findings as workflow commands of GitHub Actions, which become annotations of the changed lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language
from sotay.rendering.findings.text import finding_message, summary
from sotay.usecases.check_report import CheckReport

LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}


def findings_github(report: CheckReport, language: Language) -> str:
    """Return one command for each finding, and the summary as a line of the log."""
    lines = [_command(finding, language) for finding in report.findings]
    return "\n".join([*lines, summary(report, language)]) + "\n"


def _command(finding: Finding, language: Language) -> str:
    place = finding.place
    properties = f"file={_property(place.path)},line={place.line},title={_property(finding.code)}"
    return f"::{LEVELS[finding.severity]} {properties}::{_data(finding_message(finding, language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
