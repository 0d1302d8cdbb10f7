"""A page of a site as a value: its address, its words, its HTML; whoever publishes puts its own frame around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sotay.rendering.feeds.feed import Feed


class PageKind(StrEnum):
    """What a page is, for its frame and its print."""

    HOME = "home"
    LISTING = "listing"
    SEARCH = "search"
    PROCEDURE = "procedure"
    DOCUMENT = "document"
    FORM = "form"
    REGISTER = "register"
    HISTORY = "history"
    COMPARISON = "comparison"
    TEXT = "text"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a table of contents shows."""

    title: str
    """Plain text."""
    anchor: str
    """The address within the page."""
    level: int
    """2 to 6."""


@dataclass(frozen=True, slots=True)
class Tab:
    """An entry of the main navigation, or another link that every page of a site has."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page."""

    address: str
    """Its folder within the site: empty for the home page, else with a closing slash."""
    title: str
    """Plain text, also the first heading of the page."""
    description: str
    """One sentence for search engines and shared links."""
    kind: PageKind
    """What it is."""
    html: str
    """The article, with its first heading; empty for a redirect."""
    sentence: str
    """The exact sentence on what the page rests on."""
    tab: str = ""
    """The address of the tab it belongs under."""
    headings: tuple[Heading, ...] = ()
    """Its headings, in order."""
    moved_to: str | None = None
    """Where a redirect leads, relative to the page."""
    files: tuple[tuple[str, str], ...] = ()
    """Files that lie beside the page: the name of each, and where it lies in the repository."""
    current: str | None = None
    """Of a version's own page: the address of the page that search should find in its place."""
    feeds: tuple[Tab, ...] = ()
    """The feeds of what the page is about, besides that of the site."""
    structured_data: Mapping[str, object] | None = None
    """What the page tells programs in the words of schema.org, as a JSON value for its head; None for nothing."""

    @property
    def is_listed(self) -> bool:
        """Whether search engines are told of it: no other address of a page, and nothing worked out from two."""
        return self.current is None and self.kind not in (PageKind.REDIRECT, PageKind.COMPARISON)

    @property
    def has_contents(self) -> bool:
        """Whether a table of contents beside it helps."""
        return self.kind is PageKind.DOCUMENT and len(self.headings) > 1


@dataclass(frozen=True, slots=True)
class Absence:
    """What every page of an agency says that does not exist on the day."""

    label: str
    """In a word or two, whether it is gone or not founded yet."""
    words: str
    """Since when it is gone, or from when it works."""
    instead: str
    """What leads to the others: `Nay liên hệ`."""
    others: tuple[Tab, ...]
    """Who has its tasks on the day: name, and the home of the site relative to the home of this one."""


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What is the same on every page of a site."""

    name: str
    """Whose site it is."""
    subtitle: str
    """What it is, and of which province."""
    notice: str | None
    """The notice above every page."""
    tabs: tuple[Tab, ...]
    """The main navigation."""
    portal: str | None
    """The portal's home, relative to the home of an agency's site; None on the portal."""
    footer: tuple[Tab, ...]
    """Further pages, linked at the foot."""
    sentence: str
    """What pages without a sentence of their own rest on."""
    feed: Tab | None = None
    """The feed of what changes on the site; None where nothing has been decided yet."""
    absence: Absence | None = None
    """The notice of an agency that does not exist on the day."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a site that is no page: the index of search, open data, schemas."""

    address: str
    """Its path within the site."""
    content: str
    """Its text; written as UTF-8."""


@dataclass(frozen=True, slots=True)
class Site:
    """A whole site: its frame, its pages and its feeds."""

    frame: SiteFrame
    pages: tuple[SitePage, ...]
    """By address."""
    feeds: tuple[Feed, ...] = ()
    """What changes, for programs that follow it."""
    data: tuple[DataFile, ...] = ()
    """Files for programs and scripts."""
