"""“When will I have the result?” and the lanes on the page of a procedure, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_accessibility import AXE
from tests.support.browsing import served
from tests.support.builders import COMMUNE

BIRTH = f"{COMMUNE}/thu-tuc/1.001193/"
MARRIAGE = "thu-tuc/1.000894/"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield f"{address}/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740}, timezone_id="America/New_York")
    yield page
    page.close()


def asked(page: Page, address: str) -> None:
    """Open a page and wait until the calendar has come."""
    page.goto(address)
    page.locator(".due").scroll_into_view_if_needed()
    page.get_by_label("Ngày nộp đủ hồ sơ").wait_for()


def put(page: Page, day: str, clock: str) -> None:
    page.get_by_label("Ngày nộp đủ hồ sơ").fill(day)
    page.get_by_label("Giờ", exact=True).fill(clock)


def test_day_hour_and_case_lead_to_the_day_with_its_reasons(tab: Page, address: str) -> None:
    asked(tab, address + BIRTH)
    panel = tab.locator(".due__panel[role=status]")
    put(tab, "2026-11-19", "14:59")
    assert panel.locator(".due__day").inner_text() == "Thứ Tư, 25/11/2026"
    put(tab, "2026-11-19", "15:01")
    assert panel.locator(".due__question").inner_text() == "Nộp đủ hồ sơ lúc 15 giờ 01, thứ Năm, 19/11/2026 thì hẹn trả"
    assert panel.locator(".due__day").inner_text() == "Thứ Năm, 26/11/2026"
    assert panel.locator("li").all_inner_texts() == [
        "Nhận sau 15 giờ nên tính từ ngày làm việc tiếp theo, thứ Sáu, 20/11/2026.",
        "Ngày đầu tiên, 20/11/2026, không tính; đếm từ ngày tiếp theo (Bộ luật Dân sự, Điều 147).",
        "Không tính thứ Bảy, Chủ nhật.",
        "Không tính thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam).",
    ]
    tab.locator(".due__cases").get_by_label("Phải xác minh").check()
    assert panel.locator(".due__day").inner_text() == "Thứ Hai, 30/11/2026"
    put(tab, "2026-12-31", "09:00")
    assert "Lịch năm 2027 là tạm tính" in panel.inner_text()
    put(tab, "2027-12-30", "09:00")
    assert "Lịch làm việc chỉ có đến hết ngày 31/12/2027" in panel.inner_text()
    assert panel.locator(".due__question").inner_text() == "Nộp đủ hồ sơ lúc 9 giờ, thứ Năm, 30/12/2027:"
    put(tab, "", "09:00")
    assert panel.inner_text() == "Ông, bà hãy chọn đủ ngày và giờ."
    put(tab, "12026-11-19", "09:00")
    assert panel.inner_text() == "Ông, bà hãy chọn đủ ngày và giờ."


def test_it_starts_with_now_in_vietnam_wherever_the_device_is(browser: Browser, address: str) -> None:
    page = browser.new_page(timezone_id="America/New_York")
    page.clock.install(time="2026-11-19T01:30:00Z")
    page.goto(address + BIRTH)
    page.locator(".due").scroll_into_view_if_needed()
    page.get_by_label("Ngày nộp đủ hồ sơ").wait_for()
    assert page.get_by_label("Ngày nộp đủ hồ sơ").input_value() == "2026-11-19"
    assert page.get_by_label("Giờ", exact=True).input_value() == "08:30"
    assert page.locator(".due__day").inner_text() == "Thứ Tư, 25/11/2026"
    page.close()


def test_the_way_chosen_among_the_papers_counts_here_too(tab: Page, address: str) -> None:
    asked(tab, address + MARRIAGE)
    put(tab, "2026-11-16", "08:00")
    assert tab.locator(".due__day").inner_text() == "Thứ Năm, 19/11/2026"
    tab.locator("[name=cach-nop][value=truc-tuyen]").check(force=True)
    assert tab.locator(".due__day").inner_text() == "Thứ Hai, 23/11/2026"
    assert tab.locator(".due__question").inner_text().startswith("Nộp đủ hồ sơ trực tuyến lúc 8 giờ")
    tab.locator(".due__ways").get_by_label("Trực tiếp").check()
    assert tab.locator(".due__day").inner_text() == "Thứ Năm, 19/11/2026"


@pytest.mark.parametrize("calendar", [None, '{"years": [20', "{}"])
@pytest.mark.parametrize("scripts", [True, False])
def test_without_the_calendar_or_without_scripts_examples_stay(
    browser: Browser, address: str, calendar: str | None, *, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    page, failed = context.new_page(), []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.route("**/lich-lam-viec.json", lambda route: route.fulfill(body=calendar) if calendar else route.abort())
    page.goto(address + BIRTH)
    page.locator(".due").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert failed == []
    assert page.locator(".due__form").is_hidden()
    assert page.locator(".due__day").all_inner_texts() == ["Thứ Năm, 15/10/2026", "Thứ Sáu, 16/10/2026"]
    assert page.locator(".due__question").first.inner_text().startswith("Ví dụ: nộp đủ hồ sơ lúc 8 giờ, thứ Hai, 12/10")
    context.close()


def test_the_calendar_is_fetched_only_by_who_comes_near(tab: Page, address: str) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url))
    tab.set_viewport_size({"width": 360, "height": 200})
    tab.add_init_script("IntersectionObserver = class { observe() {} disconnect() {} }")
    tab.goto(address + BIRTH, wait_until="networkidle")
    assert not [url for url in fetched if url.endswith(".json")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_question_and_chart_have_no_fault_that_axe_finds_and_only_the_chart_scrolls(
    browser: Browser, address: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    for name in (BIRTH, MARRIAGE):
        asked(page, address + name)
        page.locator(".lanesfold summary").click()
        assert page.locator("svg.lanes").is_visible()
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run({include: [['.due'], ['.holders'], ['.lanesfold']]})")
        assert [fault["id"] for fault in found["violations"]] == []
        assert page.locator("html").evaluate("element => element.scrollWidth <= element.clientWidth")
    page.close()


def test_the_chart_says_every_step_once_and_who_holds_the_dossier(tab: Page, address: str) -> None:
    tab.goto(address + BIRTH)
    assert tab.locator("rect.lanes__step").count() == tab.locator("ol.steps > li").count() == 3
    assert tab.locator(".holders tbody tr").all_inner_texts() == [
        "Công chức một cửa\n1, 3\n4 giờ",
        "Công chức tư pháp – hộ tịch\n2\n1 ngày làm việc",
    ]


def test_no_text_of_the_chart_runs_out_of_its_box_in_the_real_font(tab: Page, address: str) -> None:
    tab.goto(address + BIRTH)
    tab.locator(".lanesfold summary").click()
    tab.evaluate("document.fonts.ready")
    out = tab.locator("svg.lanes g").evaluate_all(
        """groups => groups.flatMap(group => {
             const box = group.querySelector("rect").getBBox();
             return [...group.querySelectorAll("text")].filter(text => {
               const own = text.getBBox();
               return own.x < box.x || own.x + own.width > box.x + box.width;
             }).map(text => text.textContent);
           })"""
    )
    assert out == []
