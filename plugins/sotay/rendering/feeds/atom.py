"""A feed as an Atom document (RFC 4287) for one published address of its site.

Reads: a feed and the address at which its site is published.
Returns: XML; the same feed at the same address is the same text, whenever and wherever it is written.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

from sotay.rendering.environment import render
from sotay.rendering.feeds.feed import Feed, FeedEntry

_MIDNIGHT = "T00:00:00+07:00"
"""When a day begins in Vietnam; a decision states no hour."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold (XML 1.0, 2.2)."""


def atom(feed: Feed, site_url: str) -> str:
    """Return a feed as XML, with absolute addresses."""
    entries = tuple(_entry(entry, site_url) for entry in feed.entries)
    facts = {
        "id": urljoin(site_url, feed.address),
        "page": urljoin(site_url, feed.page),
        "title": _plain(feed.title),
        "author": _plain(feed.author),
        "notice": _plain(feed.notice),
        "updated": _moment(feed.updated),
        "entries": entries,
    }
    return str(render("feed.xml", facts))


def _entry(entry: FeedEntry, site_url: str) -> dict[str, str]:
    host = urlsplit(site_url).hostname or ""
    return {
        # A tag (RFC 4151) names the change, not a page, so that it stays one change in all feeds and at all addresses.
        "id": f"tag:{host},{entry.published}:{quote(entry.name)}",
        "title": _plain(entry.title),
        "summary": _plain(entry.summary),
        "page": urljoin(site_url, entry.address),
        "published": _moment(entry.published),
        "updated": _moment(entry.updated),
    }


def _moment(day: date) -> str:
    return f"{day}{_MIDNIGHT}"


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)
