"""Builds the portal and the agencies' sites with MkDocs, each in a process of its own, and puts them in place at once.

A site is built beside its place and moved there when all are done; a failure leaves the old sites untouched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.errors import BuildRefused
from sotay.model.release import Edition

PORTAL = "portal"
"""The name by which the portal is built alone."""
_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
"""What a web server may read, whatever the mask of the one who builds."""


@dataclass(frozen=True)
class Site:
    """One site to build."""

    name: str
    """`portal`, or the agency's id."""
    config: Path
    """Its `mkdocs.yml`."""
    folder: str
    """Its folder below the output; empty for the portal."""


@dataclass(frozen=True, slots=True)
class AskedState:
    """Which state of the province is built, and for whom."""

    day: date
    known_at: date | None = None
    """The day whose knowledge is asked for; None for what the files at hand say."""
    edition: Edition = Edition.PUBLIC

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which the plugin is told; an empty one stands for the files at hand."""
        return {
            "SOTAY_AS_OF": self.day.isoformat(),
            "SOTAY_KNOWN_AT": self.known_at.isoformat() if self.known_at else "",
            "SOTAY_EDITION": self.edition.value,
        }


@dataclass(frozen=True)
class BuiltSite:
    """A finished site."""

    name: str
    pages: int


def sites_of(root: Path, names: Sequence[str]) -> tuple[Site, ...]:
    """Return the named sites (`portal` or agencies); raises BuildRefused if one has no configuration."""
    found = [
        Site(name, root / "mkdocs.yml", "")
        if name == PORTAL
        else Site(name, root / "sites" / name / "mkdocs.yml", name)
        for name in names
    ]
    missing = [site.config for site in found if not site.config.is_file()]
    if missing:
        names = ", ".join(path.relative_to(root).as_posix() for path in missing)
        raise BuildRefused(f"thiếu tệp cấu hình {names}.", f"missing configuration {names}.")
    return tuple(found)


def build_sites(
    sites: Sequence[Site],
    out: Path,
    asked: AskedState,
    jobs: int,
    done: Callable[[BuiltSite], None],
    complete: Callable[[Path], None],
) -> tuple[BuiltSite, ...]:
    """Build sites into a folder; raises BuildRefused with what MkDocs said if one fails.

    `complete` is called with the whole output just before it is put in place, or with the output after the folders
    of single agencies were replaced in it.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sotay-", dir=out.parent) as staging:
        built: list[BuiltSite] = []
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            running = [pool.submit(_build, site, Path(staging) / site.name, asked) for site in sites]
            for future in as_completed(running):
                built.append(future.result())
                done(built[-1])
        _put_in_place(sites, Path(staging), out, complete)
    return tuple(sorted(built, key=lambda site: site.name))


def _build(site: Site, target: Path, asked: AskedState) -> BuiltSite:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "-f",
        str(site.config),
        "-d",
        str(target),
    ]
    environment = os.environ | asked.environment | {"PYTHONUTF8": "1"}
    finished = subprocess.run(  # noqa: S603 - our own program
        command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if finished.returncode:
        said = (finished.stderr or finished.stdout).strip()
        raise BuildRefused(
            f"không dựng được trang “{site.name}”:\n{said}", f"cannot build the site “{site.name}”:\n{said}"
        )
    _open_to_readers(target)
    return BuiltSite(site.name, sum(1 for _ in target.rglob("*.html")))


def _open_to_readers(folder: Path) -> None:
    folder.chmod(_FOLDER_MODE)
    for path in folder.rglob("*"):
        path.chmod(_FOLDER_MODE if path.is_dir() else _FILE_MODE)


def _put_in_place(sites: Sequence[Site], staging: Path, out: Path, complete: Callable[[Path], None]) -> None:
    """Switch folders: the whole output where the portal is among the sites, else only the agencies' own folders."""
    if any(not site.folder for site in sites):
        new = staging / PORTAL
        for site in sites:
            if site.folder:
                (staging / site.name).rename(new / site.folder)
        complete(new)
        _switch(new, out, staging / "old")
        return
    out.mkdir(exist_ok=True)
    for site in sites:
        _switch(staging / site.name, out / site.folder, staging / f"old-{site.name}")
    complete(out)


def _switch(new: Path, place: Path, aside: Path) -> None:
    if place.exists():
        place.rename(aside)
    new.rename(place)
