"""`sotay diff`: two versions of a document, from decisions, from Git, and from the working tree."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.support.command import COMMAND, sotay
from tests.support.recorded_province import RecordedProvince

FIRST = "## Mục đích\n\nNộp một bộ hồ sơ tại Bộ phận Một cửa.\n"
SECOND = FIRST.replace("một bộ", "hai bộ")
THIRD = SECOND.replace("Bộ phận Một cửa", "Trung tâm")
DRAFT = THIRD + "\nCâu còn đang soạn.\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A procedure in three versions, of which one was never issued, adopted once, and being edited again."""
    province = RecordedProvince(tmp_path_factory.mktemp("diff"))
    archive = province.archive
    archive.procedure("QT-HT-01", FIRST, title="Đăng ký khai sinh")
    archive.issue("QT-HT-01")
    archive.adopt("QT-HT-01")
    province.record("Ban hành")
    archive.procedure("QT-HT-01", SECOND, title="Đăng ký khai sinh", version="1.1")
    province.record("Chưa ban hành", on="2026-07-01")
    later = {"decision": "60/QĐ-STP", "approved_date": "2026-08-01", "effective_date": "2026-09-01"}
    limit = {"value": 2, "unit": "working_day"}
    archive.procedure("QT-HT-01", THIRD, title="Đăng ký khai sinh", version="2.0", time_limit=limit, **later)
    archive.issue("QT-HT-01", serial="60", signed=date(2026, 8, 1), effective=date(2026, 9, 1))
    province.record("Ban hành lần hai", on="2026-08-01")
    archive.procedure("QT-HT-01", DRAFT, title="Đăng ký khai sinh", version="2.0", time_limit=limit, **later)
    province.write()
    return province.root


def diff(root: Path, *words: str) -> str:
    done = sotay("diff", "QT-HT-01", *words, cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(root: Path, *words: str) -> str:
    done = sotay("diff", *words, cwd=root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_two_issued_versions_are_compared_in_words_and_word_by_word(root: Path) -> None:
    said = diff(root, "1.0", "2.0")
    assert "Bản 1.0 (lần ban hành 01, sửa đổi 00) → Bản 2.0 (lần ban hành 02, sửa đổi 00)" in said
    assert "• Thời hạn giải quyết: 3 ngày làm việc → 2 ngày làm việc." in said
    assert "[-một-]{+hai+} bộ hồ sơ tại [-Bộ phận Một cửa-]{+Trung tâm+}" in said
    assert "\x1b" not in said


def test_by_default_the_version_in_force_is_compared_with_what_is_being_written(root: Path) -> None:
    said = diff(root, "--as-of", "2026-10-15")
    assert "Bản 2.0 (lần ban hành 02, sửa đổi 00) → Nội dung đang soạn (2.0)" in said
    assert "{+Câu còn đang soạn.+}" in said
    # The commune that adopted version 1.0 has it still: the ledger of the owner counts.
    assert "Bản 1.0 (lần" in diff(root, "--as-of", "2026-08-15")


def test_a_version_that_git_alone_recorded_says_that_it_was_never_issued(root: Path) -> None:
    said = diff(root, "1.0", "1.1")
    assert "→ Bản 1.1 (chưa ban hành)" in said
    assert "[-một-]{+hai+}" in said


def test_json_and_markdown_and_html_say_the_same(root: Path, tmp_path: Path) -> None:
    content = json.loads(diff(root, "1.0", "2.0", "--format", "json"))
    assert (content["old_version"], content["new_version"]) == ("1.0", "2.0")
    assert "3 ngày làm việc → 2 ngày làm việc" in diff(root, "1.0", "2.0", "--format", "md")
    target = tmp_path / "so sánh.html"
    assert f"Đã ghi {target}." in diff(root, "1.0", "2.0", "--format", "html", "--out", str(target))
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<h1>Đăng ký khai sinh</h1>" in page
    assert "3 ngày làm việc → 2 ngày làm việc" in page


def test_an_unknown_code_is_answered_with_codes_like_it(root: Path) -> None:
    assert "không có tài liệu “QT-HT-1”; có phải là QT-HT-01?" in refused(root, "qt-ht-1".upper())
    assert "did you mean QT-HT-01?" in refused(root, "qt-ht-01", "--lang", "en")


def test_an_unknown_version_is_answered_with_those_that_are_known(root: Path) -> None:
    assert "không có bản “9.9”; các bản có thể nêu: 1.0, 1.1, 2.0, tree." in refused(root, "QT-HT-01", "9.9")
    assert "the versions are: 1.0, 1.1, 2.0, tree." in refused(root, "QT-HT-01", "9.9", "--lang", "en")


def test_one_version_twice_is_refused(root: Path) -> None:
    assert "hai bản cần so sánh là một (1.0)" in refused(root, "QT-HT-01", "1.0", "1.0")
    assert "hai bản cần so sánh là một (tree)" in refused(root, "QT-HT-01", "tree")


def test_a_folder_that_cannot_be_written_is_a_message(root: Path, tmp_path: Path) -> None:
    assert "không ghi được" in refused(root, "QT-HT-01", "1.0", "--out", str(tmp_path / "không có" / "x.html"))


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_its_user_wants_none(root: Path, no_colour: str, *, coloured: bool) -> None:
    ours, theirs = pty.openpty()
    settings = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"}
    with subprocess.Popen(
        [COMMAND, "diff", "QT-HT-01", "1.0", "2.0"], cwd=root, stdout=theirs, env=settings
    ) as process:
        os.close(theirs)
        said = b""
        while part := _read(ours):
            said += part
        process.wait()
    assert bool(re.search(rb"\x1b\[32;4mhai", said)) is coloured
    assert (b"{+hai+}" in said) is not coloured


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_a_file_that_cannot_be_written_is_named_once(tmp_path: Path) -> None:
    recorded = RecordedProvince(tmp_path / "tinh")
    recorded.archive.procedure("QT-HT-06").issue("QT-HT-06")
    recorded.record("Ban hành")
    done = sotay("diff", "QT-HT-06", "--out", "khong-co/x.md", cwd=recorded.root)
    assert (done.returncode, done.stderr.count("khong-co/x.md"), "Errno" in done.stderr) == (2, 1, False)


def test_a_message_does_not_steer_the_terminal(tmp_path: Path) -> None:
    recorded = RecordedProvince(tmp_path / "tinh")
    recorded.record("Trống")
    done = sotay("diff", "QT\x1b[31m-01", cwd=recorded.root)
    assert (done.returncode, "QT<U+001B>[31m-01" in done.stderr) == (2, True)
