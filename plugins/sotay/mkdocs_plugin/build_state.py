"""What one build works with: made anew before each build, never changed, shared with no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sotay.engine.build_sites import AskedState
from sotay.engine.prepare import Prepared, prepare
from sotay.errors import UnknownAgency
from sotay.mkdocs_plugin.log import log
from sotay.mkdocs_plugin.refusal import refuse
from sotay.mkdocs_plugin.whose_site import WhoseSite
from sotay.model.release import Edition
from sotay.rendering.agency_pages import agency_site
from sotay.rendering.portal_pages import portal_site
from sotay.rendering.site_page import Site, SitePage


@dataclass(frozen=True, slots=True)
class BuildState:
    """The site of one build."""

    site: Site
    pages: Mapping[str, SitePage]
    """The pages by the path of the file that MkDocs believes them to come from."""
    root: Path
    """The repository."""
    edition: Edition
    """For whom the site is made."""


def begin(whose: WhoseSite, asked: AskedState, site_url: str | None) -> BuildState:
    """Read, check and write all pages in memory; refuses if there are errors, before anything is written to disk.

    `site_url` is the address at which the site will be published; None where that is not known.
    """
    prepared = prepare(whose.root, asked.day, asked.known_at, asked.edition)
    refuse(prepared.obstacles)
    _mention_the_rest(prepared)
    site = _site(whose, prepared, site_url)
    return BuildState(site, {source_uri(page): page for page in site.pages}, whose.root, asked.edition)


def source_uri(page: SitePage) -> str:
    """Return the path in `docs_dir` that a page pretends to have; its address follows from it in every setting."""
    return f"{page.address}index.md"


def _site(whose: WhoseSite, prepared: Prepared, site_url: str | None) -> Site:
    if whose.agency is None:
        return portal_site(prepared.publication, site_url)
    known = prepared.publication.agency_by_id
    if whose.agency not in known:
        raise UnknownAgency(whose.agency, ", ".join(known))
    return agency_site(prepared.publication, whose.agency, site_url)


def _mention_the_rest(prepared: Prepared) -> None:
    """What does not stop publication is no warning of the build either."""
    count = len(prepared.checked.findings)
    if prepared.is_past:
        log.info("Dựng lại hiện trạng cũ để xem, không xét theo quy tắc hiện nay (có %d phát hiện).", count)
    elif count:
        log.info("%d cảnh báo, gợi ý về tài liệu; xem bằng lệnh “sotay check”.", count)
