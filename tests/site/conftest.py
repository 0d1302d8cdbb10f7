"""The sites of a small province, built once for all tests that only look."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.past import SITES, with_a_past
from tests.support.province import a_province, build_here, settle


@pytest.fixture(scope="session")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a small province; tests that change it make their own."""
    return settle(a_province(), tmp_path_factory.mktemp("province"))


@pytest.fixture(scope="session")
def built(province: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal with both agencies below it, each built in strict mode, one after the other in this process."""
    out = tmp_path_factory.mktemp("built") / "site"
    assert build_here(province, "portal", out) == ""
    for agency in (OWNER, COMMUNE):
        assert build_here(province, agency, out / agency) == ""
    return out


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a small province with a past, in a Git repository."""
    return with_a_past(tmp_path_factory.mktemp("past"))


@pytest.fixture(scope="session")
def told(past: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of the province with a past, and the sites of its agencies below it."""
    out = tmp_path_factory.mktemp("told") / "site"
    assert build_here(past, "portal", out) == ""
    for agency in SITES:
        assert build_here(past, agency, out / agency) == ""
    return out
