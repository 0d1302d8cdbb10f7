"""Pages as MkDocs wants them: generated files, metadata, a table of contents, the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sotay.mkdocs_plugin.build_state import BuildState
from sotay.mkdocs_plugin.pictures import unshown_pictures
from sotay.rendering.feeds.atom import atom
from sotay.rendering.site_page import Heading, PageKind, SitePage

_LOOKS = frozenset(
    {".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".txt"}
)
"""Endings of files that a site's look is made of; anything else that lies in its folder is not published."""


def put_pages(files: Files, state: BuildState, config: MkDocsConfig) -> None:
    """Put the site's pages and their files in the place of what MkDocs found: only what a decision covers."""
    unshown = unshown_pictures(files, state.pages.values(), config.docs_dir)
    for found in [*(file for file in files if _is_replaced(file, config)), *unshown]:
        files.remove(found)
    tabs = {f"{tab.address}index.md" for tab in state.site.frame.tabs}
    for uri in state.pages:
        inclusion = InclusionLevel.INCLUDED if uri in tabs else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, uri, content="", inclusion=inclusion))
    for page in state.pages.values():
        for name, path in page.files:
            whole = str(state.root / path)
            files.append(File.generated(config, f"{page.address}{name}", abs_src_path=whole))
    for file in state.site.data:
        files.append(File.generated(config, file.address, content=file.content))
    # A feed needs absolute addresses; without site_url there are none, and the theme does not mention it either.
    if config.site_url:
        for feed in state.site.feeds:
            files.append(File.generated(config, feed.address, content=atom(feed, config.site_url)))


def _is_replaced(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is a page, or one of the documents folder that is no part of how the site looks."""
    if file.is_documentation_page() or file.is_static_page():
        return True
    return file.src_dir == config.docs_dir and PurePosixPath(file.src_uri).suffix.lower() not in _LOOKS


def navigation(state: BuildState) -> list[dict[str, str]]:
    """Return the navigation as MkDocs reads it from a configuration."""
    return [{tab.label: f"{tab.address}index.md"} for tab in state.site.frame.tabs]


def metadata(page: SitePage) -> Mapping[str, Any]:
    """Return a page's metadata, for the theme."""
    meta: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.kind is PageKind.REDIRECT:
        meta["template"] = "redirect.html"
    if not page.is_listed:
        meta["unlisted"] = True
    return meta


def contents(headings: Iterable[Heading]) -> TableOfContents:
    """Return a table of contents; a heading belongs to the last higher one before it."""
    top: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, heading.level)
        while open_links and open_links[-1].level >= heading.level:
            open_links.pop()
        (open_links[-1].children if open_links else top).append(link)
        open_links.append(link)
    return TableOfContents(top)
