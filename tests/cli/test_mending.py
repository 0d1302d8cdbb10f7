"""`sotay check --diff` and `sotay check --fix`: what is shown, what is written, and what is left alone."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.support.command import edit, reference_copy, sotay

AS_OF = ("--as-of", "2026-11-21")
DRAFT = "procedures/ho-tich/HD-HT-01.md"
ISSUED = "procedures/ho-tich/QT-HT-01.md"
TEXT = """---
title: Hướng dẫn ghi sổ hô\u0323 tịch
code: HD-HT-01
kind: instruction
version: 1.10
owner: so-tu-phap
prepared_by: nguyen-van-a
reviewed_by: tran-thi-b
approver: le-van-c
changes: Ban hành lần đầu theo 123/2015/ND-CP.
---

## Mục đích

Thống nhất cách ghi\u200b sổ.\x20\x20
"""
MENDED = """---
code: HD-HT-01
title: Hướng dẫn ghi sổ hộ tịch
kind: instruction
version: "1.10"
owner: so-tu-phap
prepared_by: nguyen-van-a
reviewed_by: tran-thi-b
approver: le-van-c
changes: Ban hành lần đầu theo 123/2015/NĐ-CP.
---

## Mục đích

Thống nhất cách ghi sổ.\x20\x20
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = reference_copy(tmp_path)
    (root / DRAFT).write_text(TEXT, encoding="utf-8", newline="")
    return root


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_fix_mends_and_then_checks(root: Path) -> None:
    before = contents(root)
    done = sotay("check", "--fix", *AS_OF, cwd=root)
    after = contents(root)
    assert after.pop(DRAFT).decode("utf-8") == MENDED
    del before[DRAFT]
    assert after == before
    assert f"{DRAFT}: đã sửa 5 chỗ: thiếu dấu nháy (ST105) 1" in done.stderr
    for kind in ("thứ tự khóa (ST138) 1", "số hiệu trong lời văn (ST506) 1", "(ST801) 1", "(ST802) 1"):
        assert kind in done.stderr
    for code in ("ST105", "ST801", "ST802"):
        assert code not in done.stdout
    assert "Đã kiểm tra" in done.stdout


def test_fix_twice_changes_nothing_the_second_time(root: Path) -> None:
    sotay("check", "--fix", *AS_OF, cwd=root)
    stamp = (root / DRAFT).stat().st_mtime_ns
    done = sotay("check", "--fix", *AS_OF, cwd=root)
    assert done.stderr == ""
    assert (root / DRAFT).stat().st_mtime_ns == stamp
    assert sotay("check", "--diff", cwd=root).returncode == 0


def test_diff_is_a_patch_of_what_fix_would_do_and_writes_nothing(root: Path) -> None:
    before = contents(root)
    done = sotay("check", "--diff", cwd=root)
    assert done.returncode == 1
    assert contents(root) == before
    assert "+Thống nhất cách ghi sổ.  \n" in done.stdout
    assert "prepared_by" not in [line[1:].partition(":")[0] for line in done.stdout.splitlines() if line[:1] in "+-"]
    (root / "sua.patch").write_text(done.stdout, encoding="utf-8")
    subprocess.run(["git", "apply", "sua.patch"], cwd=root, check=True)
    assert (root / DRAFT).read_text(encoding="utf-8") == MENDED


def test_without_a_final_newline_the_patch_says_so(root: Path) -> None:
    (root / DRAFT).write_text(TEXT.rstrip(), encoding="utf-8")
    patch = sotay("check", "--diff", cwd=root).stdout
    assert "\n\\ No newline at end of file\n" in patch
    (root / "sua.patch").write_text(patch, encoding="utf-8")
    subprocess.run(["git", "apply", "sua.patch"], cwd=root, check=True)
    assert (root / DRAFT).read_text(encoding="utf-8") == MENDED.rstrip()


def test_a_clean_province_has_no_diff(tmp_path: Path) -> None:
    done = sotay("check", "--diff", cwd=reference_copy(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_only_the_files_named_are_mended(root: Path) -> None:
    assert sotay("check", "--diff", "procedures/xay-dung", cwd=root).returncode == 0
    assert sotay("check", "--diff", "procedures/ho-tich", cwd=root).returncode == 1


def test_what_was_issued_is_named_and_left_alone(root: Path) -> None:
    path = root / ISSUED
    decision = root / "sites/so-tu-phap/decisions/2026-45.yml"
    edit(path, "title: Đăng ký", "title: \u00d0ăng ký")
    edit(decision, _approved(decision), _fingerprint(root))
    before = path.read_bytes()
    done = sotay("check", "--fix", "--lang", "en", *AS_OF, cwd=root)
    assert path.read_bytes() == before
    assert f"{ISSUED}:3  ST804  left alone: 1, on lines 3" in done.stderr


def _approved(decision: Path) -> str:
    return (
        decision.read_text(encoding="utf-8").partition("code: QT-HT-01\n")[2].partition("fingerprint: ")[2].split()[0]
    )


def _fingerprint(root: Path) -> str:
    from sotay.engine.check_folder import read_folder  # noqa: PLC0415
    from sotay.history.fingerprint import Fingerprints  # noqa: PLC0415

    return Fingerprints(read_folder(root).documents)["QT-HT-01"]


def test_line_ends_mode_and_byte_order_mark_stay(root: Path) -> None:
    path = root / DRAFT
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    sotay("check", "--fix", *AS_OF, cwd=root)
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(path.parent.glob("*.tmp"))


def test_a_file_that_cannot_be_written_is_named_with_a_remedy_and_others_are_mended(root: Path) -> None:
    locked = root / "procedures/ho-tich/HD-HT-03.md"
    locked.write_text(TEXT.replace("HD-HT-01", "HD-HT-03"), encoding="utf-8")
    locked.chmod(0o444)
    done = sotay("check", "--fix", *AS_OF, cwd=root)
    assert done.returncode == 1
    assert "HD-HT-03.md: không sửa vì tệp chỉ cho đọc. Cho quyền ghi (chmod u+w)" in done.stderr
    assert "\u200b" in locked.read_text(encoding="utf-8")
    assert (root / DRAFT).read_text(encoding="utf-8") == MENDED


def test_a_file_name_in_another_form_is_named_and_kept(root: Path) -> None:
    name = unicodedata.normalize("NFD", "Hộ tịch.md")
    path = root / "procedures/ho-tich" / name
    path.write_text(MENDED, encoding="utf-8")
    done = sotay("check", "--fix", *AS_OF, cwd=root)
    assert f"{name}: tên tệp có chữ ghép rời (không phải NFC)" in done.stderr
    assert path.exists()


def test_messages_can_be_english(root: Path) -> None:
    done = sotay("check", "--fix", "--lang", "en", *AS_OF, cwd=root)
    assert f"{DRAFT}: mended 5: missing quotes (ST105) 1" in done.stderr
