"""The options of the plugin: which state of the province is built, and for whom."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from sotay.errors import BadInput
from sotay.model.release import Edition
from sotay.sources.clock import today

AS_OF_VARIABLE = "SOTAY_AS_OF"
KNOWN_AT_VARIABLE = "SOTAY_KNOWN_AT"
EDITION_VARIABLE = "SOTAY_EDITION"
"""What stands in these variables counts before the options, an empty text too: it is said for one build."""


class SotayConfig(Config):  # type: ignore[no-untyped-call] # MkDocs does not type it
    """Options under `plugins: sotay:` in mkdocs.yml."""

    as_of = c.Optional(c.Type((str, date)))
    """The day whose state is shown, `2026-07-01`. The variable SOTAY_AS_OF counts before it; without both: today in
    Vietnam."""
    known_at = c.Optional(c.Type((str, date)))
    """A commit, branch, tag or day: what is built is what the repository knew then. The variable SOTAY_KNOWN_AT counts
    before it; without both: the files at hand."""
    edition = c.Optional(c.Type(str))
    """`public` or `internal`. The variable SOTAY_EDITION counts before it; without both: public."""


def day_of(config: SotayConfig, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day that a build is for; raises BadInput for what is no date."""
    stated = environment.get(AS_OF_VARIABLE, config.as_of)
    if not stated:
        return today()
    try:
        return date.fromisoformat(str(stated))
    except ValueError:
        raise BadInput(
            f"as_of: “{stated}” không phải một ngày. Ghi dạng năm-tháng-ngày, ví dụ 2026-07-01.",
            f"as_of: “{stated}” is not a date. Write it as 2026-07-01.",
        ) from None


def known_at_of(config: SotayConfig, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the moment whose knowledge a build is for, None for the files at hand."""
    stated = environment.get(KNOWN_AT_VARIABLE, config.known_at)
    return str(stated) if stated else None


def edition_of(config: SotayConfig, environment: Mapping[str, str] = os.environ) -> Edition:
    """Return for whom a build is; raises BadInput for what is no edition."""
    stated = environment.get(EDITION_VARIABLE, config.edition)
    if not stated:
        return Edition.PUBLIC
    try:
        return Edition(stated)
    except ValueError:
        raise BadInput(
            f"edition: “{stated}” không phải một ấn bản. Chọn public hoặc internal.",
            f"edition: “{stated}” is no edition. Choose public or internal.",
        ) from None
