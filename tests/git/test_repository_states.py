"""What stands between a question and its answer is said: a clone cut off, no Git, no repository, a damaged one."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from sotay.engine.check_folder import check_folder
from sotay.errors import GitMissing, GitRefused, ShallowHistory
from sotay.model.version import Version
from sotay.sources.git.repository import open_history, revision_of
from tests.support.builders import ANY_BODY
from tests.support.command import COMMAND
from tests.support.recorded_province import RecordedProvince, git

CODE, FIRST, SECOND = "HD-MC-01", Version(1, 0), Version(1, 1)
DRAFT = dict.fromkeys(("decision", "approved_date", "effective_date"))
DAY = date(2026, 9, 1)


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    return RecordedProvince(tmp_path / "kho")


def being_amended(province: RecordedProvince) -> str:
    """Issue a version and draft the next, so that the text in force is in history; return its fingerprint."""
    province.archive.document(CODE)
    approved = province.fingerprint(CODE)
    province.record("Soạn thảo", "2026-06-10")
    province.archive.issue(CODE)
    province.record("Ban hành", "2026-06-15")
    province.archive.document(CODE, ANY_BODY + "\nThêm.\n", version="1.1", **DRAFT)
    province.record("Dự thảo sửa đổi", "2026-08-01")
    return approved


def shallow(province: RecordedProvince, depth: int = 1) -> Path:
    clone = province.top.parent / "nong"
    git(province.top.parent, "clone", "--quiet", f"--depth={depth}", f"file://{province.top}", str(clone))
    return clone


def check(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    words = [str(COMMAND), "check", "--as-of", DAY.isoformat()]
    return subprocess.run(
        words, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def test_in_a_cut_off_clone_nothing_is_said_of_a_text_that_is_not_there(province: RecordedProvince) -> None:
    approved = being_amended(province)
    history = open_history(shallow(province))
    with pytest.raises(ShallowHistory, match="git fetch --unshallow"):
        history.find(CODE, FIRST, approved)
    with pytest.raises(ShallowHistory, match="fetch-depth: 0"):
        history.find(CODE, SECOND, approved)


def test_a_text_that_a_cut_off_clone_does_have_is_found(province: RecordedProvince) -> None:
    approved = being_amended(province)
    assert open_history(shallow(province, depth=2)).find(CODE, FIRST, approved)


def test_a_check_in_a_cut_off_clone_stops_with_the_remedy(province: RecordedProvince) -> None:
    being_amended(province)
    done = check(shallow(province))
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert "GIT_DEPTH: 0" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_fetched_since_is_found(
    province: RecordedProvince, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    approved = being_amended(province)
    clone = shallow(province)
    with pytest.raises(ShallowHistory):
        open_history(clone).find(CODE, FIRST, approved)
    git(clone, "fetch", "--quiet", "--unshallow")
    assert open_history(clone).find(CODE, FIRST, approved)


def test_a_check_that_needs_no_history_needs_no_whole_clone(province: RecordedProvince) -> None:
    province.archive.document(CODE).issue(CODE)
    province.record("Ban hành")
    province.record("Thêm một lần ghi nhận")
    assert check(shallow(province)).stderr == ""


def test_a_repository_that_cannot_be_held_against_its_commits_is_not_called_clean(
    province: RecordedProvince, tmp_path: Path
) -> None:
    province.archive.document(CODE).issue(CODE)
    province.record("Ban hành")
    done = check(province.root, PATH=str(tmp_path / "empty"))
    assert done.returncode == 2
    assert "không có Git" in done.stderr


def test_a_check_that_needs_history_says_that_git_is_missing(
    province: RecordedProvince, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    being_amended(province)
    done = check(province.root, PATH=str(tmp_path / "empty"))
    assert done.returncode == 2
    assert "không có Git" in done.stderr
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(GitMissing):
        open_history(province.root)
    assert revision_of(province.root) is None


def test_without_a_repository_the_missing_text_is_a_finding(province: RecordedProvince) -> None:
    being_amended(province)
    (province.top / ".git").rename(province.top.parent / "git")
    assert "ST214" in {finding.code for finding in check_folder(province.root, DAY).findings}


def test_a_damaged_repository_is_told_as_such(province: RecordedProvince) -> None:
    approved = being_amended(province)
    blob = province.git("rev-parse", f"HEAD~1:procedures/mot-cua/{CODE}.md")
    loose = province.top / ".git" / "objects" / blob[:2] / blob[2:]
    loose.unlink()
    with pytest.raises(GitRefused, match=blob):
        open_history(province.root).find(CODE, FIRST, approved)
    (province.top / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (province.top / ".git" / "refs" / "heads" / "main").write_text("0" * 40 + "\n")
    assert open_history(province.root).codes == frozenset()


def test_a_broken_commit_is_told_as_such(province: RecordedProvince) -> None:
    being_amended(province)
    commit = province.git("rev-parse", "HEAD~1")
    loose = province.top / ".git" / "objects" / commit[:2] / commit[2:]
    loose.chmod(0o600)
    loose.write_bytes(b"broken")
    with pytest.raises(GitRefused):
        _ = open_history(province.root).codes


@pytest.mark.parametrize(
    "setting",
    [
        ("diff.renames", "copies"), ("diff.relative", "true"), ("log.showSignature", "true"), ("color.ui", "always"),
        ("log.follow", "true"), ("log.showRoot", "false"), ("core.quotePath", "true"), ("diff.noprefix", "true"),
        ("i18n.logOutputEncoding", "latin1"), ("log.diffMerges", "off"), ("format.pretty", "oneline"),
        ("diff.orderFile", "/nowhere"), ("core.abbrev", "4"),
    ],
)  # fmt: skip
def test_the_settings_of_a_user_change_nothing(tmp_path: Path, setting: tuple[str, str]) -> None:
    province = RecordedProvince(tmp_path / "kho", within="tỉnh")
    approved = being_amended(province)
    province.git("config", *setting)
    (first, second) = province.history.recorded(CODE)
    assert province.history.find(CODE, FIRST, approved)
    assert (first.commit.author, second.commit.subject) == ("Nguyễn Văn A", "Dự thảo sửa đổi")


def test_a_hook_of_another_repository_does_not_lead_astray(
    province: RecordedProvince, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved = being_amended(province)
    other = RecordedProvince(tmp_path / "khac")
    other.record("Kho khác")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.top / ".git" / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.top / ".git" / "objects"))
    assert open_history(province.root).find(CODE, FIRST, approved)
    revision = revision_of(province.root)
    assert revision
    assert (revision.full, revision.has_changes) == (province.git("rev-parse", "HEAD"), False)


def test_replacements_and_mail_maps_of_this_machine_do_not_count(province: RecordedProvince) -> None:
    approved = being_amended(province)
    blob = province.git("rev-parse", f"HEAD~1:procedures/mot-cua/{CODE}.md")
    other = province.git("rev-parse", f"HEAD:procedures/mot-cua/{CODE}.md")
    province.git("replace", blob, other)
    province.git("replace", "--graft", "HEAD")
    (province.top / ".git" / "info").mkdir(exist_ok=True)
    (province.top / ".git" / "info" / "grafts").write_text(province.git("rev-parse", "HEAD") + "\n")
    (province.root / ".mailmap").write_text("Người Khác <x@sotay.invalid> <van-thu@sotay.invalid>\n")
    province.git("config", "log.mailmap", "true")
    assert province.history.find(CODE, FIRST, approved)
    assert {text.commit.author for text in province.history.recorded(CODE)} == {"Nguyễn Văn A"}
