"""Search as people use it, in a real browser: the page, the box of every page, and the index that needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.test_accessibility import AXE
from tests.support.browsing import served
from tests.support.builders import COMMUNE

PAGE = "tim-kiem/"
BIRTH = "thu-tuc/1.001193/"
MARRIAGE = "thu-tuc/QT-HT-02/"
HITS = "[data-hits] a"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield f"{address}/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def hits(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(HITS).all()]


def faults(page: Page) -> list[str]:
    """What axe finds on a page as it stands, after typing."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("() => axe.run()")
    return [f"{fault['id']}: {node['html'][:80]}" for fault in found["violations"] for node in fault["nodes"]]


def ask(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


def test_words_without_diacritics_find_the_procedure_with_its_facts(tab: Page, address: str) -> None:
    tab.goto(address + PAGE)
    ask(tab, "giay khai sinh")
    first = tab.locator(".hit").first
    expect(first.locator("a")).to_have_attribute("href", address + BIRTH)
    expect(first).to_contain_text("Thời hạn\n3 ngày làm việc", use_inner_text=True)
    expect(first).to_contain_text("Lệ phí\nmiễn phí", use_inner_text=True, ignore_case=True)
    expect(first).to_contain_text("Nơi làm\nỦy ban nhân dân cấp xã", use_inner_text=True)
    expect(first).to_contain_text("1.001193 · QT-HT-01")


def test_what_is_not_yet_in_force_says_so(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=1.003583")
    expect(tab.locator(".hit").first.locator(".mark--upcoming")).to_contain_text("01/03/2027")


def test_a_typed_question_survives_a_reload(tab: Page, address: str) -> None:
    tab.goto(address + PAGE)
    ask(tab, "ket hon")
    tab.wait_for_url(f"{address}{PAGE}?q=ket+hon")
    tab.reload()
    expect(tab.get_by_role("searchbox")).to_have_value("ket hon")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)


def test_what_is_typed_before_the_scripts_come_is_searched(tab: Page, address: str) -> None:
    held: list[Route] = []
    tab.route("**/search-page.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright looks at its arguments
    tab.goto(address + PAGE, wait_until="commit")
    ask(tab, "ket hon")
    while not held:
        tab.wait_for_timeout(10)
    held[0].continue_()
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)
    tab.wait_for_url(f"{address}{PAGE}?q=ket+hon")


def test_the_page_is_not_held_up_by_the_search(tab: Page, address: str) -> None:
    """All that searches runs in a worker: the page itself never asks for it."""
    tab.goto(f"{address}{PAGE}?q=ket+hon")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)
    assert [worker.url.rpartition("/")[2] for worker in tab.workers] == ["worker.js"]
    ask(tab, "khai sinh")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + BIRTH)
    assert len(tab.workers) == 1


@pytest.mark.parametrize("site", ["", f"{COMMUNE}/"])
def test_no_script_of_the_page_waits_until_another_asks_for_it(tab: Page, address: str, site: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda sent: asked.append(sent.url) if sent.resource_type == "script" else None)
    tab.goto(f"{address}{site}{PAGE}", wait_until="networkidle")
    told = tab.locator("link[rel=modulepreload]").evaluate_all("links => links.map(link => link.href)")
    assert any(one.endswith("/search/load.js") for one in told)
    assert {one for one in asked if "/sotay/search" in one} <= set(told) <= set(asked)
    assert len(asked) == len(set(asked))


def test_without_workers_the_page_searches_by_itself(tab: Page, address: str) -> None:
    tab.add_init_script("delete globalThis.Worker")
    tab.goto(f"{address}{PAGE}?q=ket+hon")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)
    assert tab.workers == []


def test_a_worker_that_stops_working_is_started_anew(tab: Page, address: str) -> None:
    tab.add_init_script(
        """
        const Real = Worker;
        globalThis.Worker = class extends Real {
            postMessage(message) {
                if (!message.asked || globalThis.hasFailed) return super.postMessage(message);
                globalThis.hasFailed = true;
                this.dispatchEvent(new ErrorEvent("error", { message: "no memory", cancelable: true }));
            }
        };
        """
    )
    tab.goto(f"{address}{PAGE}?q=ket+hon")
    tab.get_by_role("button", name="thử lại").click()
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)
    assert len(tab.workers) == 1
    values = tab.locator("[data-facet=field] option").evaluate_all("options => options.map(option => option.value)")
    assert len(values) == len(set(values)) > 1


def test_where_the_worker_does_not_start_the_page_searches_by_itself(tab: Page, address: str) -> None:
    tab.route("**/search/worker.js", lambda route: route.abort())
    tab.goto(f"{address}{PAGE}?q=ket+hon")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)


def test_filters_offer_each_choice_once_however_often_one_asks_while_they_load(tab: Page, address: str) -> None:
    held: list[Route] = []
    tab.route("**/tim-kiem/index.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright looks at its arguments
    tab.goto(f"{address}{PAGE}?q=dang+ky")
    for words in ("dang", "dang ky"):
        ask(tab, words)
        tab.wait_for_timeout(50)
    while not held:
        tab.wait_for_timeout(10)
    held[0].continue_()
    tab.locator(HITS).first.wait_for()
    values = tab.locator("#loc-linh-vuc option").evaluate_all("options => options.map(({ value }) => value)")
    assert len(values) == len(set(values)) > 1


def test_the_way_back_leads_through_the_questions_that_were_sent(tab: Page, address: str) -> None:
    tab.goto(address + PAGE)
    for words in ("khai sinh", "ket hon"):
        ask(tab, words)
        tab.keyboard.press("Enter")
        tab.wait_for_url(re.compile(words.replace(" ", r"\+")))
    tab.go_back()
    tab.wait_for_url(f"{address}{PAGE}?q=khai+sinh")
    expect(tab.get_by_role("searchbox")).to_have_value("khai sinh")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + BIRTH)
    tab.go_back()
    tab.wait_for_url(address + PAGE)
    expect(tab.locator("[data-found]")).to_be_hidden()
    expect(tab.get_by_role("heading", name="Theo chữ cái")).to_be_visible()


def test_a_filter_narrows_the_results_and_stands_in_the_address(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=dang+ky")
    tab.locator(HITS).first.wait_for()
    before = hits(tab)
    tab.get_by_text("Lọc kết quả").first.click()
    foreigners = tab.get_by_label("Người làm thủ tục").get_by_role("option", name="Người nước ngoài")
    expect(foreigners).to_have_text("Người nước ngoài (1)")
    tab.get_by_label("Người làm thủ tục").select_option("foreigner")
    tab.wait_for_url(f"{address}{PAGE}?q=dang+ky&doi-tuong=foreigner")
    expect(tab.locator(".filters__count")).to_have_text("(1 điều kiện)")
    expect(tab.locator(HITS)).to_have_count(1)
    narrowed = hits(tab)
    assert narrowed == [address + MARRIAGE]
    assert set(narrowed) < set(before)
    tab.reload()
    tab.locator(HITS).first.wait_for()
    assert hits(tab) == narrowed
    expect(tab.locator(".filters__count")).to_have_text("(1 điều kiện)")
    tab.go_back()
    tab.wait_for_url(f"{address}{PAGE}?q=dang+ky")
    expect(tab.locator(HITS)).to_have_count(len(before))


def test_a_link_with_filters_alone_lists_all_that_pass(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?truc-tuyen=co&mien-phi=co")
    expect(tab.locator(HITS).first).to_be_visible()
    tab.get_by_text("Lọc kết quả").first.click()
    expect(tab.get_by_label("Nộp được trực tuyến")).to_be_checked()
    tab.get_by_role("button", name="Bỏ mọi điều kiện lọc").click()
    tab.wait_for_url(address + PAGE)
    expect(tab.locator("[data-found]")).to_be_hidden()


def test_a_filter_that_there_is_not_is_none(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=%00%ff+dang+ky&linh-vuc=../../x&cap=constructor&co-quan=__proto__")
    tab.locator(HITS).first.wait_for()
    expect(tab.locator(".filters__count")).to_have_text("")


def test_the_page_serves_by_keyboard_alone(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}", wait_until="networkidle")
    tab.keyboard.press("/")
    box = tab.get_by_role("searchbox")
    expect(box).to_be_focused()
    tab.keyboard.type("dang ky")
    expect(tab.locator(HITS)).not_to_have_count(0)
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(HITS).nth(0)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(HITS).nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(box).to_be_focused()
    tab.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(tab.locator("[data-found]")).to_be_hidden()
    tab.keyboard.type("khai sinh")
    expect(tab.locator("[data-count-line]")).to_contain_text("“khai sinh”")
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(HITS).first).to_be_focused()
    expect(tab.locator(HITS).first).to_have_attribute("href", address + BIRTH)
    tab.keyboard.press("Enter")
    tab.wait_for_url(address + BIRTH)


def test_who_stands_on_a_result_stays_on_it_when_a_later_answer_comes(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=dang+ky+khai+sinh")
    tab.locator(f"{HITS}[href='{address + BIRTH}']").focus()
    tab.evaluate(
        """() => {
            const box = document.querySelector("input[type=search]");
            box.value = "dang ky";
            box.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(tab.locator("[data-count-line]")).to_contain_text("“dang ky”")
    expect(tab.locator(f"{HITS}[href='{address + BIRTH}']")).to_be_focused()


def test_the_number_of_results_is_announced(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=khai+sinh")
    count = tab.locator("[data-count-line]")
    expect(count).to_contain_text("kết quả cho “khai sinh”")
    expect(tab.get_by_role("status")).to_have_text(count.inner_text())


def test_a_question_that_may_mean_several_things_offers_the_choice(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=dang+ky")
    choices = tab.locator("[data-choices]")
    expect(choices).to_contain_text("Ông, bà hỏi về việc nào?")
    choices.get_by_role("link", name="Đăng ký kết hôn", exact=True).click()
    expect(tab.get_by_role("searchbox")).to_have_value("Đăng ký kết hôn")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)
    expect(choices).to_be_hidden()


def test_a_mended_slip_is_told(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=dang+ky+ket+hom")
    expect(tab.locator("[data-corrected]")).to_have_text("Đã tìm theo: “dang ky ket hon”")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + MARRIAGE)


def test_nothing_found_says_what_to_do_next(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=xyzzyq")
    expect(tab.locator("[data-count-line]")).to_have_text("Không tìm thấy thủ tục nào cho “xyzzyq”")
    help_ = tab.locator("[data-nothing]")
    expect(help_).to_contain_text("Gõ ngắn hơn")
    help_.get_by_role("link", name="theo chữ cái").click()
    expect(tab.get_by_role("heading", name="Theo chữ cái")).to_be_in_viewport()
    help_.get_by_role("link", name=re.compile("điện thoại")).click()
    tab.wait_for_url(f"{address}co-quan/")


def test_an_answer_that_is_only_the_nearest_says_so_and_what_to_do_next(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=giay+mua+do")
    expect(tab.locator("[data-count-line]")).to_have_text("Không chắc đúng ý ông, bà: gần nhất với “giay mua do” là")
    expect(tab.locator(HITS).first).to_be_visible()
    expect(tab.locator("[data-nothing]")).to_contain_text("Gõ ngắn hơn")
    expect(tab.get_by_role("heading", name="Theo lĩnh vực")).to_be_visible()


def test_nothing_found_at_an_agency_leads_to_its_counter_and_to_the_whole_province(tab: Page, address: str) -> None:
    tab.goto(f"{address}{COMMUNE}/{PAGE}?q=xyzzyq")
    help_ = tab.locator("[data-nothing]")
    expect(help_).to_contain_text("Trung tâm Phục vụ hành chính công phường Đông Kinh")
    help_.get_by_role("link", name="tìm trong toàn tỉnh").click()
    tab.wait_for_url(f"{address}{PAGE}?q=xyzzyq")


def test_an_agency_carries_the_question_to_the_portal(tab: Page, address: str) -> None:
    tab.goto(f"{address}{COMMUNE}/{PAGE}")
    ask(tab, "khai sinh")
    expect(tab.locator(HITS).first).to_have_attribute("href", f"{address}{COMMUNE}/{BIRTH}")
    tab.get_by_role("link", name="Tìm trong toàn tỉnh").click()
    tab.wait_for_url(f"{address}{PAGE}?q=khai+sinh")
    expect(tab.locator(HITS).first).to_have_attribute("href", address + BIRTH)


def test_a_failed_index_is_said_and_the_plain_index_remains(tab: Page, address: str) -> None:
    tab.route("**/tim-kiem/index.json", lambda route: route.abort())
    tab.goto(f"{address}{PAGE}?q=khai+sinh")
    expect(tab.locator("[data-failed]")).to_contain_text("Chưa tải được dữ liệu để tìm")
    expect(tab.get_by_role("status")).to_contain_text("Chưa tải được dữ liệu để tìm")
    expect(tab.get_by_role("heading", name="Theo chữ cái")).to_be_visible()
    tab.unroute("**/tim-kiem/index.json")
    tab.get_by_role("button", name="thử lại").click()
    expect(tab.locator(HITS).first).to_have_attribute("href", address + BIRTH)
    expect(tab.locator("[data-failed]")).to_be_hidden()


def test_no_index_is_fetched_before_somebody_searches(tab: Page, address: str) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url) if request.url.endswith("index.json") else None)
    tab.goto(address + PAGE, wait_until="networkidle")
    assert fetched == []
    tab.get_by_role("searchbox").focus()
    expect(tab.locator("[data-filters]")).to_be_visible()
    assert fetched == [f"{address}{PAGE}index.json"]


def test_without_scripts_the_page_is_an_index_by_letter_and_field(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}{BIRTH}")
    page.get_by_role("link", name="Tìm thủ tục").click()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("summary", has_text="Hộ tịch")).to_be_visible()
    page.locator("[id=chu-dd] + ul").get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    page.wait_for_url(f"{address}{BIRTH}")
    context.close()


@pytest.mark.parametrize("question", ["", "?q=dang+ky", "?q=xyzzyq"])
@pytest.mark.parametrize("site", ["", f"{COMMUNE}/"])
def test_the_page_has_no_fault_that_axe_finds(browser: Browser, address: str, site: str, question: str) -> None:
    for scheme, width in (("light", 1280), ("dark", 360)):
        page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
        page.goto(f"{address}{site}{PAGE}{question}")
        if question:
            page.locator("[data-answer]").wait_for()
            page.get_by_text("Lọc kết quả").first.click()
        assert faults(page) == []
        page.close()


def test_the_page_does_not_scroll_sideways_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for question in ("", "?q=dang+ky", f"?q={'x' * 120}"):
        page.goto(f"{address}{PAGE}{question}")
        if question:
            page.locator("[data-answer]").wait_for()
            page.get_by_text("Lọc kết quả").first.click()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.close()


def test_on_paper_the_results_stand_without_the_box(tab: Page, address: str) -> None:
    tab.goto(f"{address}{PAGE}?q=dang+ky")
    tab.locator(HITS).first.wait_for()
    tab.emulate_media(media="print")
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    expect(tab.locator(HITS).first).to_be_visible()


def test_the_box_of_every_page_suggests_and_opens_by_keyboard(tab: Page, address: str) -> None:
    tab.goto(f"{address}{COMMUNE}/danh-muc/", wait_until="networkidle")
    tab.keyboard.press("/")
    box = tab.get_by_role("combobox")
    expect(box).to_be_focused()
    tab.keyboard.type("giay khai sinh")
    expect(tab.get_by_role("option").last).to_contain_text("Xem tất cả")
    expect(box).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press("ArrowDown")
    first = tab.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value("giay khai sinh")
    tab.keyboard.press("Escape")
    expect(box).to_have_value("")
    tab.keyboard.type("giay khai sinh")
    expect(tab.get_by_role("option").first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}{COMMUNE}/{BIRTH}")


def test_the_last_suggestion_leads_to_all_results(tab: Page, address: str) -> None:
    tab.goto(f"{address}{BIRTH}")
    tab.get_by_role("textbox", name="Tìm thủ tục").focus()
    tab.keyboard.type("dang ky")
    expect(tab.get_by_role("option").first).to_be_visible()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}{PAGE}?q=dang+ky")
    expect(tab.locator(HITS).first).to_be_visible()


def test_the_box_has_no_fault_that_axe_finds(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 800})
        for start in ("", BIRTH):
            page.goto(address + start, wait_until="networkidle")
            page.keyboard.press("/")
            page.keyboard.type("dang ky")
            page.get_by_role("option").first.wait_for()
            page.keyboard.press("ArrowDown")
            assert faults(page) == []
        page.close()


def test_the_home_page_leads_to_the_page_of_search(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}{COMMUNE}/")
    page.locator("#ask").fill("khai sinh")
    expect(page.get_by_role("option").first).to_contain_text("Đăng ký khai sinh")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{COMMUNE}/{PAGE}?q=khai+sinh")
    expect(page.locator(HITS).first).to_have_attribute("href", f"{address}{COMMUNE}/{BIRTH}")
    page.close()


def test_an_example_of_the_home_page_is_a_question_with_results(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.locator(".tries a").first.click()
    tab.wait_for_url(re.compile(r"/tim-kiem/\?q="))
    expect(tab.locator(HITS).first).to_be_visible()


def test_a_missing_page_offers_search(tab: Page, address: str) -> None:
    tab.goto(f"{address}404.html")
    expect(tab.get_by_role("search").first).to_be_visible()
