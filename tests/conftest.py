"""Settings of all tests: how long the property tests look for a counter-example."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# The machines of a CI are slow and shared: no deadline, few examples, the same ones every time.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# For a developer with time: HYPOTHESIS_PROFILE=thorough pytest tests/property
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
