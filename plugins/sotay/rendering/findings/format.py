"""The forms in which findings can be had."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from sotay.model.phrase import Language
from sotay.rendering.findings.github import findings_github
from sotay.rendering.findings.gitlab import findings_gitlab
from sotay.rendering.findings.json import findings_json
from sotay.rendering.findings.junit import findings_junit
from sotay.rendering.findings.sarif import findings_sarif
from sotay.rendering.findings.text import findings_text
from sotay.usecases.check_report import CheckReport


class Format(StrEnum):
    """A form of output: for people, for programs, or for a CI server."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def render(report: CheckReport, form: Format, language: Language) -> str:
    """Return a report in a form."""
    match form:
        case Format.TEXT:
            return findings_text(report, language)
        case Format.JSON:
            return findings_json(report, language)
        case Format.GITHUB:
            return findings_github(report, language)
        case Format.GITLAB:
            return findings_gitlab(report, language)
        case Format.SARIF:
            return findings_sarif(report, language)
        case Format.JUNIT:
            return findings_junit(report, language)
        case _:
            assert_never(form)
