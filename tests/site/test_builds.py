"""How the plugin behaves as a part of MkDocs: refusing, failing, warning, and under ProperDocs."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.plugins import EVENTS

from sotay.mkdocs_plugin.plugin import SotayPlugin
from tests.support.builders import COMMUNE, OWNER
from tests.support.command import edit
from tests.support.province import a_province, build_here, config_of, settle


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small province of the test's own."""
    root = tmp_path / "province"
    root.mkdir()
    return settle(a_province(), root)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(program: str, root: Path, site: str, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", program, "build", *options, "-f", str(config_of(root, site)), "-d", str(out)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_every_handler_is_an_event_of_mkdocs() -> None:
    handlers = {name for name, _ in inspect.getmembers(SotayPlugin, inspect.isfunction) if not name.startswith("_")}
    own = {name for name in handlers if name in vars(SotayPlugin)}
    assert own
    assert {name.removeprefix("on_") for name in own} <= set(EVENTS)
    assert not own & {"on_startup", "on_shutdown"}, "they would let the plugin outlive a build"


def test_errors_stop_the_build_and_leave_the_old_output_as_it_was(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_here(own, COMMUNE, out)
    before = files_of(out)
    edit(own / "procedures/ho-tich/QT-HT-01.md", "approver:", "aprover:")
    edit(own / "procedures/ho-tich/QT-HT-02.md", 'version: "1.0"', 'version: "0.9"')
    done = run("mkdocs", own, COMMUNE, out)
    assert done.returncode == 1
    assert "procedures/ho-tich/QT-HT-01.md:" in done.stderr
    assert "procedures/ho-tich/QT-HT-02.md:" in done.stderr, "all errors come together"
    assert "Traceback" not in done.stderr
    assert files_of(out) == before


def test_a_failure_after_the_cleaning_leaves_no_half_of_a_site(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    (own / "hooks.py").write_text(
        'def on_post_page(output, page, config):\n    raise ValueError("too late")\n', "utf-8"
    )
    edit(own / "mkdocs.yml", "plugins:", "hooks: [hooks.py]\nplugins:")
    with pytest.raises(ValueError, match="too late"):
        build_here(own, "portal", out)
    assert files_of(out) == {}


def test_a_warning_of_ours_fails_a_strict_build(own: Path, tmp_path: Path) -> None:
    with (own / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - thu-tuc/index.md\n")
    done = run("mkdocs", own, "portal", tmp_path / "site", "--strict")
    assert done.returncode == 1
    assert "“nav”" in done.stderr
    assert run("mkdocs", own, "portal", tmp_path / "site").returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("as_of: 2026-10-15", "as_of: hôm nay", "không phải một ngày"),
        ("as_of: 2026-10-15", "asof: 2026-10-15", "asof"),
    ],
)
def test_a_wrong_option_is_said_on_one_line(own: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    edit(own / "mkdocs.yml", old, new)
    done = run("mkdocs", own, "portal", tmp_path / "site", "--strict")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_of_nobody_is_refused(own: Path, tmp_path: Path) -> None:
    (own / "sites" / OWNER / "agency.yml").rename(own / "agency.yml")
    with pytest.raises(Abort):
        build_here(own, OWNER, tmp_path / "site")


def test_files_that_are_no_controlled_documents_are_not_published(own: Path, tmp_path: Path) -> None:
    docs = own / "sites" / COMMUNE / "docs"
    (docs / "trang.html").write_text("<p>Chưa ai duyệt</p>", encoding="utf-8")
    build_here(own, COMMUNE, tmp_path / "site")
    assert not (tmp_path / "site" / "trang.html").exists()


def test_properdocs_builds_the_same_pages(province: Path, built: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = run("properdocs", province, COMMUNE, out, "--strict")
    assert done.returncode == 0, done.stderr
    ours, theirs = files_of(built / COMMUNE), files_of(out)
    different = {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}
    assert different == set()
