"""What scripts add to the pages of versions, in a real browser; and that these pages are accessible and fit a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_accessibility import faults
from tests.support.browsing import served
from tests.support.builders import COMMUNE, OWNER
from tests.support.past import BEHIND, GONE

BIRTH = "thu-tuc/1.001193/"
NEW_PAGES = (
    *(f"{BIRTH}{tail}" for tail in ("", "lich-su/", "v/1.0/", "v/1.1/", "v/2.0/", "so-sanh/1.0..2.0/")),
    *("thu-tuc/1.000656/lich-su/", f"{BEHIND}/{BIRTH}", f"{GONE}/{BIRTH}", f"{GONE}/", "co-quan/"),
    *(f"{OWNER}/tai-lieu/BM-MC-01/{tail}" for tail in ("lich-su/", "v/1.0/", "so-sanh/1.0..1.1/")),
)


@pytest.fixture(scope="module")
def address(told: Path) -> Iterator[str]:
    with served(told) as address:
        yield f"{address}/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def test_no_page_has_a_fault_that_axe_finds(tab: Page, address: str) -> None:
    assert {name: found for name in NEW_PAGES if (found := faults(tab, address + name))} == {}


def test_colours_have_contrast_in_the_dark_too(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 800})
    assert {name: found for name in NEW_PAGES if (found := faults(page, address + name, "color-contrast"))} == {}
    page.close()


def test_words_for_screen_readers_are_not_seen(tab: Page, address: str) -> None:
    for name in (f"{COMMUNE}/{BIRTH}", f"{BIRTH}so-sanh/1.0..1.1/"):
        tab.goto(address + name)
        widths = tab.locator(":is(ins, del) .visually-hidden").evaluate_all(
            "found => found.map(one => one.offsetWidth)"
        )
        assert widths, name
        assert max(widths) <= 1, name


@pytest.mark.parametrize("scripts", [True, False])
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, address: str, *, scripts: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    wide = {}
    for name in NEW_PAGES:
        page.goto(address + name)
        box = page.locator("html").evaluate("element => [element.scrollWidth, element.clientWidth]")
        if box[0] > box[1]:
            wide[name] = box
    assert wide == {}
    context.close()


@pytest.mark.parametrize(
    ("start", "day", "version"),
    [
        (BIRTH, "2026-07-01", "1.0"),
        (BIRTH, "2026-08-31", "1.0"),
        (BIRTH, "2026-09-01", "1.1"),
        (BIRTH, "2027-03-01", "2.0"),
        (f"{BIRTH}v/1.1/", "2026-08-31", "1.0"),
        (f"{COMMUNE}/{BIRTH}", "2027-03-01", "1.1"),
        (f"{BEHIND}/{BIRTH}", "2026-12-31", "1.0"),
    ],
)
def test_a_day_leads_to_the_version_that_held_there(
    tab: Page, address: str, start: str, day: str, version: str
) -> None:
    tab.goto(address + start)
    tab.get_by_label("Tại ngày").fill(day)
    tab.get_by_role("button", name="Xem", exact=True).click()
    tab.wait_for_url(f"{address}{BIRTH}v/{version}/?ngay={day}")
    assert tab.get_by_label("Tại ngày").input_value() == day


def test_a_day_can_be_typed_on_the_keyboard_alone(tab: Page, address: str) -> None:
    tab.goto(address + BIRTH)
    tab.get_by_label("Tại ngày").wait_for()
    tab.locator(".moment a").first.focus()
    tab.keyboard.press("Tab")
    # Day and month are alike, so that the order in which the browser asks for them does not matter.
    tab.keyboard.type("10102026")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}{BIRTH}v/1.1/?ngay=2026-10-10")


def test_the_search_of_an_abolished_agency_searches_the_whole_province(tab: Page, address: str) -> None:
    tab.goto(f"{address}{GONE}/")
    tab.locator("#ask").fill("giay khai sinh")
    expect(tab.get_by_role("option").first).to_have_attribute("href", address + BIRTH)
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}tim-kiem/?q=giay+khai+sinh")
    expect(tab.locator("[data-hits] a").first).to_have_attribute("href", address + BIRTH)


def test_a_day_before_the_first_version_is_answered_in_words(tab: Page, address: str) -> None:
    tab.goto(address + BIRTH)
    tab.get_by_role("button", name="Xem", exact=True).click()
    status = tab.locator(".moment").get_by_role("status")
    assert status.inner_text() == "Hãy chọn một ngày."
    tab.get_by_label("Tại ngày").fill("2026-06-30")
    tab.keyboard.press("Enter")
    assert status.inner_text() == "Ngày 30/06/2026 không có bản nào có hiệu lực."
    assert tab.url == address + BIRTH


@pytest.mark.parametrize(("one", "other"), [("1.0", "2.0"), ("2.0", "1.0")])
def test_two_chosen_versions_lead_to_their_comparison(tab: Page, address: str, one: str, other: str) -> None:
    tab.goto(f"{address}{BIRTH}lich-su/")
    tab.get_by_label("Bản thứ nhất").select_option(one)
    tab.get_by_label("Bản thứ hai").select_option(other)
    tab.get_by_role("button", name="So sánh").click()
    tab.wait_for_url(f"{address}{BIRTH}so-sanh/1.0..2.0/")
    assert tab.get_by_label("Bản thứ nhất").input_value() == "1.0"
    assert tab.get_by_label("Bản thứ hai").input_value() == "2.0"


def test_a_version_cannot_be_compared_with_itself(tab: Page, address: str) -> None:
    tab.goto(f"{address}{BIRTH}lich-su/")
    for label in ("Bản thứ nhất", "Bản thứ hai"):
        tab.get_by_label(label).select_option("1.1")
    tab.get_by_role("button", name="So sánh").click()
    assert tab.locator(".compare").get_by_role("status").inner_text() == "Hãy chọn hai bản khác nhau."
