"""The same commit and day give the same bytes, whoever builds them, where, when, and in which way."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.builders import COMMUNE
from tests.support.command import edit
from tests.support.province import config_of
from tests.support.recorded_province import git
from tests.support.released import DAY, a_recorded_province, head, record, release, tree


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_recorded_province(tmp_path_factory.mktemp("first") / "kho")


@pytest.fixture(scope="module")
def released(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("released") / "site"
    release(root, out, "--jobs", "2", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="1")
    return out


@pytest.mark.parametrize(
    ("variables", "jobs", "mask"),
    [
        ({"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2"}, "3", 0o077),
        ({"TZ": "America/New_York", "PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "86400"}, "1", 0o002),
    ],
    ids=["C", "New York"],
)
def test_another_machine_gives_the_same_bytes_names_and_modes(
    root: Path, released: Path, tmp_path: Path, variables: dict[str, str], jobs: str, mask: int
) -> None:
    git(root, "clone", "--quiet", str(root), str(tmp_path / "kho của người khác"))
    for agency in ("so-tu-phap", COMMUNE):
        (tmp_path / "kho của người khác" / "sites" / agency / "docs").mkdir(exist_ok=True)
    before = os.umask(mask)
    try:
        release(tmp_path / "kho của người khác", tmp_path / "site", "--jobs", jobs, **variables)
    finally:
        os.umask(before)
    ours, theirs = tree(released), tree(tmp_path / "site")
    assert len(ours) > 100
    assert {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)} == set()


def mkdocs(root: Path, site: str, out: Path, **variables: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config_of(root, site)), "-d", str(out)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def contents(folder: Path, without: tuple[str, ...] = ()) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in files.items() if not name.startswith(without)}


def test_mkdocs_alone_gives_the_same_files(root: Path, released: Path, tmp_path: Path) -> None:
    mkdocs(root, COMMUNE, tmp_path / "site", SOTAY_AS_OF=DAY.isoformat(), TZ="America/New_York")
    assert contents(tmp_path / "site") == contents(released / COMMUNE)


def test_mkdocs_alone_shows_a_past_state_as_the_command_does(root: Path, tmp_path: Path) -> None:
    first = head(root)
    git(root, "clone", "--quiet", str(root), str(tmp_path / "kho"))
    edit(tmp_path / "kho/mkdocs.yml", "site_name: Thủ tục", "site_name: Tên mới của Cổng")
    record(tmp_path / "kho", "Đổi tên Cổng", on="2026-09-01")
    release(tmp_path / "kho", tmp_path / "by-command", "--known-at", first)
    mkdocs(tmp_path / "kho", "portal", tmp_path / "alone", SOTAY_AS_OF=DAY.isoformat(), SOTAY_KNOWN_AT="HEAD~1")
    agencies = ("release.json", "so-tu-phap/", f"{COMMUNE}/")
    assert contents(tmp_path / "alone") == contents(tmp_path / "by-command", agencies)
    home = (tmp_path / "alone/index.html").read_text(encoding="utf-8")
    assert "Tên mới" not in home
    assert f"theo những gì kho tài liệu đã ghi nhận đến ngày 15/06/2026, tại phiên bản {first[:7]}" in home
    assert f"tính đến ngày {DAY:%d/%m/%Y}" in home


def test_the_packed_sitemap_holds_the_sitemap_and_no_time(released: Path) -> None:
    packed = (released / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (released / "sitemap.xml").read_bytes()
    assert packed[4:8] == bytes(4)


def test_the_manifest_lists_every_file_and_what_the_release_rests_on(root: Path, released: Path) -> None:
    manifest = json.loads((released / "release.json").read_text(encoding="utf-8"))
    found = {
        name: (f"sha256:{sha256(content).hexdigest()}", len(content))
        for name, content in contents(released, ("release.json",)).items()
    }
    assert {file["path"]: (file["sha256"], file["size"]) for file in manifest["files"]} == found
    assert [file["path"] for file in manifest["files"]] == sorted(found)
    assert (manifest["commit"], manifest["as_of"]) == (head(root), DAY.isoformat())
    assert (manifest["edition"], manifest["has_changes"], manifest["known_at"]) == ("public", False, None)
    taken = {decision["path"]: decision for decision in manifest["decisions"]}
    path = "sites/so-tu-phap/decisions/2026-45.yml"
    assert taken[path]["sha256"] == f"sha256:{sha256((root / path).read_bytes()).hexdigest()}"
    in_force = {(version["agency"], version["code"]): version for version in manifest["in_force"]}
    assert in_force[COMMUNE, "QT-HT-01"]["since"] == "2026-07-01"
    assert in_force[COMMUNE, "QT-HT-01"]["decision"] == f"sites/{COMMUNE}/decisions/2026-15.yml"
    assert (COMMUNE, "QT-HT-03") not in in_force, "it takes effect later"


def test_a_public_manifest_names_no_internal_document(released: Path) -> None:
    assert "HD-MC-09" not in (released / "release.json").read_text(encoding="utf-8")
