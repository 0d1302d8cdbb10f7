"""What docs/hosting.md tells a province to send with every file."""

from __future__ import annotations

import re
from pathlib import Path

HOSTING = Path(__file__).resolve().parents[2] / "docs" / "hosting.md"


def stated_headers() -> dict[str, str]:
    """Return the headers by name, as the block of their section states them."""
    block = re.search(r"```http\n(?P<lines>.*?)```", HOSTING.read_text(encoding="utf-8"), re.DOTALL)
    assert block, "docs/hosting.md has no block of headers"
    pairs = (line.split(": ", 1) for line in block["lines"].splitlines())
    return {name: value for name, value in pairs if name != "Strict-Transport-Security"}


def snippets() -> dict[str, str]:
    """Return the configurations for each server by the name of the server."""
    found = re.findall(r"```(nginx|apache|caddy)\n(.*?)```", HOSTING.read_text(encoding="utf-8"), re.DOTALL)
    return dict(found)
