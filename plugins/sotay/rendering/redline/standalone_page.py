"""A redline as a file of its own: one HTML page with its style, for mail, archive and print.

Reads: a redline, the title of the document, and the styles of the theme.
Returns: a page that runs no script and asks no host for anything; its policy forbids both.
"""

from __future__ import annotations

from importlib.resources import files

from markupsafe import Markup

from sotay.redline.changes import Redline
from sotay.rendering.environment import render
from sotay.rendering.redline.html import redline_html
from sotay.rendering.redline.labels import VersionNames

_SHEETS = ("tokens", "base", "redline-page", "text", "redline", "print")


def redline_page(redline: Redline, title: str, names: VersionNames) -> str:
    """Return a redline as a whole page."""
    facts = {
        "title": title,
        "code": redline.code,
        "names": names,
        "style": _style(),
        "redline": Markup(redline_html(redline, names)),  # noqa: S704 - the template escaped it
    }
    return str(render("redline_page.html", facts)) + "\n"


def _style() -> Markup:
    folder = files("sotay.theme") / "assets" / "stylesheets" / "sotay"
    sheets = (folder.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS)
    return Markup("\n".join(sheets))  # noqa: S704 - the styles are our own
