"""The README's tutorial works word for word, and shows what the program prints."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.command import COMMAND, REPOSITORY, reference_copy

_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(name: str) -> list[tuple[str, str]]:
    """The code blocks of the tutorial: from the copy of the example to the build."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    return _BLOCK.findall(text[text.index("cp docs/examples") - 10 : text.index("--as-of 2026-12-01\n")])


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_tutorial_works_word_for_word(name: str, tmp_path: Path) -> None:
    root = reference_copy(tmp_path)
    (root / "docs").symlink_to(REPOSITORY / "docs")
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/sotay").symlink_to(COMMAND)
    printed = ""
    for kind, content in blocks(name):
        if kind == "text":
            assert content.strip() in printed
            continue
        done = subprocess.run(["bash", "-c", content], cwd=root, capture_output=True, text=True, check=False)
        printed = done.stdout
        assert "sotay:" not in done.stderr, done.stderr
    assert "0 lỗi, 0 cảnh báo" in printed
    assert (root / "sites/phuong-dong-kinh/decisions/2026-43.yml").is_file()


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_every_file_the_readme_names_is_there(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (REPOSITORY / target).exists(), target
