"""What axe finds on the pages of a small province: nothing, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import served
from tests.support.builders import COMMUNE
from tests.support.command import REPOSITORY

AXE = REPOSITORY / "tests/web/node_modules/axe-core/axe.min.js"
ADDRESSES = (
    *("", "thu-tuc/", "thu-tuc/1.001193/", "su-kien/sinh-con/", "co-quan/", "huong-dan/", f"{COMMUNE}/"),
    *(f"{COMMUNE}/{name}/" for name in ("thu-tuc/1.001193", "thu-tuc/1.000656", "tai-lieu/BM-MC-01", "danh-muc")),
)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield f"{address}/"


def faults(page: Page, address: str, rules: str = "") -> list[str]:
    page.goto(address, wait_until="load")
    page.add_script_tag(path=AXE)
    found = page.evaluate("rules => axe.run(rules ? {runOnly: [rules]} : {})", rules)
    return [f"{fault['id']}: {node['html'][:80]}" for fault in found["violations"] for node in fault["nodes"]]


def test_no_page_has_a_fault_that_axe_finds(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    assert {name: found for name in ADDRESSES if (found := faults(page, address + name))} == {}
    page.close()


def test_colours_have_contrast_in_the_dark_too(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 800})
    coloured = ("", f"{COMMUNE}/thu-tuc/1.001193/", f"{COMMUNE}/thu-tuc/1.003583/", f"{COMMUNE}/thu-tuc/1.000656/")
    assert {name: found for name in coloured if (found := faults(page, address + name, "color-contrast"))} == {}
    page.close()


def test_search_opens_and_closes_by_keyboard_and_finds_words_without_diacritics(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}{COMMUNE}/danh-muc/", wait_until="networkidle")
    page.focus("[data-open-search]")
    page.keyboard.press("Enter")
    page.keyboard.type("giay khai sinh")
    first = page.locator(".md-search-result__item a").first
    first.wait_for(timeout=10_000)
    assert (first.get_attribute("href") or "").split("?")[0].endswith("thu-tuc/1.001193/")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.close()


def test_choosing_a_way_of_filing_hides_only_papers_of_other_ways(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{COMMUNE}/thu-tuc/1.001193/")
    assert page.locator(".paper:visible").count() == 2
    page.get_by_label("Trực tuyến").check()
    assert page.locator(".paper:visible").count() == 1
    page.get_by_label("Tất cả").check()
    assert page.locator(".paper:visible").count() == 2
    page.close()
