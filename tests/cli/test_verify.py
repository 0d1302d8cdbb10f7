"""`sotay verify`: each way of tampering with a release is found and named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.command import COMMAND, edit
from tests.support.recorded_province import git
from tests.support.released import a_recorded_province, copy_of, head, record, release

DECISION = f"sites/{OWNER}/decisions/2026-45.yml"


@dataclass(frozen=True)
class Published:
    """A release and the repository it was built from."""

    site: Path
    root: Path

    def verify(self, *options: str) -> Verified:
        return verify(self.site, "--root", str(self.root), *options)


@dataclass(frozen=True)
class Verified:
    """What `sotay verify --format json` said."""

    code: int
    deviations: frozenset[tuple[str, str]]
    """Kind and subject of each."""
    proven: frozenset[str]
    unproven: frozenset[str]


def run(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "verify", *words], cwd=cwd or "/", capture_output=True, encoding="utf-8", check=False
    )


def verify(site: Path, *options: str) -> Verified:
    done = run(str(site), "--format", "json", *options)
    assert "Traceback" not in done.stderr
    said = json.loads(done.stdout)
    assert said["sound"] is (done.returncode == 0)
    return Verified(
        done.returncode,
        frozenset((deviation["kind"], deviation["subject"]) for deviation in said["deviations"]),
        frozenset(proof["kind"] for proof in said["proven"]),
        frozenset(gap["kind"] for gap in said["unproven"]),
    )


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("original")
    root = a_recorded_province(folder / "kho")
    release(root, folder / "site", "--record")
    return Published(folder / "site", root)


@pytest.fixture
def published(original: Published, tmp_path: Path) -> Published:
    """A copy of the release and of the repository, to be tampered with."""
    return Published(copy_of(original.site, tmp_path / "site"), copy_of(original.root, tmp_path / "kho"))


def rewrite(site: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change the manifest of a release as somebody who covers his tracks would."""
    path = site / "release.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def test_an_untouched_release_is_in_order_and_what_is_not_proven_is_said(original: Published) -> None:
    found = original.verify()
    assert (found.code, found.deviations) == (0, frozenset())
    assert found.proven == {"files", "commit", "decisions", "in_force", "record"}
    assert found.unproven == {"not_rebuilt", "not_signed"}
    text = run(str(original.site), "--root", str(original.root)).stdout
    assert "Chưa dựng lại: chưa chứng minh" in text


def test_a_rebuild_proves_the_files(original: Published) -> None:
    found = original.verify("--rebuild")
    assert (found.code, found.deviations) == (0, frozenset())
    assert "rebuilt" in found.proven
    assert found.unproven == {"not_signed"}


@pytest.mark.parametrize(
    "name", ["index.html", f"{COMMUNE}/thu-tuc/1.001193/index.html", "tim-kiem/index.json", "sitemap.xml.gz",
             "assets/*/stylesheets/sotay/site.css"],
)  # fmt: skip
def test_one_changed_byte_is_found(published: Published, name: str) -> None:
    (path,) = published.site.glob(name)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert published.verify().deviations == {("file_changed", path.relative_to(published.site).as_posix())}


def test_an_added_and_a_removed_file_are_found(published: Published) -> None:
    (published.site / "thu-tuc" / ".htaccess").write_text("Redirect / https://x.example", encoding="utf-8")
    (published.site / "404.html").rename(published.site / "404.HTML")
    assert published.verify().deviations == {
        ("file_added", "thu-tuc/.htaccess"), ("file_removed", "404.html"), ("file_added", "404.HTML"),
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_links_and_pipes_are_named_and_not_followed(published: Published, tmp_path: Path) -> None:
    (published.site / "index.html").rename(tmp_path / "elsewhere.html")
    (published.site / "index.html").symlink_to(tmp_path / "elsewhere.html")
    (published.site / "away").symlink_to("/etc")
    os.mkfifo(published.site / "pipe")
    assert published.verify().deviations == {("not_a_file", name) for name in ("index.html", "away", "pipe")}


def test_a_forged_page_whose_entry_was_forged_too_is_found_by_the_record_and_by_a_rebuild(published: Published) -> None:
    page = published.site / "index.html"
    page.write_text("<p>Lệ phí: 5.000.000 đồng</p>", encoding="utf-8")
    forged = verify_files(published.site)

    def cover(manifest: dict[str, object]) -> None:
        manifest["files"] = forged

    rewrite(published.site, cover)
    assert verify(published.site).code == 0, "files and manifest agree"
    assert published.verify().deviations == {("record_differs", recorded(published.root))}
    assert ("rebuilt_differs", "index.html") in published.verify("--rebuild").deviations


def verify_files(site: Path) -> list[dict[str, object]]:
    """List the files of a folder as a forger would, with the product's own tools."""
    from sotay.sources.published_files import found_files  # noqa: PLC0415 - a forger's tool

    return [file.model_dump(mode="json") for file in found_files(site).files]


def recorded(root: Path) -> str:
    (path,) = (root / "sites/releases").glob("*.yml")
    return path.relative_to(root).as_posix()


def test_a_changed_entry_of_the_manifest_is_found(published: Published) -> None:
    edit(
        published.site / "release.json",
        '"path": "404.html", "sha256": "sha256:',
        '"path": "404.html", "sha256": "sha256:0',
    )
    edit(published.site / "release.json", '"size":', ' "size":')
    assert {kind for kind, _ in published.verify().deviations} == {"manifest_fault"}


def test_what_is_said_to_be_in_force_must_follow_from_the_decisions(published: Published) -> None:
    def forge(manifest: dict[str, object]) -> None:
        in_force: list[dict[str, object]] = manifest["in_force"]  # type: ignore[assignment]
        of_births = [version for version in in_force if version["code"] == "QT-HT-01"]
        of_births[0]["fingerprint"] = "sha256:" + "0" * 64
        of_births[1]["since"] = "2020-01-01"

    rewrite(published.site, forge)
    named = {(kind, subject) for kind, subject in published.verify().deviations if kind != "record_differs"}
    assert named == {
        ("text_not_found", f"{COMMUNE}/QT-HT-01"), ("in_force_differs", f"{OWNER}/QT-HT-01"),
    }  # fmt: skip


def test_a_decision_that_the_commit_does_not_hold_is_forged(published: Published) -> None:
    def forge(manifest: dict[str, object]) -> None:
        decisions: list[dict[str, object]] = manifest["decisions"]  # type: ignore[assignment]
        forged = {**decisions[0], "path": f"sites/{OWNER}/decisions/2026-99.yml", "number": "99/QĐ-STP"}
        decisions[0]["effective_date"] = "2020-01-01"
        del decisions[1]
        decisions.append(forged)

    left_out = json.loads((published.site / "release.json").read_text(encoding="utf-8"))["decisions"][:2]
    rewrite(published.site, forge)
    found = published.verify()
    assert ("decision_forged", f"sites/{OWNER}/decisions/2026-99.yml") in found.deviations
    assert ("decision_differs", left_out[0]["path"]) in found.deviations
    assert ("decision_left_out", left_out[1]["path"]) in found.deviations


def test_a_decision_removed_or_edited_after_its_effect_is_found(published: Published) -> None:
    edit(published.root / DECISION, "le-van-c", "tran-thi-b")
    (published.root / f"sites/{COMMUNE}/decisions/2026-15.yml").unlink()
    record(published.root, "Sửa quyết định đã có hiệu lực", on="2026-11-01")
    found = published.verify()
    assert found.deviations == {
        ("decision_edited_since", DECISION), ("decision_removed_since", f"sites/{COMMUNE}/decisions/2026-15.yml"),
    }  # fmt: skip
    assert "decisions" in found.proven, "the manifest still says what the commit holds"


def test_later_decisions_and_texts_do_not_make_a_release_wrong(published: Published) -> None:
    edit(published.root / "procedures/mot-cua/HD-MC-10.md", "Câu này", "Câu khác")
    record(published.root, "Sửa dự thảo", on="2026-11-01")
    assert published.verify().code == 0


def test_an_amended_commit_is_a_rewritten_history(published: Published) -> None:
    git(published.root, "commit", "--quiet", "--amend", "-m", "Chưa từng có gì khác", on="2026-06-16T08:00:00+07:00")
    found = published.verify()
    assert ("history_rewritten", "release.json") in found.deviations
    assert "commit" not in found.proven


def test_a_commit_that_is_gone_is_named_and_decisions_are_still_looked_at(published: Published, tmp_path: Path) -> None:
    edit(published.root / DECISION, "le-van-c", "tran-thi-b")
    git(published.root, "add", "--all")
    git(published.root, "commit", "--quiet", "--amend", "-m", "Viết lại", on="2026-06-16T08:00:00+07:00")
    git(tmp_path, "clone", "--quiet", "--no-local", str(published.root), "moi")
    found = verify(published.site, "--root", str(tmp_path / "moi"))
    assert ("commit_unknown", "release.json") in found.deviations
    assert ("decision_edited_since", DECISION) in found.deviations
    assert "commit_absent" in found.unproven


def test_a_clone_that_was_cut_off_gives_no_verdict(published: Published, tmp_path: Path) -> None:
    record(published.root, "Ghi sổ", on="2026-11-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{published.root}", "nong")
    done = run(str(published.site), "--root", str(tmp_path / "nong"))
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_a_release_of_uncommitted_files_is_not_proven_by_any_commit(published: Published, tmp_path: Path) -> None:
    edit(published.root / "procedures/mot-cua/HD-MC-10.md", "Câu này", "Câu khác")
    release(published.root, tmp_path / "dirty")
    found = verify(tmp_path / "dirty", "--root", str(published.root))
    assert ("no_commit", "release.json") in found.deviations


def test_without_a_repository_only_the_files_are_looked_at_and_that_is_said(original: Published) -> None:
    found = verify(original.site)
    assert (found.code, found.proven, found.unproven) == (0, {"files"}, {"no_repository"})
    text = run(str(original.site), "--lang", "en").stdout
    assert "There is no repository at hand" in text


def test_the_repository_around_the_folder_is_found(published: Published) -> None:
    site = copy_of(published.site, published.root / "site")
    done = run(cwd=published.root)
    assert done.returncode == 0
    assert "Phiên bản kho còn trong lịch sử" in done.stdout
    assert head(published.root)[:7] in done.stdout
    assert site.is_dir()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[", "không phải là JSON"),
        ("[" * 200_000, "không phải là JSON"),
        ('{"format": 2}', "không phải dạng mà phần mềm này đọc được"),
        ('{"format": 1, "format": 1}', "nêu hai lần"),
        ('{"format": 1, "\\u001b[2J": 1}', "mục lạ"),
    ],
)
def test_a_hostile_manifest_is_refused_in_one_line(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "release.json").write_text(content, encoding="utf-8")
    done = run(str(tmp_path))
    assert done.returncode == 1
    assert reason in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    "path", ["../outside.html", "/etc/passwd", "a/../../outside.html", "a\\..\\b", "", ".", "a//b", "a\u202eb", "a\nb"]
)
def test_a_path_out_of_the_folder_is_never_opened(published: Published, path: str) -> None:
    (published.site.parent / "outside.html").write_text("x", encoding="utf-8")

    def lead_astray(manifest: dict[str, object]) -> None:
        files: list[dict[str, object]] = manifest["files"]  # type: ignore[assignment]
        files[0]["path"] = path

    rewrite(published.site, lead_astray)
    found = verify(published.site)
    assert {kind for kind, _ in found.deviations} == {"manifest_fault"}
    assert found.unproven == {"nothing_read"}


def test_a_file_listed_twice_is_a_fault(published: Published) -> None:
    def repeat(manifest: dict[str, object]) -> None:
        files: list[dict[str, object]] = manifest["files"]  # type: ignore[assignment]
        files.append(files[0])

    rewrite(published.site, repeat)
    assert {kind for kind, _ in verify(published.site).deviations} == {"manifest_fault"}


def test_a_folder_without_a_manifest_is_no_release(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.returncode == 2
    assert "không có release.json" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_manifest_that_is_a_link_is_not_read(published: Published) -> None:
    (published.site / "release.json").rename(published.site.parent / "elsewhere.json")
    (published.site / "release.json").symlink_to(published.site.parent / "elsewhere.json")
    done = run(str(published.site))
    assert done.returncode == 2
    assert "là liên kết" in done.stderr
