"""Findings as SARIF 2.1.0, the exchange format of code scanning."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from sotay import __version__
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings.text import finding_message
from sotay.rendering.rule_text import remedy_of
from sotay.rendering.standing_fingerprints import standing_fingerprints
from sotay.rules.catalogue import RULES
from sotay.rules.rule import Rule
from sotay.usecases.check_report import CheckReport

LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}
_ROOT = "%SRCROOT%"
_ROOT_MEANING = Phrase("Thư mục gốc của kho tài liệu.", "The root folder of the repository.")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""What SARIF would take for a link of its own where a finding quotes one."""
_BASIS = Phrase("Căn cứ", "Basis")
_REMEDY = Phrase("Cách sửa", "Remedy")


def findings_sarif(report: CheckReport, language: Language) -> str:
    """Return a log with one run: all rules, and the results."""
    index = {rule.code: position for position, rule in enumerate(RULES)}
    fingerprints = standing_fingerprints(report.findings)
    pairs = zip(report.findings, fingerprints, strict=True)
    driver = {
        "name": "sotay",
        "version": __version__,
        "language": language,
        "rules": [_rule(rule, language) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_MEANING(language)}}},
        "results": [_result(finding, index[finding.code], print_, language) for finding, print_ in pairs],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    title, basis, remedy = rule.title(language), rule.basis(language), remedy_of(rule)(language)
    labels = _BASIS(language), _REMEDY(language)
    return {
        "id": rule.code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} ({basis})."},
        "help": {
            "text": f"{labels[0]}: {basis}\n{labels[1]}: {remedy}",
            "markdown": f"**{labels[0]}**: {basis}\n\n**{labels[1]}**: {remedy}",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, fingerprint: str, language: Language) -> dict[str, Any]:
    address = {"uri": quote(finding.place.path), "uriBaseId": _ROOT}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _LINK.sub(r"\\[", finding_message(finding, language))},
        "locations": [{"physicalLocation": {"artifactLocation": address, "region": {"startLine": finding.place.line}}}],
        "partialFingerprints": {"sotay/v1": fingerprint},
    }
