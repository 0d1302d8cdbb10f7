"""Small pages at the other addresses of a procedure; they lead to the one where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.rendering.addresses import relative
from sotay.rendering.site_page import PageKind, SitePage
from sotay.rendering.site_view import SiteView


def redirect_pages(moved: Mapping[str, str], view: SiteView) -> Iterator[SitePage]:
    """Yield a page for each address that leads to another."""
    for address, target in moved.items():
        yield SitePage(
            address=address,
            title="Trang này ở địa chỉ khác",
            description="Trang này ở địa chỉ khác",
            kind=PageKind.REDIRECT,
            html="",
            sentence=view.sentence,
            moved_to=relative(address, target),
        )
