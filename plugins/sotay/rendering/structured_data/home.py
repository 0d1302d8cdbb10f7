"""What a site is, as its home page tells programs."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.rendering.addresses import SEARCH
from sotay.rendering.site_view import SiteView
from sotay.rendering.structured_data.organisation import agency_address, organisation, province, province_address
from sotay.rendering.structured_data.thing import Thing, reference, thing

_TERM = "{search_term_string}"


def home_things(view: SiteView, name: str) -> Sequence[Thing]:
    """Return the site with its search, and whom or what it is about.

    Nobody is named as its publisher: whether a site is official is for its notice to say.
    """
    home = view.whole("")
    about = f"{agency_address(view, '', view.agency.id)}#co-quan" if view.agency else province_address(view, "")
    site = thing(
        "WebSite",
        f"{home}#trang",
        name=name,
        disambiguatingDescription=view.publication.province.settings.value.notice,
        url=home,
        inLanguage="vi",
        about=reference(about),
        potentialAction=_search(view) if view.site_url else None,
    )
    agencies = [organisation(view, "", view.agency.agency)] if view.agency else []
    return [site, *agencies, province(view, "")]


def _search(view: SiteView) -> Thing:
    """How to search; the address must be whole, because the words of the question are put into it."""
    target = thing("EntryPoint", urlTemplate=f"{view.whole('', SEARCH)}?q={_TERM}")
    return {**thing("SearchAction", target=target), "query-input": "required name=search_term_string"}
