"""A JSON value inside an HTML page, where nothing in it may end the element that holds it.

Reads: a JSON value.
Returns: JSON that is safe within `<script type="application/ld+json">`
(https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
"""

from __future__ import annotations

import json
from collections.abc import Mapping

_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def json_in_html(value: Mapping[str, object]) -> str:
    """Return a value as short as it can be written; Vietnamese letters stay as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
