"""What the last commit holds is held against the files themselves; nothing can be hidden from that."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sotay.engine.check_files import check_files
from sotay.engine.check_folder import read_folder
from sotay.engine.prepare import prepare
from sotay.model.finding import Severity
from sotay.rendering.decision_yaml import signature_yaml
from sotay.sources.git.recorded import recorded_texts
from sotay.sources.git.repository import revision_of
from sotay.sources.province_files import read_province_files
from sotay.usecases.verify_signatures import canonical_texts
from tests.support.command import edit
from tests.support.recorded_province import git
from tests.support.released import record
from tests.support.signing import DECISION, OTHER_DECISION, a_province, give_key, kept_key, signed_text

DAY = date(2026, 10, 1)
RELEASE = "sites/releases/2026-09-01-{commit:.7}.yml"


@pytest.fixture(params=["sha1", "sha256"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = a_province(tmp_path)
    git(folder, "init", "--quiet", "--initial-branch=main", f"--object-format={request.param}")
    return record(folder, "Ban hành")


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))


def codes(root: Path) -> set[str]:
    return {finding.code for finding in check_files(root, DAY).findings}


def recorded(root: Path) -> dict[str, str] | None:
    found = recorded_texts(root, read_province_files(root).texts)
    return None if found is None else dict(found)


def test_nothing_is_asked_of_a_commit_that_has_the_same(root: Path) -> None:
    assert recorded(root) is None
    path = root / DECISION
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert recorded(root) is None, "line ends and a mark at the start are no change"


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_a_decision_hidden_from_git_status_is_no_less_edited(root: Path, flag: str) -> None:
    git(root, "update-index", flag, DECISION)
    edit(root / DECISION, "subject: Ban hành", "subject: Ban hành lại")
    assert "ST304" in codes(root)
    revision = revision_of(root)
    assert revision
    assert revision.has_changes


def test_a_decision_that_git_ignores_is_no_part_of_the_commit(root: Path) -> None:
    (root / ".git/info/exclude").write_text("2026-40.yml\nsite\n", encoding="utf-8")
    (root / "sites/so-tu-phap/site").mkdir()
    (root / "sites/so-tu-phap/site/index.html").write_text("", encoding="utf-8")
    revision = revision_of(root)
    assert revision
    assert not revision.has_changes, "what was built is not read"
    text = (root / OTHER_DECISION).read_text(encoding="utf-8")
    (root / "sites/so-tu-phap/decisions/2026-40.yml").write_text(text.replace("45/", "40/"), encoding="utf-8")
    assert "ST306" in codes(root)
    revision = revision_of(root)
    assert revision
    assert revision.has_changes


def test_a_decision_that_was_renamed_and_edited_was_edited(root: Path) -> None:
    (root / DECISION).rename(root / "sites/so-tu-phap/decisions/2026-052.yml")
    edit(root / "sites/so-tu-phap/decisions/2026-052.yml", "subject: Ban hành", "subject: Ban hành lại")
    assert "ST304" in codes(root)


def test_what_was_no_text_when_it_was_recorded_is_held_against_nothing(root: Path) -> None:
    good = (root / DECISION).read_bytes()
    (root / DECISION).write_bytes(b"\xff\xfe")
    record(root, "Hỏng")
    (root / DECISION).write_bytes(good)
    assert "ST304" not in codes(root)


def test_an_edited_decision_is_not_published(root: Path) -> None:
    edit(root / DECISION, "subject: Ban hành", "subject: Ban hành lại")
    assert [finding.code for finding in prepare(root, DAY).obstacles] == ["ST304"]


def test_a_lowered_demand_for_signatures_is_found_until_it_is_recorded(root: Path) -> None:
    settings = root / "sites/province.yml"
    plain = settings.read_text(encoding="utf-8")
    settings.write_text(plain + "evidence: signature\nevidence_from: 2026-08-01\n", encoding="utf-8")
    record(root, "Yêu cầu chữ ký số")
    settings.write_text(plain, encoding="utf-8")
    assert "ST309" in codes(root)


def a_release(root: Path) -> str:
    """Record a release of what is checked out; return its commit."""
    commit = git(root, "rev-parse", "HEAD")
    path = root / RELEASE.format(commit=commit)
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"as_of: 2026-09-01\nedition: public\ncommit: {commit}\ndigest: sha256:{'5a' * 32}\n", encoding="utf-8"
    )
    record(root, "Ghi sổ phát hành")
    return commit


def test_a_release_whose_commit_leads_here_is_in_order(root: Path) -> None:
    a_release(root)
    assert codes(root) == set()


def test_a_history_rewritten_under_a_release_is_found_at_once(root: Path) -> None:
    commit = a_release(root)
    assert codes(root) == set(), "this is remembered"
    git(root, "checkout", "--quiet", "--orphan", "khac")
    record(root, "Chưa từng có gì khác")
    [finding] = check_files(root, DAY).findings
    assert (finding.code, finding.severity) == ("ST308", Severity.ERROR)
    assert commit[:12] in finding.fact.vi
    assert [finding.code for finding in prepare(root, DAY).obstacles] == ["ST308"]


def test_neither_replacements_nor_grafts_make_a_history_whole(root: Path) -> None:
    commit = a_release(root)
    git(root, "checkout", "--quiet", "--orphan", "khac")
    head = git(record(root, "Chưa từng có gì khác"), "rev-parse", "HEAD")
    git(root, "replace", "--graft", head, commit)
    (root / ".git/info/grafts").write_text(f"{head} {commit}\n", encoding="ascii")
    assert "ST308" in codes(root)


def test_a_clone_that_was_cut_off_is_told_from_a_rewritten_one(root: Path, tmp_path: Path) -> None:
    a_release(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "nong")
    [finding] = check_files(tmp_path / "nong", DAY).findings
    assert (finding.code, finding.severity) == ("ST308", Severity.WARNING)
    assert "git fetch --unshallow" in finding.remedy.vi
    git(tmp_path / "nong", "fetch", "--quiet", "--unshallow")
    assert codes(tmp_path / "nong") == set()


def test_a_commit_of_another_repository_is_found(root: Path) -> None:
    a_release(root)
    [path] = root.glob("sites/releases/*.yml")
    path.write_text(re.sub("commit: .*", f"commit: {'ab' * 20}", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert codes(root) == {"ST308", "ST310"}


def test_a_record_of_a_release_that_was_removed_is_found(root: Path) -> None:
    a_release(root)
    [path] = root.glob("sites/releases/*.yml")
    path.unlink()
    assert codes(root) == {"ST310"}


def test_a_useless_signature_may_be_replaced_and_a_good_one_may_not(tmp_path: Path) -> None:
    root = a_province(tmp_path)
    give_key(root, kept_key(tmp_path, "le-van-c"))
    git(root, "init", "--quiet", "--initial-branch=main")
    useless = "signature: |\n  -----BEGIN SSH SIGNATURE-----\n  AAAA\n  -----END SSH SIGNATURE-----\n"
    unsigned = (root / DECISION).read_text(encoding="utf-8")
    (root / DECISION).write_text(unsigned + useless, encoding="utf-8")
    record(root, "Ký hỏng")
    (root / DECISION).write_text(signed(root, tmp_path, unsigned, "nguoi-la"), encoding="utf-8")
    assert codes(root) == {"ST323"}
    record(root, "Người lạ ký")
    (root / DECISION).write_text(signed(root, tmp_path, unsigned, "le-van-c"), encoding="utf-8")
    assert codes(root) == set()
    record(root, "Người ký ký lại")
    (root / DECISION).write_text(unsigned, encoding="utf-8")
    assert codes(root) == {"ST304"}


def signed(root: Path, folder: Path, text: str, who: str) -> str:
    """The file of a decision with a real signature of somebody."""
    (root / DECISION).write_text(text, encoding="utf-8")
    canonical = canonical_texts(read_folder(root))[DECISION]
    return text + signature_yaml(signed_text(canonical, kept_key(folder, who)))
