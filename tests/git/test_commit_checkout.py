"""A commit on disk can be built, whatever folders Git left out because they were empty."""

from __future__ import annotations

from pathlib import Path

from sotay.sources.git.checkout import checked_out
from tests.support.builders import COMMUNE, OWNER
from tests.support.recorded_province import RecordedProvince


def test_a_commit_has_the_folders_of_pages_that_git_does_not_keep(tmp_path: Path) -> None:
    province = RecordedProvince(tmp_path / "lang-son")
    province.archive.file(f"sites/{OWNER}/mkdocs.yml", "INHERIT: ../../mkdocs.yml\n")
    commit = province.record("Chưa có trang nào của Cổng")
    with checked_out(province.root, commit) as folder:
        assert (folder / "sites/portal/docs").is_dir()
        assert (folder / "sites" / OWNER / "docs").is_dir()
        assert not (folder / "sites" / COMMUNE / "docs").exists(), "what has no configuration is no site"
