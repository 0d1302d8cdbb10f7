"""The forms in which a redline can be had."""

from __future__ import annotations

from enum import StrEnum

from sotay.redline.changes import Redline
from sotay.rendering.redline.json import redline_json
from sotay.rendering.redline.labels import VersionNames
from sotay.rendering.redline.markdown import redline_markdown
from sotay.rendering.redline.standalone_page import redline_page
from sotay.rendering.redline.terminal import redline_terminal


class RedlineFormat(StrEnum):
    """A form of a redline."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MD = "md"


def render_redline(
    form: RedlineFormat, redline: Redline, title: str, names: VersionNames, *, colour: bool = False
) -> str:
    """Return a redline in one form; colours are only for text on a terminal."""
    match form:
        case RedlineFormat.HTML:
            return redline_page(redline, title, names)
        case RedlineFormat.JSON:
            return redline_json(redline)
        case RedlineFormat.MD:
            return redline_markdown(redline, names)
        case _:
            return redline_terminal(redline, names, colour=colour)
