"""Every form of output says the same, in the form that its reader expects."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rendering.findings.format import Format, render
from sotay.rendering.findings.github import LEVELS as GITHUB
from sotay.rendering.findings.gitlab import SEVERITIES as GITLAB
from sotay.rendering.findings.sarif import LEVELS as SARIF
from sotay.rules.catalogue import RULES
from sotay.usecases.check_report import CheckReport
from tests.support.command import REPOSITORY

ODD = 'sai <tên> & “dấu”: 100%, [mẫu](QT-HT-02)\r\nxem "dòng" sau \x0b'
SCHEMAS = REPOSITORY / "tests/web/node_modules/@microsoft/jest-sarif/lib/schemas"


def a_finding(
    code: str = "ST204",
    severity: Severity = Severity.ERROR,
    fact: str = "thiếu khóa",
    line: int = 12,
    path: str = "procedures/hộ tịch/QT,1.md",
) -> Finding:
    return Finding(
        Place(path, line),
        code,
        severity,
        Phrase(fact, f"{fact} (en)"),
        Phrase("7.5.2", "7.5.2 (en)"),
        Phrase("Sửa.", "Mend."),
    )


ALL = (
    a_finding(),
    a_finding(line=14),
    a_finding("ST805", Severity.WARNING, ODD),
    a_finding("ST504", Severity.ADVICE, "chưa ghi ngày", path="procedures/legal.yml"),
)


def a_report(findings: Sequence[Finding] = ALL, **stated: Any) -> CheckReport:
    return CheckReport(tuple(findings), 2, ("procedures/clean.md", "procedures/legal.yml"), **stated)


def as_json(form: Format, findings: Sequence[Finding] = ALL, **stated: Any) -> Any:
    return json.loads(render(a_report(findings, **stated), form, "vi"))


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_form_tells_every_finding_and_none_where_there_is_none(form: Format, language: str) -> None:
    told = render(a_report(), form, language)  # type: ignore[arg-type]
    assert told.endswith("\n")
    for finding in ALL:
        assert finding.code in told
    assert ("(en)" in told) == (language == "en")
    assert "thiếu khóa" not in render(a_report([]), form, language)  # type: ignore[arg-type]


@pytest.mark.parametrize("levels", [GITHUB, GITLAB, SARIF], ids=["github", "gitlab", "sarif"])
def test_every_severity_has_a_level_of_its_own(levels: dict[Severity, str]) -> None:
    assert set(levels) == set(Severity)
    assert len(set(levels.values())) == len(levels)


# text


def test_the_summary_says_what_waits_and_what_can_be_tightened() -> None:
    told = render(a_report(waiting=3, mended=2), Format.TEXT, "vi").splitlines()
    assert told[-2] == "Đã kiểm tra 2 tài liệu: 2 lỗi, 1 cảnh báo, 1 gợi ý; 3 lỗi cũ trong danh sách chờ."
    assert told[-1] == "Đã sửa 2 lỗi cũ: chạy --update-baseline để siết lại."
    assert render(a_report([]), Format.TEXT, "vi") == "Đã kiểm tra 2 tài liệu: 0 lỗi, 0 cảnh báo, 0 gợi ý.\n"
    assert "3 old findings wait" in render(a_report(waiting=3, mended=2), Format.TEXT, "en")


def test_what_was_there_before_a_change_is_not_said_to_wait_in_a_list() -> None:
    told = render(a_report(known=3), Format.TEXT, "vi")
    assert told.endswith("1 gợi ý; không tính 3 lỗi, cảnh báo, gợi ý đã có trước thay đổi này.\n")
    assert "danh sách chờ" not in told
    assert "3 findings from before this change not counted." in render(a_report(known=3), Format.TEXT, "en")
    assert as_json(Format.JSON, known=3)["known"] == 3


def test_a_finding_is_one_line_whatever_it_quotes() -> None:
    lines = render(a_report(), Format.TEXT, "vi").rstrip("\n").split("\n")
    assert len(lines) == len(ALL) + 1
    assert lines[0] == "procedures/hộ tịch/QT,1.md:12  ST204  lỗi: thiếu khóa (7.5.2). Sửa."


def test_what_fails_depends_on_how_strict_the_check_is() -> None:
    warning, advice = ALL[2:]
    assert a_report([warning, advice]).is_clean
    assert not a_report([warning], is_strict=True).is_clean
    assert a_report([advice], is_strict=True).is_clean
    assert a_report([], mended=1).is_clean
    assert not a_report([], mended=1, is_strict=True).is_clean


# json


def test_json_states_the_version_of_its_form() -> None:
    told = as_json(Format.JSON, waiting=3, mended=2)
    assert (told["version"], told["documents"], told["waiting"], told["mended"]) == (1, 2, 3, 2)
    assert told["findings"][0] == {
        "path": "procedures/hộ tịch/QT,1.md",
        "line": 12,
        "code": "ST204",
        "severity": "error",
        "fact": "thiếu khóa",
        "basis": "7.5.2",
        "remedy": "Sửa.",
    }


# GitHub


def test_github_commands_are_one_line_each_and_escaped() -> None:
    *commands, summary = render(a_report(), Format.GITHUB, "vi").rstrip("\n").split("\n")
    assert summary.startswith("Đã kiểm tra 2 tài liệu")
    assert commands[0] == ("::error file=procedures/hộ tịch/QT%2C1.md,line=12,title=ST204::thiếu khóa (7.5.2). Sửa.")
    assert [command.partition(" ")[0] for command in commands] == ["::error", "::error", "::warning", "::notice"]
    assert "100%25, [mẫu](QT-HT-02)%0D%0Axem" in render(a_report(), Format.GITHUB, "vi")


# GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format


def test_gitlab_has_what_its_documentation_asks_for() -> None:
    told = as_json(Format.GITLAB)
    for entry in told:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"].keys() == {"path", "lines"}
        assert isinstance(entry["location"]["lines"]["begin"], int)
        assert not entry["location"]["path"].startswith(("/", "./"))
    assert [entry["severity"] for entry in told] == ["blocker", "blocker", "major", "info"]


def test_gitlab_knows_a_finding_again_when_lines_move_and_tells_two_alike_apart() -> None:
    prints = [entry["fingerprint"] for entry in as_json(Format.GITLAB)]
    assert len(set(prints)) == len(ALL)
    moved = [a_finding(line=112), a_finding(line=114)]
    assert [entry["fingerprint"] for entry in as_json(Format.GITLAB, moved)] == prints[:2]
    assert as_json(Format.GITLAB, [a_finding(path="x.md")])[0]["fingerprint"] not in prints


# SARIF


@pytest.mark.parametrize("findings", [ALL, ()], ids=["some", "none"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_sarif_obeys_its_schema(findings: Sequence[Finding], language: str) -> None:
    (file,) = SCHEMAS.glob("sarif-2.1.0*.json")
    schema = json.loads(file.read_text(encoding="utf-8"))
    told = json.loads(render(a_report(findings), Format.SARIF, language))  # type: ignore[arg-type]
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)


def test_sarif_has_every_rule_and_results_that_point_to_them() -> None:
    (run,) = as_json(Format.SARIF)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]


def test_sarif_names_files_by_addresses_and_never_by_folders_of_this_machine() -> None:
    (run,) = as_json(Format.SARIF)["runs"]
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": "procedures/h%E1%BB%99%20t%E1%BB%8Bch/QT%2C1.md", "uriBaseId": "%SRCROOT%"}
    assert run["originalUriBaseIds"].keys() == {"%SRCROOT%"}
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]
    assert run["language"] == "vi"


def test_sarif_does_not_take_a_quoted_link_for_one_of_its_own() -> None:
    (run,) = as_json(Format.SARIF)["runs"]
    assert r"\[mẫu](QT-HT-02)" in run["results"][2]["message"]["text"]


# JUnit


def junit(**stated: Any) -> ET.Element:
    text = render(a_report(**stated), Format.JUNIT, "vi")
    xmlschema.XMLSchema(Path(REPOSITORY / "tests/data/junit-10.xsd")).validate(text)
    suite = ET.fromstring(text).find("testsuite")  # noqa: S314 - our own output
    assert suite is not None
    assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    return suite


def test_junit_has_a_test_for_each_failure_and_each_clean_file() -> None:
    cases = junit().findall("testcase")
    names = [(case.get("classname"), case.get("name"), len(case.findall("failure"))) for case in cases]
    assert ("procedures/clean.md", "procedures/clean.md", 0) in names
    assert ("procedures/legal.yml", "procedures/legal.yml", 0) in names
    assert ("procedures/hộ tịch/QT,1.md", "ST204:12 thiếu khóa", 1) in names
    assert len({name[:2] for name in names}) == len(names)


def test_junit_tells_what_does_not_fail_without_failing() -> None:
    told = junit().findtext("testcase[@name='procedures/legal.yml']/system-out") or ""
    assert "ST504  gợi ý: chưa ghi ngày" in told


def test_junit_fails_for_warnings_if_the_check_is_strict() -> None:
    failures = junit(is_strict=True).findall("testcase/failure")
    assert [failure.get("type") for failure in failures] == ["ST204", "ST204", "ST805"]
    assert "sai <tên> & “dấu”" in (failures[2].get("message") or "")
    assert not re.search(r"[\x00-\x08\x0b\x0c]", failures[2].get("message") or "")


# What a file may hold


@pytest.mark.parametrize("form", [Format.TEXT, Format.GITHUB, Format.GITLAB, Format.SARIF, Format.JUNIT])
def test_nothing_quoted_steers_a_terminal_or_turns_a_line_around(form: Format) -> None:
    hostile = "tên \x1b[2J\x1b]8;;http://x\x07 \x9b31m \u202ecod.exe\u2066 \u2028::error::x"
    told = render(a_report([a_finding(fact=hostile)]), form, "vi")
    assert not set("\x1b\x07\x9b\u202e\u2066\u2028") & set(told)
    assert "U+202E" in told


def test_a_file_name_steers_no_terminal() -> None:
    line = render(a_report([a_finding(path="procedures/\x1b[31m\n::error::.md")]), Format.TEXT, "vi").split("\n")[0]
    assert line.startswith("procedures/<U+001B>[31m ::error::.md:12  ST204  ")
