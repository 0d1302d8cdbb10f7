"""Runs the installed command as a person would."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).parent / "sotay"


def sotay(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `sotay` in a folder and return what it printed and its exit code."""
    return subprocess.run([COMMAND, *words], cwd=cwd, capture_output=True, text=True, check=False)


def reference_copy(folder: Path) -> Path:
    """Copy the reference province, without its history, into a folder and return its root."""
    root = folder / "lang-son"
    root.mkdir()
    for name in ("procedures", "sites"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("site"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
