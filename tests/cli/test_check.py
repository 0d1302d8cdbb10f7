"""`sotay check`: its output, its formats, its exit codes."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.support.command import REPOSITORY, edit, reference_copy, sotay

AS_OF = ("--as-of", "2026-11-21")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reference_copy(tmp_path)


def test_the_reference_province_has_no_error(root: Path) -> None:
    done = sotay("check", *AS_OF, cwd=root)
    assert done.returncode == 0, done.stdout
    assert "0 lỗi, 0 cảnh báo" in done.stdout


def test_one_changed_digit_breaks_the_approval(root: Path) -> None:
    edit(root / "procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
    done = sotay("check", *AS_OF, cwd=root)
    assert done.returncode == 1
    assert "procedures/ho-tich/QT-HT-01.md:5  ST207  lỗi:" in done.stdout
    assert done.stdout.count("lỗi:") == 1


def test_reflowed_lines_and_yaml_keep_the_approval(root: Path) -> None:
    path = root / "procedures/ho-tich/QT-HT-01.md"
    edit(path, "ngay khi nhận.\n", "ngay khi nhận. ")
    edit(path, "kind: procedure", "kind:   'procedure'")
    edit(path, "levels: [commune]", "levels:\n  - commune")
    assert sotay("check", *AS_OF, cwd=root).returncode == 0


def test_json_has_the_same_findings_as_text(root: Path) -> None:
    edit(root / "procedures/ho-tich/QT-HT-02.md", "approver: le-van-c", "approver: le-van-x")
    text = sotay("check", *AS_OF, cwd=root).stdout
    found = json.loads(sotay("check", "--format", "json", *AS_OF, cwd=root).stdout)["findings"]
    assert [(f["path"], f["line"], f["code"]) for f in found if f["severity"] == "error"]
    for finding in found:
        assert f"{finding['path']}:{finding['line']}  {finding['code']}" in text


def test_messages_can_be_english(root: Path) -> None:
    edit(root / "procedures/ho-tich/QT-HT-02.md", "approver: le-van-c", "approver: le-van-x")
    done = sotay("check", "--lang", "en", *AS_OF, cwd=root)
    assert "is not in so-tu-phap; did you mean “le-van-c”?" in done.stdout


def test_a_path_limits_what_is_shown(root: Path) -> None:
    edit(root / "procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
    assert sotay("check", "procedures/xay-dung", *AS_OF, cwd=root).returncode == 0
    assert sotay("check", "procedures/ho-tich/QT-HT-01.md", *AS_OF, cwd=root).returncode == 1


def test_a_path_that_cannot_be_followed_is_explained_or_shown(root: Path) -> None:
    loop = root / "procedures/vong"
    loop.symlink_to(loop)
    assert "ST446" in sotay("check", "procedures/vong", *AS_OF, cwd=root).stdout
    below = sotay("check", "procedures/vong/a.md", *AS_OF, cwd=root)
    assert (below.returncode, "không có tệp hoặc thư mục" in below.stderr) == (2, True)
    too_long = sotay("check", "a" * 300, *AS_OF, cwd=root)
    assert (too_long.returncode, "không có tệp hoặc thư mục" in too_long.stderr) == (2, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_file_whose_name_is_no_text_can_be_asked_for(root: Path) -> None:
    name = os.fsdecode(b"procedures/ho-tich/\xff.md")
    (root / name).write_text("x", encoding="utf-8")
    assert "ST100" in sotay("check", name, *AS_OF, cwd=root).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "khong-co.md"], "không có tệp hoặc thư mục khong-co.md"),
        (["check", "--formt", "json"], "không có tùy chọn --formt"),
        (["check", "--format", "xml"], "chọn một trong text, json"),
        (["check", "--as-of", "2026-02-30"], "không phải là ngày"),
        (["check", "--as-of", "20260701"], "không phải là ngày"),
        (["build", "--as-of", "2106-01-01"], "ở ngoài các năm 1970–2105"),
        (["build", "--as-of", "1969-12-31"], "ở ngoài các năm 1970–2105"),
        (["chek"], "không có lệnh 'chek'"),
        (["build", "xa-khong-co"], "không có cơ quan “xa-khong-co”"),
    ],
)
def test_a_wrong_command_line_is_explained_with_exit_code_2(root: Path, words: list[str], said: str) -> None:
    done = sotay(*words, cwd=root)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_a_province_the_remedy_is_named(tmp_path: Path) -> None:
    done = sotay("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "không tìm thấy sites/province.yml" in done.stderr


def test_broken_files_of_every_kind_give_findings_not_tracebacks(root: Path) -> None:
    (root / "procedures/ho-tich/QT-HT-02.md").write_bytes(b"\xff\xfe\x00not text")
    (root / "procedures/ho-tich/QT-HT-03.md").write_text("", encoding="utf-8")
    (root / "sites/so-tu-phap/agency.yml").write_text("[", encoding="utf-8")
    (root / "sites/province.yml").write_text("name: [", encoding="utf-8")
    (root / "procedures/legal.yml").write_text("documents: 5", encoding="utf-8")
    done = sotay("check", *AS_OF, cwd=root)
    assert done.returncode == 1
    assert done.stderr == ""
    for path in ("ho-tich/QT-HT-02.md:1  ST100", "ho-tich/QT-HT-03.md:1  ST100", "province.yml:1  ST107"):
        assert path in done.stdout


def test_files_that_cannot_be_opened_or_are_no_text_are_findings_at_once(root: Path) -> None:
    (root / "procedures/ho-tich/QT-HT-50.md").symlink_to(root / "khong-co")
    with (root / "procedures/ho-tich/QT-HT-51.md").open("wb") as file:
        file.truncate(30_000_000)
    done = sotay("check", "procedures/ho-tich", *AS_OF, cwd=root)
    assert "QT-HT-50.md:1  ST100  lỗi: không đọc được tệp: không mở được tệp" in done.stdout
    assert "QT-HT-51.md:1  ST100  lỗi: không đọc được tệp: tệp lớn hơn 1 MB" in done.stdout
    assert done.returncode == 1


def test_a_province_can_be_checked_where_there_is_no_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root / "khong-co"))
    done = sotay("check", *AS_OF, cwd=root)
    assert done.returncode == 0, done.stderr


def test_the_readme_shows_the_help_as_it_is() -> None:
    commands = sotay("--help", cwd=REPOSITORY).stdout
    for name in ("build", "check", "import", "issue", "serve"):
        assert f"\n  {name} " in commands
