"""`sotay build`: whole releases, single sites, records, editions, and states of the past."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.command import COMMAND, edit, sotay
from tests.support.province import INTERNAL
from tests.support.released import DAY, DAY_OPTION, a_recorded_province, copy_of, head, record, release, tree


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_recorded_province(tmp_path_factory.mktemp("original") / "kho")


@pytest.fixture(scope="module")
def released(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("released") / "site"
    release(original, out)
    return out


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    """A copy of the repository, to be changed."""
    return copy_of(original, tmp_path / "kho")


def test_a_single_site_goes_back_into_the_release_it_belongs_to(original: Path, released: Path, tmp_path: Path) -> None:
    site = copy_of(released, tmp_path / "site")
    (site / COMMUNE / "index.html").write_text("hỏng", encoding="utf-8")
    assert "release.json: sha256:" in release(original, site, COMMUNE)
    assert tree(site) == tree(released)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((COMMUNE, "--as-of", "2027-03-01"), "dựa trên phiên bản, ngày hoặc ấn bản khác"),
        ((COMMUNE, "--edition", "internal"), "dựa trên phiên bản, ngày hoặc ấn bản khác"),
        (("portal",), "Cổng thay toàn bộ thư mục này"),
    ],
)
def test_a_site_that_would_make_the_manifest_lie_is_refused(
    original: Path, released: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    site = copy_of(released, tmp_path / "site")
    done = sotay("build", *DAY_OPTION, *options, "--out", str(site), cwd=original)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert tree(site) == tree(released)


def test_single_sites_alone_have_no_manifest_and_that_is_said(original: Path, tmp_path: Path) -> None:
    assert "không có bản kê release.json" in release(original, tmp_path / "site", COMMUNE)
    assert not (tmp_path / "site" / "release.json").exists()


def test_a_release_is_recorded_once_and_the_record_is_no_change_of_the_next(root: Path, tmp_path: Path) -> None:
    release(root, tmp_path / "site", "--record")
    path = root / "sites/releases" / f"{DAY}-{head(root)[:7]}.yml"
    text = path.read_text(encoding="utf-8")
    assert f"commit: {head(root)}" in text
    release(root, tmp_path / "again", "--record")
    assert path.read_text(encoding="utf-8") == text
    assert json.loads((tmp_path / "again/release.json").read_text(encoding="utf-8"))["has_changes"] is False
    assert sotay("check", *DAY_OPTION, cwd=root).returncode == 0
    edit(path, "digest: sha256:", "digest: sha256:0")
    path.write_text(text.replace(text[-5:], "0000\n"), encoding="utf-8")
    done = sotay("build", *DAY_OPTION, "--record", "--out", str(tmp_path / "third"), cwd=root)
    assert (done.returncode, "sổ phát hành không sửa lại" in done.stderr) == (2, True)


def test_only_what_is_committed_can_be_recorded(root: Path, tmp_path: Path) -> None:
    edit(root / "procedures/mot-cua/HD-MC-10.md", "Câu này", "Câu khác")
    done = sotay("build", *DAY_OPTION, "--record", "--out", str(tmp_path / "site"), cwd=root)
    assert (done.returncode, "Ghi nhận mọi sửa đổi bằng Git" in done.stderr) == (2, True)
    assert not (tmp_path / "site").exists()
    assert sotay("build", COMMUNE, "--record", cwd=root).returncode == 2


def test_a_changed_configuration_is_a_change(root: Path, tmp_path: Path) -> None:
    edit(root / "mkdocs.yml", "site_name: Thủ tục", "site_name: Cổng")
    release(root, tmp_path / "site")
    assert json.loads((tmp_path / "site/release.json").read_text(encoding="utf-8"))["has_changes"] is True


def test_every_page_of_the_internal_edition_says_so_and_is_kept_from_search_engines(
    original: Path, released: Path, tmp_path: Path
) -> None:
    release(original, tmp_path / "site", "--edition", "internal")
    pages = {path.relative_to(tmp_path): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")}
    assert len(pages) > 20
    for name, text in pages.items():
        assert "Bản nội bộ" in text, name
        assert '<meta name="robots" content="noindex' in text, name
    assert any(INTERNAL in text for text in pages.values())
    assert not list(tmp_path.rglob("sitemap.xml*"))
    assert "HD-MC-09" in (tmp_path / "site/release.json").read_text(encoding="utf-8")
    public = [path.read_text(encoding="utf-8") for path in released.rglob("*.html")]
    assert not any("Bản nội bộ" in text or INTERNAL in text for text in public)


def test_a_state_of_the_past_is_shown_as_it_was_and_not_judged(root: Path, tmp_path: Path) -> None:
    edit(root / "procedures/ho-tich/QT-HT-01.md", '"Đăng ký khai sinh"', '"Khai sinh kiểu mới"')
    first = head(root)
    record(root, "Sửa mà chưa có quyết định", on="2026-08-01")
    refused = sotay("build", *DAY_OPTION, "--out", str(tmp_path / "site"), cwd=root)
    assert refused.returncode == 1
    said = release(root, tmp_path / "known", "--known-at", "HEAD")
    assert "không xét theo quy tắc hiện nay (có " in said
    page = (tmp_path / "known" / OWNER / "thu-tuc/1.001193/index.html").read_text(encoding="utf-8")
    assert "Khai sinh kiểu mới" not in page, "no decision covers that text"
    assert "đã ghi nhận đến ngày 01/08/2026" in page
    release(root, tmp_path / "by-day", "--known-at", "2026-07-31")
    manifest = json.loads((tmp_path / "by-day/release.json").read_text(encoding="utf-8"))
    assert (manifest["commit"], manifest["known_at"]) == (first, "2026-07-31")
    verified = sotay("verify", str(tmp_path / "by-day"), "--rebuild", cwd=root)
    assert verified.returncode == 0, verified.stdout
    assert "Dựng lại từ phiên bản kho cho ra đúng các tệp này" in verified.stdout


def test_an_agency_that_was_not_there_yet_has_no_site(root: Path) -> None:
    later = root / "sites" / "xa-moi"
    (later / "docs").mkdir(parents=True)
    own = (root / "sites" / COMMUNE / "agency.yml").read_text(encoding="utf-8")
    (later / "agency.yml").write_text(own.replace(COMMUNE, "xa-moi"), encoding="utf-8")
    record(root, "Thêm một xã", on="2026-09-01")
    done = sotay("build", "xa-moi", *DAY_OPTION, "--known-at", "2026-08-31", cwd=root)
    assert (done.returncode, "không có cơ quan “xa-moi”" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"SOTAY_EDITION": "secret"}, "không phải một ấn bản"),
        ({"SOTAY_KNOWN_AT": "khong-co"}, "kho không có phiên bản"),
        ({"SOTAY_AS_OF": "mai"}, "không phải một ngày"),
    ],
)
def test_a_wrong_variable_is_said_on_one_line(
    original: Path, tmp_path: Path, variables: dict[str, str], said: str
) -> None:
    command = [COMMAND.parent / "mkdocs", "build", "-f", str(original / "mkdocs.yml"), "-d", str(tmp_path / "site")]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
