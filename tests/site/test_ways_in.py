"""Ways in, in a browser: one's own commune, life events, agencies, folded lists; also without scripts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sotay.rendering.portal_pages import portal_site
from sotay.usecases.publish_province import publish_province
from tests.site.test_accessibility import faults
from tests.support.browsing import served
from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.command import REPOSITORY

PHONE = {"width": 360, "height": 740}
WAYS = ("", "su-kien/", "su-kien/sinh-con/", "co-quan/", "xa-phuong/", "thu-tuc/", "thu-tuc/1.001193/")
ASSETS = REPOSITORY / "plugins/sotay/theme/assets"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield f"{address}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser that has remembered nothing yet."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def ask(page: Page) -> None:
    page.get_by_label("Ông, bà ở xã, phường nào?").press_sequentially("dong kinh")
    expect(page.get_by_role("option")).to_have_count(1)


def test_choosing_a_commune_with_a_site_leads_there(page: Page, address: str) -> None:
    page.goto(address)
    ask(page)
    page.get_by_role("option").click()
    page.wait_for_url(f"**/{COMMUNE}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ủy ban nhân dân phường Đông Kinh")


def test_a_commune_is_chosen_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    ask(page)
    box = page.get_by_role("combobox", name="Ông, bà ở xã, phường nào?")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Phường Đông Kinh")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{COMMUNE}/")


def test_what_was_typed_before_the_script_came_is_answered(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/commune.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    page.goto(address, wait_until="load")
    page.get_by_label("Ông, bà ở xã, phường nào?").press_sequentially("dong kinh")
    expect(page.get_by_role("option")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(page.get_by_role("option")).to_have_text("Phường Đông Kinh")


def test_an_old_name_leads_to_the_commune_of_today(page: Page, address: str) -> None:
    page.goto(f"{address}xa-phuong/")
    page.get_by_label("Ông, bà ở xã, phường nào?").press_sequentially("vinh trai")
    expect(page.get_by_role("option")).to_have_text("Phường Đông Kinh gồm Phường Vĩnh Trại cũ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{COMMUNE}/")


def test_the_choice_is_remembered_offered_on_a_procedure_and_forgotten(page: Page, address: str) -> None:
    page.goto(f"{address}thu-tuc/1.001193/")
    ask(page)
    page.keyboard.press("Enter")
    told = page.locator(".commune__told")
    expect(told).to_contain_text("Nơi ông, bà ở: UBND phường Đông Kinh")
    page.goto(f"{address}thu-tuc/QT-HT-02/")
    page.locator(".commune__told").get_by_role("link", name="UBND phường Đông Kinh").click()
    page.wait_for_url(f"**/{COMMUNE}/thu-tuc/QT-HT-02/")
    page.goto(address)
    expect(told).to_contain_text("Nơi ông, bà đã chọn: UBND phường Đông Kinh")
    page.get_by_role("button", name="Bỏ chọn").click()
    expect(told).to_be_empty()
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(told).to_be_empty()


def test_what_is_typed_while_the_list_comes_is_not_replaced_by_what_was_remembered(page: Page, address: str) -> None:
    page.goto(f"{address}thu-tuc/1.001193/")
    ask(page)
    page.keyboard.press("Enter")
    expect(page.locator(".commune__told")).not_to_be_empty()
    held: list[Route] = []
    page.route("**/danh-sach.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright looks at its arguments
    page.goto(address)
    page.get_by_role("combobox", name="Ông, bà ở xã, phường nào?").fill("lang s")
    while not held:
        page.wait_for_timeout(10)
    for route in held:
        route.continue_()
    expect(page.get_by_label("Ông, bà ở xã, phường nào?")).to_have_value("lang s")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_label("Ông, bà ở xã, phường nào?")).to_have_value("lang s")


def test_an_empty_name_is_asked_for(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("combobox", name="Ông, bà ở xã, phường nào?").fill(" ")
    page.get_by_role("button", name="Chọn").click()
    expect(page.locator(".commune__told")).to_have_text("Ông, bà gõ tên xã, phường.")


def test_a_commune_without_a_site_is_told_so(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Ông, bà ở xã, phường nào?").press_sequentially("hồng phong")
    expect(page.get_by_role("option")).to_have_text("Xã Hồng Phong chưa có trang riêng")
    page.get_by_role("option").click()
    told = page.locator(".commune__told")
    expect(told).to_contain_text("Xã Hồng Phong chưa có trang riêng ở đây.")
    assert told.get_by_role("link").get_attribute("href") == "tim-kiem/?cap=commune"


def test_what_is_no_commune_is_not_guessed(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("combobox", name="Ông, bà ở xã, phường nào?").fill("hà nội")
    page.get_by_role("button", name="Chọn").click()
    expect(page.locator(".commune__told")).to_contain_text("Không tìm thấy xã, phường này.")
    assert page.url == address


def test_without_scripts_the_form_leads_to_the_list_of_all_communes(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Ông, bà ở xã, phường nào?").fill("dong kinh")
    page.get_by_role("button", name="Chọn").click()
    assert page.url == f"{address}xa-phuong/?q=dong+kinh"
    expect(page.locator(".communes").first.get_by_role("link")).to_have_text("Phường Đông Kinh")
    expect(page.locator("#ma-06079")).to_have_text("Xã Hồng Phong")
    context.close()


@pytest.mark.parametrize("answer", ["", "<!doctype html>", "{}"])
def test_where_the_list_cannot_be_had_the_form_leads_to_all_communes(page: Page, address: str, answer: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.route("**/danh-sach.json", lambda route: route.fulfill(body=answer) if answer else route.abort())
    page.goto(address)
    page.get_by_label("Ông, bà ở xã, phường nào?").press_sequentially("dong kinh")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}xa-phuong/?q=dong+kinh")
    expect(page.locator("#ma-06079")).to_have_text("Xã Hồng Phong")
    assert failed == []


def test_a_list_that_could_not_be_had_is_asked_for_again(page: Page, address: str) -> None:
    page.route("**/danh-sach.json", lambda route: route.abort(), times=1)
    page.goto(address)
    box = page.get_by_role("combobox", name="Ông, bà ở xã, phường nào?")
    with page.expect_event("requestfailed"):
        box.focus()
    box.press_sequentially("dong kinh")
    expect(page.get_by_role("option")).to_have_count(1)


def test_what_was_asked_without_scripts_is_answered_where_they_run(page: Page, address: str) -> None:
    page.goto(f"{address}xa-phuong/?q=dong+kinh")
    expect(page.get_by_role("option")).to_have_text("Phường Đông Kinh")


def test_an_event_reads_in_its_order_with_or_and_and(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}su-kien/sinh-con/")
    expect(page.locator("ol.way > li")).to_have_count(2)
    read = " ".join(page.locator("ol.way").inner_text().split())
    order = (
        "Nhận giấy chứng sinh",
        "Nơi sinh cấp giấy này.",
        "Đăng ký khai sinh Đăng ký khai sinh Thời hạn 3 ngày làm việc Lệ phí Miễn phí Giấy tờ 2",
        "hoặc Đăng ký khai sinh lưu động",
        "và làm trước hay sau bước trên đều được Đăng ký kết hôn Chỉ khi cha, mẹ chưa đăng ký kết hôn",
    )
    places = [read.find(part) for part in order]
    assert -1 not in places, read
    assert places == sorted(places)
    expect(page.locator(".card", has_text="Làm ở một nơi").get_by_role("link")).to_have_text("UBND phường Đông Kinh")
    context.close()


def test_no_way_in_scrolls_sideways_on_a_phone(page: Page, address: str) -> None:
    wide = {}
    for name in WAYS:
        page.goto(address + name, wait_until="networkidle")
        wide[name] = page.evaluate("document.documentElement.scrollWidth")
    assert set(wide.values()) == {360}, wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_also_while_a_list_is_open(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light", viewport=PHONE)
    assert {name: found for name in WAYS if (found := faults(page, address + name))} == {}
    page.goto(address)
    ask(page)
    page.add_script_tag(path=REPOSITORY / "tests/web/node_modules/axe-core/axe.min.js")
    open_list = page.evaluate("axe.run('.commune')")
    assert [fault["id"] for fault in open_list["violations"]] == []
    page.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The list of agencies and that of procedures of a larger province, with the shipped scripts, without a frame."""
    root = tmp_path_factory.mktemp("large")
    shutil.copytree(ASSETS, root / "assets")
    for listed in portal_site(publish_province(_large().examined(date(2026, 10, 1)), None)).pages:
        if listed.address in {"co-quan/", "thu-tuc/"}:
            (root / listed.address).mkdir()
            (root / listed.address / "index.html").write_text(
                '<!doctype html><html lang="vi" data-base=".."><head><meta charset="utf-8"><title>x</title>'
                '<link rel="stylesheet" href="../assets/stylesheets/sotay/site.css">'
                '<script type="module" src="../assets/javascripts/sotay/site.js"></script></head>'
                f'<body><main class="md-typeset">{listed.html}</main></body></html>',
                encoding="utf-8",
            )
    with served(root) as address:
        yield f"{address}/"


def _large() -> Archive:
    archive = Archive().agency(OWNER, name="Sở Tư pháp tỉnh Lạng Sơn")
    for number, name in enumerate(("Đoàn Kết", "Quốc Khánh", "Thất Khê", "Na Sầm", "Tân Tiến", "Tân Văn")):
        archive.agency(f"xa-{number}", level="commune", name=f"Ủy ban nhân dân xã {name}")
    codes = [f"QT-HT-{number}" for number in range(10, 75)]
    for code in codes:
        archive.procedure(code, title=f"Thủ tục {code}", tthc=[f"1.0000{code[-2:]}"])
    return archive.issue(*codes)


def test_typing_leaves_only_the_agencies_of_that_name(page: Page, large: str) -> None:
    page.goto(f"{large}co-quan/")
    box = page.get_by_label("Tìm cơ quan theo tên hoặc địa chỉ")
    box.fill("xã tan")
    cards = page.locator("[data-key]:visible")
    expect(cards).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("Còn 2 cơ quan.")
    expect(page.get_by_role("heading", name=re.compile("Cấp tỉnh"))).to_be_hidden()
    box.fill("hà nội")
    expect(page.get_by_role("status")).to_contain_text("Không có cơ quan nào tên hoặc địa chỉ như vậy")
    box.fill("")
    expect(cards).to_have_count(8)


def test_an_address_within_a_folded_list_unfolds_its_field(page: Page, large: str) -> None:
    page.goto(f"{large}thu-tuc/")
    expect(page.get_by_role("link", name="Thủ tục QT-HT-20")).to_be_hidden()
    page.goto(f"{large}thu-tuc/#ho-tich")
    page.reload()
    expect(page.get_by_role("link", name="Thủ tục QT-HT-20")).to_be_visible()


def test_an_address_that_cannot_be_read_unfolds_nothing_and_the_next_one_does(page: Page, large: str) -> None:
    page.goto(f"{large}thu-tuc/#%E0%A4%A", wait_until="networkidle")
    expect(page.get_by_role("link", name="Thủ tục QT-HT-20")).to_be_hidden()
    page.evaluate("location.hash = 'ho-tich'")
    expect(page.get_by_role("link", name="Thủ tục QT-HT-20")).to_be_visible()


ROWS = """count => {
  const list = document.querySelector("SELECTOR");
  while (list.children.length < count) list.append(list.children[0].cloneNode(true));
  const rows = {};
  for (const one of list.children) {
    const box = one.getBoundingClientRect();
    (rows[box.top] ??= []).push(box.width);
  }
  return [Object.values(rows).map(row => row.length), Object.values(rows).pop()[0], list.clientWidth];
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("selector", ["su-kien/ ul.tiles", f"{COMMUNE}/can-bo/ ul.figures"])
def test_no_tile_is_left_alone_in_a_corner(page: Page, address: str, selector: str, width: int) -> None:
    name, selector = selector.split(" ", 1)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + name)
    for count in range(7, 19) if selector == "ul.tiles" else [7]:
        rows, last, whole = page.evaluate(ROWS.replace("SELECTOR", selector), count)
        assert sum(rows) == count
        assert rows[-1] > 1 or last >= whole - 1, rows
