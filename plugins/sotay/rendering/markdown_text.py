"""Foreign text within Markdown of GitHub and GitLab, so that it is shown as it is and does nothing.

Backslashes keep it from being markup. Mentions, references to issues and addresses are made links of after the Markdown
was read, so a letter without width stands within them.
"""

from __future__ import annotations

import re

from sotay.rendering.findings.text import harmless

_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$!])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""What begins a list, or turns the line before it into a heading."""
_BREAKS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ACTING = re.compile(
    r"""
    (?P<at>[@\#!$%&~:]) (?=[\w"'\[{])       # @user, #12, !12, $1, %milestone, &epic, ~label, :emoji:
    | (?P<scheme>\b\w[\w+.-]*:) (?=//)        # https://
    | (?P<www>\bwww) (?=\.)
    | (?P<gh>\bgh) (?=-\d)                    # GH-12
    | (?P<mail>\bmailto|\bxmpp) (?=:)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NO_WIDTH = "\u200b"


def inert(text: str) -> str:
    """Return a text as one line of Markdown that shows it and does nothing else."""
    line = _one_line(text)
    parted = _ACTING.sub(lambda match: match[0] + _NO_WIDTH, line)
    escaped = _MARKUP.sub(r"\\\1", "".join(_ENTITIES.get(letter, letter) for letter in parted))
    return _AT_START.sub(_as_text, escaped)


def inert_code(text: str) -> str:
    """Return a text in fixed width, as one line; a backtick in it would end it."""
    return f"`{_one_line(text).replace('`', chr(39))}`"


def _one_line(text: str) -> str:
    return harmless(_BREAKS.sub(" ", text.replace("\t", " ")))


def _as_text(match: re.Match[str]) -> str:
    blanks, sign = match[1], match[2]
    return f"{blanks}{sign}\\" if sign.isdecimal() else f"{blanks}\\{sign}"
