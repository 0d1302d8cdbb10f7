"""What all tests share: how long property tests look for a counter-example, one browser, who runs what."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.support.browsing import chromium

BUILDS = ("tests/cli/", "tests/reference/", "tests/serve/", "tests/site/")
PAST = {"tests/reference/test_past.py", "tests/reference/test_effective_days.py"}

# What tests read is read anew, unless a test is about what is remembered.
os.environ.setdefault("SOTAY_CACHE_DIR", "")

# The machines of a CI are slow and shared: no deadline, few examples, the same ones every time.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# For a developer with time: HYPOTHESIS_PROFILE=thorough pytest tests/property
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as installed on the machine; one for all tests, since Playwright starts once a process."""
    with chromium() as browser:
        yield browser


class ByBuild(LoadScopeScheduling):  # type: ignore[misc]
    """Gives tests that share a build to one worker, so that it is built once; all others to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file in PAST:
            return "past"
        return file if file.startswith(BUILDS) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByBuild:
    """Tell the workers apart by what they build."""
    return ByBuild(config, log)
