"""The sites of the reference province, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browsing import served
from tests.support.command import reference_copy, sotay
from tests.support.reference_past import make_past


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sites of the reference province as of 21 November 2026."""
    root = reference_copy(tmp_path_factory.mktemp("reference"))
    done = sotay("build", "--out", "site", "--as-of", "2026-11-21", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    """Where the sites are served."""
    with served(sites) as address:
        yield address


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with the past of the reference province."""
    place = tmp_path_factory.mktemp("past") / "lang-son"
    done = make_past(place)
    assert done.returncode == 0, done.stderr
    return place
