"""A small province under Git, released: its sites built by the command, as a province would."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.support.command import COMMAND
from tests.support.province import DAY, a_province, settle
from tests.support.recorded_province import git

DAY_OPTION = ("--as-of", DAY.isoformat())


def a_recorded_province(root: Path) -> Path:
    """Write the small province into a folder and commit it; return the folder."""
    root.mkdir(parents=True)
    settle(a_province(), root)
    git(root, "init", "--quiet", "--initial-branch=main")
    return record(root, "Ban hành lần đầu")


def record(root: Path, subject: str, on: str = "2026-06-15") -> Path:
    """Commit everything that lies in a repository, at eight in the morning of a day."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", subject, on=f"{on}T08:00:00+07:00")
    return root


def head(root: Path) -> str:
    """Return the full name of the commit that is checked out."""
    return git(root, "rev-parse", "HEAD")


def release(root: Path, out: Path, *options: str, **variables: str) -> str:
    """Build a release by the command; return what it printed."""
    done = subprocess.run(
        [COMMAND, "build", *DAY_OPTION, "--out", str(out), *options],
        cwd=root, env=os.environ | variables, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def tree(folder: Path) -> Mapping[str, tuple[int, bytes]]:
    """Return everything below a folder: the mode of each entry, and the content of files."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *sorted(folder.rglob("*"))]
    }


def copy_of(folder: Path, place: Path) -> Path:
    """Copy a release or a repository, to be tampered with."""
    return Path(shutil.copytree(folder, place, symlinks=True))
