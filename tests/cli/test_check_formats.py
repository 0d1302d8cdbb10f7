"""`sotay check --format`, the province's policies and allowances, as a person or a CI server sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sotay.rendering.findings.format import Format
from tests.support.command import edit, reference_copy, sotay

AS_OF = ("--as-of", "2026-11-21")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = reference_copy(tmp_path)
    edit(root / "procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
    return root


@pytest.mark.parametrize("form", Format)
def test_every_form_tells_the_error_and_fails(root: Path, form: Format) -> None:
    done = sotay("check", "--format", form.value, *AS_OF, cwd=root)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "ST207" in done.stdout
    assert "QT-HT-01.md" in done.stdout


def test_a_narrowed_junit_report_has_only_the_files_asked_for(root: Path) -> None:
    done = sotay("check", "--format", "junit", "procedures/xay-dung", *AS_OF, cwd=root)
    assert done.returncode == 0
    assert 'classname="procedures/xay-dung/' in done.stdout
    assert "procedures/ho-tich/" not in done.stdout


def test_a_policy_cannot_let_a_changed_text_pass(root: Path) -> None:
    policy = "\nrules:\n  - {rule: ST207, severity: advice, reason: Chưa kịp trình lại}\n"
    settings = root / "sites/province.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + policy, encoding="utf-8")
    said = sotay("check", *AS_OF, cwd=root).stdout
    assert "ST207  lỗi:" in said
    assert "ST131  lỗi: chính sách về ST207: quy tắc này không được hạ mức" in said


def test_a_policy_holds_for_checking_and_building_alike(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    settings = root / "sites/province.yml"
    policy = "\nrules:\n  - {rule: ST504, severity: error, reason: Kế hoạch rà soát}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + policy, encoding="utf-8")
    for command in ("check", "build"):
        done = sotay(command, *AS_OF, cwd=root)
        assert done.returncode == 1
        assert "ST504  lỗi:" in done.stdout


def test_advice_is_waived_with_a_reason(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    found = json.loads(sotay("check", "--format", "json", *AS_OF, cwd=root).stdout)["findings"]
    line = next(finding["line"] for finding in found if finding["code"] == "ST504")
    register = root / "procedures/legal.yml"
    lines = register.read_text(encoding="utf-8").split("\n")
    lines.insert(line - 1, "  # sotay: allow ST504 đang tra cứu theo kế hoạch")
    register.write_text("\n".join(lines), encoding="utf-8")
    said = sotay("check", *AS_OF, cwd=root).stdout
    assert "ST504" not in said
    assert "ST133" not in said


def test_mending_goes_before_checking(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    draft = root / "procedures/ho-tich/HD-HT-90.md"
    draft.write_text("---\ntitle: Hướng dẫn\u200b\n---\n\n## Mục đích\n\nMột câu.\n", encoding="utf-8")
    shown = sotay("check", "--diff", "procedures/ho-tich/HD-HT-90.md", *AS_OF, cwd=root)
    assert shown.returncode == 1
    assert "+title: Hướng dẫn\n" in shown.stdout
    assert "\u200b" in draft.read_text(encoding="utf-8")
    assert "ST802" in sotay("check", "procedures/ho-tich/HD-HT-90.md", *AS_OF, cwd=root).stdout
    done = sotay("check", "--fix", "procedures/ho-tich/HD-HT-90.md", *AS_OF, cwd=root)
    assert "\u200b" not in draft.read_text(encoding="utf-8")
    assert "ST802" not in done.stdout
    assert "Đã kiểm tra" in done.stdout
