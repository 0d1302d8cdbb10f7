"""Tampering that covers its tracks, rewritten histories and hostile manifests: each is named, none stops the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.command import edit, sotay
from tests.support.recorded_province import git
from tests.support.released import a_recorded_province, copy_of, head, record, release

DECISION = f"sites/{OWNER}/decisions/2026-45.yml"
Change = Callable[[dict[str, object]], None]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release beside the repository that it was built from."""
    folder = tmp_path_factory.mktemp("original")
    root = a_recorded_province(folder / "kho")
    release(root, folder / "site")
    return folder / "site"


@pytest.fixture
def root(site: Path, tmp_path: Path) -> Path:
    return copy_of(site.with_name("kho"), tmp_path / "kho")


def found(site: Path, *options: str) -> tuple[set[str], set[str]]:
    """The kinds of deviations, and of what was not proven."""
    done = sotay("verify", str(site), "--format", "json", *options, cwd=site.parent)
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 1}, done.stderr
    said = json.loads(done.stdout)
    return {d["kind"] for d in said["deviations"]}, {g["kind"] for g in said["unproven"]}


def forged(site: Path, folder: Path, change: Change) -> Path:
    """A folder with nothing but a manifest that was changed."""
    manifest = json.loads((site / "release.json").read_text(encoding="utf-8"))
    change(manifest)
    (folder / "site").mkdir()
    (folder / "site/release.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder / "site"


@pytest.mark.parametrize("ending", ["js", "woff2", "xml", "svg"])
def test_one_changed_byte_of_any_kind_of_file_is_found(site: Path, tmp_path: Path, ending: str) -> None:
    copy = copy_of(site, tmp_path / "site")
    path = next(path for path in sorted(copy.rglob(f"*.{ending}")))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert found(copy)[0] == {"file_changed"}


def _merged(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "nhanh")
    record(_other_topic(root), "Việc khác")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-commit", "--no-ff", "nhanh")
    edit(root / DECISION, "le-van-c", "tran-thi-b")
    record(root, "Nhập nhánh")


def _squashed(root: Path) -> None:
    edit(root / DECISION, "le-van-c", "tran-thi-b")
    record(_other_topic(root), "Nhiều việc trong một")


def _other_topic(root: Path) -> Path:
    edit(root / "procedures/mot-cua/HD-MC-10.md", "Câu này", "Câu khác")
    return root


def _uncommitted(root: Path) -> None:
    edit(root / DECISION, "le-van-c", "tran-thi-b")


def _to_and_fro(root: Path) -> None:
    _squashed(root)
    record(_other_topic_again(root), "Thêm việc")


def _other_topic_again(root: Path) -> Path:
    edit(root / "procedures/mot-cua/HD-MC-10.md", "Câu khác", "Câu nữa")
    return root


@pytest.mark.parametrize("edit_it", [_merged, _squashed, _uncommitted, _to_and_fro])
def test_an_edited_decision_is_found_however_it_came_in(
    site: Path, root: Path, edit_it: Callable[[Path], None]
) -> None:
    edit_it(root)
    assert found(site, "--root", str(root))[0] == {"decision_edited_since"}


def test_a_renamed_decision_and_a_number_that_is_used_again_are_found(site: Path, root: Path) -> None:
    (root / DECISION).rename(root / f"sites/{OWNER}/decisions/2026-99.yml")
    edit(root / f"sites/{COMMUNE}/decisions/2026-15.yml", "2026-", "2025-")
    record(root, "Đổi tên")
    deviations, gaps = found(site, "--root", str(root))
    assert deviations == {"decision_removed_since", "decision_edited_since"}
    assert "not_current" in gaps


def test_a_decision_that_is_damaged_today_was_edited_not_removed(site: Path, root: Path) -> None:
    (root / DECISION).write_text("number: [", encoding="utf-8")
    assert found(site, "--root", str(root))[0] == {"decision_edited_since"}


def _reset(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "moi")
    record(root, "Lịch sử mới")


def _rebased(root: Path) -> None:
    git(root, "commit", "--quiet", "--amend", "-m", "Viết lại", on="2026-06-20T08:00:00+07:00")
    record(_other_topic(root), "Thêm")


def _replaced(root: Path) -> None:
    old = head(root)
    _reset(root)
    git(root, "replace", "--graft", "HEAD", old)
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/grafts").write_text(f"{head(root)} {old}\n", encoding="ascii")


@pytest.mark.parametrize("rewrite", [_reset, _rebased, _replaced])
def test_a_rewritten_history_is_found_however_it_was_done(
    site: Path, root: Path, rewrite: Callable[[Path], None]
) -> None:
    rewrite(root)
    assert "history_rewritten" in found(site, "--root", str(root))[0]


def test_an_old_release_put_back_is_said_not_to_be_the_latest(site: Path, root: Path) -> None:
    assert "not_current" not in found(site, "--root", str(root))[1]
    text = (root / DECISION).read_text(encoding="utf-8").replace("45/", "70/").replace("2026-07-01", "2026-09-01")
    (root / f"sites/{OWNER}/decisions/2026-70.yml").write_text(text, encoding="utf-8")
    record(root, "Quyết định mới")
    deviations, gaps = found(site, "--root", str(root))
    assert (deviations, "not_current" in gaps) == (set(), True)
    shown = sotay("verify", str(site), "--root", str(root), cwd=root).stdout
    assert "Chưa phải bản mới nhất: kho nay có thêm 1 quyết định" in shown


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("as_of", "9999-12-31", ""), ("as_of", "0001-01-01", ""), ("as_of", "2026-02-30", "manifest_fault"),
        ("known_at", "0001-01-01", "statement_differs"), ("known_at", "9999-12-31", ""),
        ("commit", "HEAD", "manifest_fault"), ("commit", "--help", "manifest_fault"),
        ("commit", "0" * 40, "commit_unknown"), ("commit", "a" * 64, "commit_unknown"),
        ("edition", "internal", "decision_differs"), ("kind", "audit_pack", "manifest_fault"),
        ("format", True, "manifest_fault"), ("province", {"code": "20", "name": "Tỉnh khác"}, "statement_differs"),
        ("has_changes", True, "no_commit"), ("commit", None, "no_commit"), ("decisions", [], "decision_left_out"),
        ("in_force", [], "in_force_differs"), ("generator", [{"name": "sotay", "version": "9"}], ""),
        ("files", [{"path": "A" * 5000, "sha256": f"sha256:{'0' * 64}", "size": 10**30}], "file_removed"),
        ("request", {"agency": "../x", "first": "2026-01-01", "last": "2026-02-01", "seed": "x", "sample": 1},
         "manifest_fault"),
    ],
)  # fmt: skip
def test_a_forged_statement_is_named(
    site: Path, root: Path, tmp_path: Path, key: str, value: object, kind: str
) -> None:
    changed = forged(site, tmp_path, lambda manifest: manifest.update({key: value}))
    deviations, _ = found(changed, "--root", str(root))
    assert not kind or kind in deviations


@pytest.mark.parametrize(
    "name", ["index.html\u0000", "ho\u0323\u0302-so.html", "CON", "\U000e0041", "\ud800", "e\u0301/\u200b.html", "-rf"]
)
def test_a_strange_name_is_a_fault_or_a_missing_file(site: Path, tmp_path: Path, name: str) -> None:
    entry = {"path": name, "sha256": f"sha256:{'0' * 64}", "size": 1}
    changed = forged(site, tmp_path, lambda manifest: manifest.update(files=[entry]))
    assert found(changed)[0] <= {"manifest_fault", "file_removed"} != set()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff", b"null", b"[]", b"1e999999", b'{"format":1,"size":' + b"9" * 9000 + b"}",
        b'{"format": 1.0}', b'{"format":1}' + b" " * 1_000_000, b'{"a":' * 90_000 + b"1" + b"}" * 90_000,
        b'\xef\xbb\xbf{"format":1}', b'{"format":1,"files":{"a":NaN}}',
    ],
)  # fmt: skip
def test_a_hostile_manifest_is_one_fault_and_no_failure(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "release.json").write_bytes(content)
    assert found(tmp_path)[0] == {"manifest_fault"}


def test_names_that_differ_in_case_or_form_only_are_different_files(site: Path, tmp_path: Path) -> None:
    copy = copy_of(site, tmp_path / "site")
    (copy / "index.html").rename(copy / "Index.html")
    (copy / "h\u1ed3-s\u01a1.html").write_text("", encoding="utf-8")
    assert found(copy)[0] == {"file_added", "file_removed"}


def test_a_file_that_is_a_folder_now_and_one_that_is_hidden_are_found(site: Path, tmp_path: Path) -> None:
    copy = copy_of(site, tmp_path / "site")
    (copy / "404.html").unlink()
    (copy / "404.html").mkdir()
    (copy / "404.html/.an").write_text("", encoding="utf-8")
    (copy / "404.html/release.json").write_text("", encoding="utf-8")
    assert found(copy)[0] == {"file_added", "file_removed"}
