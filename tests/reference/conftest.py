"""The sites of the reference province with its past, built once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browsing import served
from tests.support.command import REPOSITORY, sotay

SITES = (
    "portal",
    *("van-phong-ubnd-tinh", "so-tu-phap", "so-khoa-hoc-va-cong-nghe", "so-xay-dung"),
    *("phuong-dong-kinh", "phuong-tam-thanh", "xa-doan-ket", "xa-quoc-khanh", "huyen-trang-dinh", "xa-vinh-tien"),
)
"""All sites but those of abolished agencies that are like another one."""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites of the reference province as of 21 November 2026, with every version of its past."""
    root = tmp_path_factory.mktemp("reference") / "lang-son"
    subprocess.run([sys.executable, REPOSITORY / "scripts/make-past", root], check=True, stdout=subprocess.DEVNULL)
    done = sotay("build", *SITES, "--out", "site", "--as-of", "2026-11-21", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    """Where the sites are served."""
    with served(sites) as address:
        yield address
