"""The page of a redline in a real browser: without scripts, by keyboard, narrow, on paper, and to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sotay.rendering.redline.labels import version_names
from sotay.rendering.redline.standalone_page import redline_page
from tests.support.browsing import served
from tests.support.command import REPOSITORY
from tests.support.redlines import FACTS, a_redline

AXE = (REPOSITORY / "tests/web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("redline")
    redline = a_redline(**FACTS)
    page = redline_page(redline, "Đăng ký khai sinh", version_names(redline))
    (folder / "index.html").write_text(page, encoding="utf-8")
    with served(folder) as address:
        yield f"{address}/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    yield page
    page.close()


def faults(page: Page) -> list[str]:
    # The policy of the page refuses scripts; the tools of the browser may still look at it.
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    return [f"{fault['id']}: {node['html'][:90]}" for fault in found["violations"] for node in fault["nodes"]]


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_fault_in_either_view(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator(".redline__control > summary").click()
    assert faults(page) == []
    page.get_by_label("Song song hai bản").check()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_scripts_both_views_can_be_reached(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    inline, sides = page.locator(".redline__inline"), page.locator(".redline__sides")
    assert (inline.is_visible(), sides.is_visible()) == (True, False)
    page.get_by_label("Song song hai bản").check()
    assert (inline.is_visible(), sides.is_visible()) == (False, True)
    fold = page.locator(".redline__sides .redline__fold").first
    assert not fold.get_by_text("Người đứng đầu cơ quan").is_visible()
    fold.locator("summary").click()
    assert fold.get_by_text("Người đứng đầu cơ quan").is_visible()
    page.close()


def test_the_keyboard_goes_from_change_to_change(page: Page) -> None:
    page.get_by_role("link", name="Đến thay đổi đầu tiên").press("Enter")
    for number in (1, 2, 3):
        assert page.evaluate("document.activeElement.id") == f"thay-doi-{number}"
        # The bar of a change holds its links: where it was moved from, the change before, the change after.
        while page.evaluate("document.activeElement.getAttribute('aria-label')") != f"Thay đổi sau, số {number + 1}":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.get_by_label("Song song hai bản").check()
    page.get_by_role("link", name="Đến thay đổi đầu tiên").press("Enter")
    assert page.evaluate("document.activeElement.id") == "song-song-thay-doi-1"


def test_a_screen_reader_is_told_where_what_is_new_and_gone_begins_and_ends(page: Page) -> None:
    told = page.locator(".redline__inline").aria_snapshot()
    assert "deletion: bắt đầu bỏ Bộ phận Một cửa hết bỏ\n" in told
    assert "insertion: bắt đầu thêm Trung tâm (liên kết đến QT-HT-02) hết thêm\n" in told
    assert "deletion: bắt đầu chuyển đi Công chức kiểm tra" in told
    assert "⇅" not in told
    assert "▸" not in told


def test_rows_that_did_not_change_can_be_opened(page: Page) -> None:
    table = page.locator(".redline__inline table")
    hidden = table.get_by_text("Phiếu hẹn")
    assert not hidden.is_visible()
    table.get_by_label("… 4 hàng không đổi").check()
    assert hidden.is_visible()


def test_narrow_pages_show_the_old_above_the_new(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.get_by_label("Song song hai bản").check()
    pair = page.locator(".abreast__pair", has_text="bộ hồ sơ tại")
    old, new = pair.locator(".abreast__old").bounding_box(), pair.locator(".abreast__new").bounding_box()
    assert old is not None
    assert new is not None
    assert old["x"] == new["x"]
    assert old["y"] + old["height"] <= new["y"]
    assert pair.locator(".abreast__which").first.is_visible()


def test_lines_tell_new_and_gone_apart_where_there_are_no_colours(browser: Browser, address: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(address)
    for element, line in (("ins", "underline"), ("del", "line-through")):
        first = page.locator(f".redline__inline {element}").first
        assert line in first.evaluate("element => getComputedStyle(element).textDecorationLine")
    bar = page.locator(".redline__inline .change").first
    assert bar.evaluate("element => getComputedStyle(element).borderLeftStyle") != "none"
    page.close()


def test_paper_has_bars_and_who_approved_but_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator(".redline__views").is_visible()
    assert not page.locator(".change__steps").first.is_visible()
    assert not page.locator(".redline__control details").is_visible()
    bar = page.locator(".redline__inline .change").first
    assert bar.evaluate("element => getComputedStyle(element).borderLeftColor") == "rgb(0, 0, 0)"
    height = page.locator(".redline__control").evaluate("element => element.getBoundingClientRect().height")
    assert height > 60


def test_nothing_is_asked_of_any_host(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if not url.endswith("/favicon.ico")] == [address]
    page.close()
