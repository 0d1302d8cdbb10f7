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
    *("", "thu-tuc/", "thu-tuc/1.001193/", "su-kien/sinh-con/", "co-quan/", "huong-dan/", "du-lieu-mo/", f"{COMMUNE}/"),
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
