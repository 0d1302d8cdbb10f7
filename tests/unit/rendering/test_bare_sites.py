"""Sites of which almost nothing is stated: every link within a page leads somewhere, every file that is linked is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sotay.rendering.agency_pages import agency_site
from sotay.rendering.portal_pages import portal_site
from sotay.rendering.site_page import Site, SitePage
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, OWNER, Archive

BARE: dict[str, Any] = {
    **dict.fromkeys(("time_limit", "authority", "field", "legal_basis")),
    **dict.fromkeys(("tthc", "fees", "channels", "steps", "results", "keywords", "applicants"), ()),
}


def sites(archive: Archive, site_url: str | None = None) -> list[Site]:
    publication = publish_province(archive.examined(JULY), None)
    agencies = [agency_site(publication, agency, site_url) for agency in (OWNER, COMMUNE)]
    return [portal_site(publication, site_url), *agencies]


def bare(dossier: dict[str, object] | None) -> Archive:
    return Archive().procedure("QT-HT-01", dossier=dossier, **BARE).issue("QT-HT-01").adopt("QT-HT-01")


def dangling(page: SitePage) -> Iterator[str]:
    for name in re.findall(r'href="#([^"]+)"', page.html):
        if f'id="{name}"' not in page.html:
            yield f"{page.address}#{name}"


@pytest.mark.parametrize("archive", [Archive(), bare(None), bare({"sets": 1}), bare({"cases": []})])
def test_a_page_leads_to_no_part_of_itself_that_it_does_not_have(archive: Archive) -> None:
    pages = [page for site in sites(archive) for page in site.pages]
    assert [name for page in pages for name in dangling(page)] == []


def test_a_portal_without_an_address_links_no_feed_since_it_has_none() -> None:
    (portal, *_) = sites(bare(None))
    assert [page.address for page in portal.pages if "feed.xml" in page.html] == []
    (portal, *_) = sites(bare(None), "https://sotay.example/")
    assert [page.address for page in portal.pages if "feed.xml" in page.html] != []


def test_a_procedure_with_forty_steps_and_twelve_cases_is_written_whole() -> None:
    steps = [{"role": ("mot-cua", "tu-phap-ho-tich")[n % 2], "action": f"Việc thứ {n}"} for n in range(40)]
    cases = [{"when": f"Trường hợp {n}", "items": [{"name": f"Giấy {n}", "originals": 1}]} for n in range(12)]
    archive = Archive().procedure("QT-HT-01", steps=steps, dossier={"sets": 1, "cases": cases})
    (portal, *_) = sites(archive.issue("QT-HT-01").adopt("QT-HT-01"))
    page = next(page.html for page in portal.pages if page.address == "thu-tuc/1.001193/")
    assert all(page.count(f"Việc thứ {n}") for n in range(40))
    assert page.count('name="truong-hop"') == 12 + 1
