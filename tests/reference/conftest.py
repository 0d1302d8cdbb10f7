"""The sites of the reference province with its past, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browsing import served
from tests.support.command import sotay
from tests.support.reference_past import make_past

SITES = (
    "portal",
    *("van-phong-ubnd-tinh", "so-tu-phap", "so-khoa-hoc-va-cong-nghe", "so-xay-dung"),
    *("phuong-dong-kinh", "phuong-tam-thanh", "xa-doan-ket", "xa-quoc-khanh", "huyen-trang-dinh", "xa-vinh-tien"),
)
"""All sites but those of abolished agencies that are like another one."""


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with the past of the reference province."""
    place = tmp_path_factory.mktemp("past") / "lang-son"
    done = make_past(place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="session")
def sites(past: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites of the reference province as of 21 November 2026, with every version of its past."""
    out = tmp_path_factory.mktemp("reference") / "site"
    done = sotay("build", *SITES, "--out", str(out), "--as-of", "2026-11-21", cwd=past)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    """Where the sites are served."""
    with served(sites) as address:
        yield address
