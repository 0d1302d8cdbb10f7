"""`sotay check --baseline`: a province with old errors can start today and only gets better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import edit, reference_copy, sotay

AS_OF = ("--as-of", "2026-11-21")
OLD = ("procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
NEW = ("procedures/ho-tich/QT-HT-02.md", "approver: le-van-c", "approver: le-van-x")
LIST = ("--baseline", "loi-cu.json")
UPDATE = (*LIST, "--update-baseline")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The reference province with one old error that is in the list."""
    root = reference_copy(tmp_path)
    edit(root / OLD[0], *OLD[1:])
    done = sotay("check", *AS_OF, *UPDATE, cwd=root)
    assert done.returncode == 0, done.stdout
    return root


def check(root: Path, *words: str) -> tuple[int, str]:
    done = sotay("check", *AS_OF, *words, cwd=root)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def listed(root: Path) -> list[dict[str, object]]:
    findings: list[dict[str, object]] = json.loads((root / "loi-cu.json").read_text(encoding="utf-8"))["findings"]
    return findings


def test_an_old_error_waits_and_only_the_summary_says_so(root: Path) -> None:
    code, said = check(root, *LIST)
    assert code == 0
    assert "ST207" not in said
    assert "; 1 lỗi cũ trong danh sách chờ." in said
    assert check(root)[0] == 1


def test_a_new_error_fails_and_is_never_added(root: Path) -> None:
    edit(root / NEW[0], *NEW[1:])
    for words in (LIST, UPDATE, LIST):
        code, said = check(root, *words)
        assert code == 1
        assert "ST201" in said
    assert [entry["code"] for entry in listed(root)] == ["ST207"]


def test_the_line_of_an_old_error_does_not_matter_but_its_file_does(root: Path) -> None:
    edit(root / OLD[0], "---\n", "---\n# Tệp này sẽ được sửa trong đợt rà soát.\n")
    assert check(root, *LIST)[0] == 0
    (root / "procedures/mot-cua" / "QT-HT-01.md").write_bytes((root / OLD[0]).read_bytes())
    (root / OLD[0]).unlink()
    assert "ST207" in check(root, *LIST)[1]


def test_a_mended_error_leaves_the_list(root: Path) -> None:
    edit(root / OLD[0], OLD[2], OLD[1])
    code, said = check(root, *LIST)
    assert code == 0
    assert "Đã sửa 1 lỗi cũ: chạy --update-baseline để siết lại." in said
    assert check(root, "--strict", *LIST, "procedures/xay-dung")[1].count("Đã sửa") == 0
    assert check(root, *UPDATE)[0] == 0
    assert listed(root) == []
    edit(root / OLD[0], *OLD[1:])
    assert check(root, *LIST)[0] == 1


def test_a_strict_check_wants_the_list_no_longer_than_needed(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    check(root, "--strict", *UPDATE)
    assert check(root, "--strict", *LIST)[0] == 0
    edit(root / OLD[0], *OLD[1:])
    (root / "loi-cu.json").unlink()
    check(root, "--strict", *UPDATE)
    assert check(root, "--strict", *LIST)[0] == 0
    edit(root / OLD[0], OLD[2], OLD[1])
    assert check(root, *LIST)[0] == 0
    assert check(root, "--strict", *LIST)[0] == 1


def test_a_narrowed_check_does_not_call_the_rest_mended(root: Path) -> None:
    code, said = check(root, *LIST, "procedures/xay-dung")
    assert code == 0
    assert "Đã sửa" not in said
    check(root, *UPDATE, "procedures/xay-dung")
    assert len(listed(root)) == 1


def test_the_list_is_for_checking_only(root: Path) -> None:
    done = sotay("build", *AS_OF, cwd=root)
    assert done.returncode == 1
    assert "ST207" in done.stdout


@pytest.mark.parametrize(
    ("words", "content", "said"),
    [
        (("--update-baseline",), None, "--update-baseline cần có --baseline"),
        (("--baseline", "khong-co.json"), None, "Chạy lại với --update-baseline"),
        (LIST, "{", "loi-cu.json: không phải là JSON"),
        (UPDATE, "[]", "không phải là danh sách chờ của sotay"),
        (("--baseline", "khong-co/loi-cu.json", "--update-baseline"), None, "không ghi được tệp"),
        (LIST, b"\xff\xfe", "không đọc được tệp"),
    ],
)
def test_a_list_that_cannot_be_used_stops_with_exit_code_2(
    root: Path, words: tuple[str, ...], content: str | bytes | None, said: str
) -> None:
    if content is not None:
        (root / "loi-cu.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    code, told = check(root, *words)
    assert code == 2
    assert said in told
    assert not list(root.glob(".*new"))
