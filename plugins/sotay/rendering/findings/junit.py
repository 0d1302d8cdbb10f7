"""Findings as a JUnit report, which every CI server shows as a list of tests.

A file without failures is a test that passes; each failing finding is a test of its own, for a server shows
only the first failure of a test. What does not fail is told in the output of its file's test.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sotay.model.finding import Finding
from sotay.model.phrase import Language
from sotay.rendering.findings.text import finding_line, finding_message, harmless
from sotay.usecases.check_report import CheckReport

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def findings_junit(report: CheckReport, language: Language) -> str:
    """Return one suite with the files and the failures, by path."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.place.path].append(finding)
    cases: list[str] = []
    for path in sorted({*report.paths, *by_path}):
        failures = [finding for finding in by_path[path] if report.fails(finding)]
        others = [finding for finding in by_path[path] if not report.fails(finding)]
        cases += [_failure(finding, language) for finding in failures]
        if others or not failures:
            cases.append(_file(path, others, language))
    failed = sum(map(report.fails, report.findings))
    suite = f'name="sotay check" tests="{len(cases)}" failures="{failed}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", f"  <testsuite {suite}>"]
    return "\n".join([*lines, *cases, "  </testsuite>", "</testsuites>"]) + "\n"


def _file(path: str, findings: Sequence[Finding], language: Language) -> str:
    case = f"    <testcase classname={_quoted(path)} name={_quoted(path)}"
    if not findings:
        return f"{case}/>"
    said = "\n".join(finding_line(finding, language) for finding in findings)
    return f"{case}>\n      <system-out>{_text(said)}</system-out>\n    </testcase>"


def _failure(finding: Finding, language: Language) -> str:
    message = finding_message(finding, language)
    name = harmless(f"{finding.code}:{finding.place.line} {finding.fact(language)}")
    return (
        f"    <testcase classname={_quoted(finding.place.path)} name={_quoted(name)}>\n"
        f"      <failure type={_quoted(finding.code)} message={_quoted(message)}>"
        f"{_text(finding_line(finding, language))}</failure>\n"
        f"    </testcase>"
    )


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    """An attribute's value; a reader turns line breaks into blanks unless they are written as numbers."""
    return '"' + _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;") + '"'
