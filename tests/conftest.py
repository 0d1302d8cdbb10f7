"""What all tests share: how long the property tests look for a counter-example, and one browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.support.browsing import chromium

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
