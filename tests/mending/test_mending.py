"""Pairs of files show what `sotay check --fix` makes of a file, and that it leaves alone everything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.mending import mended

FOLDER = Path(__file__).resolve().parent
CASES = sorted(path.name.replace(".before.", ".") for path in FOLDER.glob("*.before.*"))


def read(name: str, when: str) -> str:
    stem, _, ending = name.rpartition(".")
    raw = (FOLDER / f"{stem}.{when}.{ending}").read_bytes().decode("utf-8")
    return re.sub(r"\\t|\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)) if found[1] else "\t", raw)


def path_of(name: str) -> str:
    return "procedures/legal.yml" if name.endswith(".yml") else "procedures/mot-cua/HD-MC-09.md"


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_mended_as_shown_and_not_otherwise(name: str) -> None:
    assert mended(path_of(name), read(name, "before")) == read(name, "after")


@pytest.mark.parametrize("name", CASES)
def test_a_mended_file_has_nothing_left_to_mend(name: str) -> None:
    after = read(name, "after")
    assert mended(path_of(name), after) == after


@pytest.mark.parametrize("name", CASES)
def test_line_ends_of_windows_stay(name: str) -> None:
    before, after = (read(name, when).replace("\n", "\r\n") for when in ("before", "after"))
    assert mended(path_of(name), before) == after


def test_there_is_an_example_of_every_kind_of_repair() -> None:
    assert len(CASES) >= 12
