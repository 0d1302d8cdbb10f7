"""The hook that other repositories name in their `.pre-commit-config.yaml`."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.support.command import REPOSITORY, edit, reference_copy, sotay


def the_hook() -> dict[str, Any]:
    (hook,) = YAML(typ="safe").load(REPOSITORY / ".pre-commit-hooks.yaml")
    return dict(hook)


def test_the_hook_says_what_pre_commit_needs() -> None:
    hook = the_hook()
    assert hook["id"] == "sotay-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for path in ("procedures/ho-tich/QT-HT-01.md", "sites/province.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "docs/procedures/x.md")


def test_its_entry_passes_a_clean_repository_and_stops_a_changed_digit(tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    program, *words = [*shlex.split(the_hook()["entry"]), "--as-of", "2026-11-21"]
    assert program == "sotay"
    assert sotay(*words, cwd=root).returncode == 0
    edit(root / "procedures/ho-tich/QT-HT-01.md", "60 ngày", "61 ngày")
    done = sotay(*words, cwd=root)
    assert done.returncode == 1
    assert "ST207" in done.stdout
