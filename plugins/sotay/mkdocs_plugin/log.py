"""The one logger: below `mkdocs`, so that a warning counts in strict mode."""

from __future__ import annotations

from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("sotay")
