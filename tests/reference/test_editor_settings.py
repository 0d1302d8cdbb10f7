"""What editors are told about the repository is true of the program as it is."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rendering.findings.text import finding_line
from sotay.rendering.json_schema import KINDS
from tests.support.builders import Archive
from tests.support.command import REPOSITORY, edit, reference_copy, sotay

VSCODE = REPOSITORY / ".vscode"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "info"}


def settings(name: str) -> Any:
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


def matchers() -> list[Any]:
    (task,) = settings("tasks.json")["tasks"]
    assert (task["command"], task["args"]) == ("sotay", ["check"])
    return list(task["problemMatcher"])


def matched(line: str) -> list[tuple[str, ...]]:
    """The entries that VS Code makes of a line: severity, file, line, code, message."""
    found = []
    for matcher in matchers():
        pattern = matcher["pattern"]
        match = re.search(pattern["regexp"], line)
        if match:
            parts = [match[pattern[name]] for name in ("file", "line", "code", "message")]
            found.append((matcher["severity"], *parts))
    return found


@pytest.mark.parametrize("severity", Severity)
def test_each_finding_becomes_one_entry_of_the_problems_panel(severity: Severity) -> None:
    said = Phrase("ghi lỗi: sai, 10:30  ST101", "says error")
    finding = Finding(Place("procedures/ho-tich/QT-HT-01.md", 12), "ST204", severity, said, said, said)
    line = finding_line(finding, "vi")
    message = line.partition(": ")[2]
    assert matched(line) == [(LEVELS[severity], "procedures/ho-tich/QT-HT-01.md", "12", "ST204", message)]


def test_real_output_becomes_entries_and_the_summary_does_not(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    edit(root / "procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
    *findings, summary = sotay("check", "--as-of", "2026-11-21", cwd=root).stdout.splitlines()
    assert findings
    assert all(len(matched(line)) == 1 for line in findings)
    assert matched(summary) == []


def test_every_yaml_file_of_the_reference_province_has_the_schema_of_its_kind() -> None:
    schemas = settings("settings.json")["yaml.schemas"]
    for schema, files in schemas.items():
        name = Path(schema).stem
        assert schema == f"docs/schema/{name}.json"
        assert KINDS[name].files == files
        assert (REPOSITORY / schema).is_file()
    markdown = {name for name, kind in KINDS.items() if ".md" in kind.files}
    assert {Path(schema).stem for schema in schemas} == KINDS.keys() - markdown


def test_the_snippet_gives_a_draft_without_errors() -> None:
    snippet = settings("sotay.code-snippets")["Quy trình thủ tục hành chính"]
    text = "\n".join(snippet["body"]).replace("$0", "Thống nhất cách làm việc.\n")
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    archive = Archive().file("procedures/ho-tich/QT-HT-99.md", text)
    errors = archive.checked(date(2026, 7, 1)).errors
    assert [finding for finding in errors if finding.place.path.endswith("QT-HT-99.md")] == []
