"""The options of the plugin."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from sotay.errors import BadInput
from sotay.sources.clock import today

AS_OF_VARIABLE = "SOTAY_AS_OF"
"""The environment variable by which `sotay build` says the day."""


class SotayConfig(Config):  # type: ignore[no-untyped-call] # MkDocs does not type it
    """Options under `plugins: sotay:` in mkdocs.yml."""

    as_of = c.Optional(c.Type((str, date)))
    """The day whose state is shown, `2026-07-01`. Without it: the variable SOTAY_AS_OF, else today in Vietnam."""


def day_of(config: SotayConfig, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day that a build is for; raises BadInput for what is no date."""
    stated = config.as_of or environment.get(AS_OF_VARIABLE)
    if not stated:
        return today()
    try:
        return date.fromisoformat(str(stated))
    except ValueError:
        raise BadInput(
            f"as_of: “{stated}” không phải một ngày. Ghi dạng năm-tháng-ngày, ví dụ 2026-07-01.",
            f"as_of: “{stated}” is not a date. Write it as 2026-07-01.",
        ) from None
