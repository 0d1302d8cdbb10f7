"""A redline as HTML: the change in words, then the text inline and side by side.

Reads: a redline, what its versions are called, and where links of the document lead.
Returns: the inside of a page, without its first heading. It needs no script; its style is redline.css.
"""

from __future__ import annotations

from sotay.redline.changes import Redline
from sotay.rendering.environment import render
from sotay.rendering.redline.labels import VersionNames, version_names
from sotay.rendering.redline.view import RedlineView
from sotay.rendering.redline.words import LinkTarget, no_links
from sotay.rendering.site_page import Heading

HEADINGS = (
    Heading("Điều gì thay đổi", "dieu-gi-thay-doi", 2),
    Heading("Thay đổi trong văn bản", "thay-doi-trong-van-ban", 2),
)
"""The headings of every redline, for a table of contents."""


def redline_view(redline: Redline, names: VersionNames | None = None, target: LinkTarget = no_links) -> RedlineView:
    """Return what a page shows of a redline; by default links are plain words."""
    return RedlineView(redline, names or version_names(redline), target)


def redline_html(redline: Redline, names: VersionNames | None = None, target: LinkTarget = no_links) -> str:
    """Return a redline as HTML."""
    facts, text = HEADINGS
    view = redline_view(redline, names, target)
    return render("redline.html", {"view": view, "facts_heading": facts, "text_heading": text})
