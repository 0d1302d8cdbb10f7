"""A site as its pages are being written: the publication, whose site it is, and where its pages stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict, Unpack, cast
from urllib.parse import urljoin

from sotay.rendering.addresses import Addresses, Standpoint
from sotay.rendering.environment import render
from sotay.rendering.site_page import Heading, PageKind, SitePage, Tab
from sotay.rendering.structured_data.breadcrumbs import breadcrumbs
from sotay.rendering.structured_data.thing import Thing, graph
from sotay.rendering.validity import repository_sentence
from sotay.rendering.versions.comparisons import Comparisons
from sotay.usecases.publication import AgencyPublication, Publication


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    label: str
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Fill:
    """A template and the facts that fill it."""

    template: str
    facts: Mapping[str, object]


class Further(TypedDict, total=False):
    """What a page may state besides."""

    description: str
    sentence: str
    tab: str
    headings: tuple[Heading, ...]
    files: tuple[tuple[str, str], ...]
    current: str | None
    feeds: tuple[Tab, ...]


@dataclass(frozen=True)
class SiteView:
    """The site of an agency, or the portal."""

    publication: Publication
    addresses: Addresses
    agency: AgencyPublication | None = None
    """None on the portal."""
    site_url: str | None = None
    """The address at which the site is published; None where that is not known."""

    @cached_property
    def sentence(self) -> str:
        """What pages that are no documents rest on."""
        return repository_sentence(self.publication)

    @cached_property
    def comparisons(self) -> Comparisons:
        """What changed from one version to another, each pair worked out once."""
        return Comparisons(self.publication.province)

    def at(self, address: str) -> Standpoint:
        """Return the standpoint of a page of this site."""
        return Standpoint(self.addresses, self.agency.id if self.agency else None, address)

    def crumbs(self, address: str, *steps: tuple[str, str]) -> tuple[Link, ...]:
        """Return the way to a page: the portal, the agency, then the given steps (label and address)."""
        standpoint = self.at(address)
        province = self.publication.province.settings.value.name
        start = [Link(province, standpoint.portal())]
        if self.agency:
            start.append(Link(self.agency.agency.short_name, standpoint.here()))
        return (*start, *(Link(label, _with_anchor(standpoint, target)) for label, target in steps))

    def whole(self, address: str, href: str = "") -> str:
        """Return where a link of a page leads: in full if the site's address is known, else as the page links it."""
        return urljoin(urljoin(self.site_url, address), href) if self.site_url else href

    def page(
        self,
        address: str,
        title: str,
        kind: PageKind,
        fill: Fill,
        things: Sequence[Thing] = (),
        **further: Unpack[Further],
    ) -> SitePage:
        """Write a page of this site from a template; `things` are what it tells programs, besides the way to it."""
        html = render(fill.template, {"title": title, "headings": further.get("headings", ()), **fill.facts})
        stated: Further = {"description": title, "sentence": self.sentence, **further}
        data = graph([*things, *self._way(address, title, fill)])
        return SitePage(address=address, title=title, kind=kind, html=html, structured_data=data, **stated)

    def _way(self, address: str, title: str, fill: Fill) -> Iterator[Thing]:
        """The way to a page, if the page shows one."""
        crumbs = cast("Sequence[Link]", fill.facts.get("crumbs", ()))
        if crumbs:
            steps = [(crumb.label, self.whole(address, crumb.href)) for crumb in crumbs]
            yield breadcrumbs([*steps, (title, self.whole(address))], self.whole(address))


def _with_anchor(standpoint: Standpoint, target: str) -> str:
    address, mark, anchor = target.partition("#")
    return standpoint.here(address) + mark + anchor
