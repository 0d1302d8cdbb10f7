"""robots.txt: what programs that fill search engines may read, and where the lists of pages are.

Reads: a publication, the address of a site, and the sites that lie below it.
Returns: the file, as RFC 9309 and sitemaps.org/protocol.html have it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sotay.rendering.site_page import DataFile
from sotay.usecases.publication import Publication

_ADDRESS = "robots.txt"
_NOTHING = "User-agent: *\nDisallow: /\n"
_EVERYTHING = "User-agent: *\nDisallow:\n"


def robots_file(publication: Publication, site_url: str | None, below: Iterable[str] = ()) -> DataFile:
    """Return the file of a site; `below` are the folders of other sites, whose pages are listed by themselves."""
    if publication.is_internal:
        return DataFile(_ADDRESS, _NOTHING)
    if not site_url:
        return DataFile(_ADDRESS, _EVERYTHING)
    sitemaps = (f"Sitemap: {site_url}{folder}sitemap.xml\n" for folder in ("", *below))
    return DataFile(_ADDRESS, f"{_EVERYTHING}\n{''.join(sitemaps)}")
