"""A shared model and an agency's own values to the text of a document.

Reads: Markdown with placeholders such as `{{ten_co_quan}}`, and the values by name.
Returns: Markdown; a placeholder alone on its line may stand for a list, which becomes bullets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_ALONE_OR_WITHIN = re.compile(rf"^(?P<line>[ \t]*{_PLACEHOLDER.pattern}[ \t]*)$|{_PLACEHOLDER.pattern}", re.MULTILINE)


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names of the placeholders in a text, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def expand(text: str, values: Mapping[str, tuple[str, ...]]) -> str:
    """Fill the placeholders; one without a value stays as it is, so that it can be found."""

    def fill(match: re.Match[str]) -> str:
        value = values.get(match[2] or match[3])
        if value is None:
            return match[0]
        if match["line"] and len(value) > 1:
            return "\n".join(f"- {line}" for line in value)
        return _PLACEHOLDER.sub(lambda _: "; ".join(value), match[0])

    return _ALONE_OR_WITHIN.sub(fill, text)
