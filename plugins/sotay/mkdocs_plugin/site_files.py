"""Pages as MkDocs wants them: generated files, metadata, a table of contents, the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sotay.mkdocs_plugin.build_state import BuildState
from sotay.rendering.site_page import Heading, PageKind, SitePage


def put_pages(files: Files, state: BuildState, config: MkDocsConfig) -> None:
    """Replace the Markdown files that MkDocs found by the site's pages: only what a decision covers is published."""
    for found in [file for file in files if file.is_documentation_page() or file.is_static_page()]:
        files.remove(found)
    tabs = {f"{tab.address}index.md" for tab in state.site.frame.tabs}
    for uri in state.pages:
        inclusion = InclusionLevel.INCLUDED if uri in tabs else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, uri, content="", inclusion=inclusion))


def navigation(state: BuildState) -> list[dict[str, str]]:
    """Return the navigation as MkDocs reads it from a configuration."""
    return [{tab.label: f"{tab.address}index.md"} for tab in state.site.frame.tabs]


def metadata(page: SitePage) -> Mapping[str, Any]:
    """Return a page's metadata, for the theme and for search."""
    meta: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.kind is PageKind.REDIRECT:
        meta |= {"template": "redirect.html", "moved": True}
    if page.is_searched:
        meta["tags"] = list(page.terms)
    else:
        meta["search"] = {"exclude": True}
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
