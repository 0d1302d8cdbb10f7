"""The page of a procedure as a citizen uses it: choosing, ticking off, printing, complaining; and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.site.test_accessibility import faults
from tests.support.browsing import served
from tests.support.builders import COMMUNE
from tests.support.province import DOSSIER

BIRTH = f"{COMMUNE}/thu-tuc/1.001193/"
BORN_ABROAD = "truong-hop=tre-sinh-o-nuoc-ngoai"
ON_PAPER = "document.documentElement.className"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield f"{address}/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, address: str) -> Page:
    return at(phone, address + BIRTH)


def at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return started(page)


def started(page: Page) -> Page:
    """Wait until the scripts of a page have run."""
    page.wait_for_function("document.querySelector('.tally').textContent.trim()")
    return page


def asked(page: Page) -> list[str]:
    return page.locator(".paper:visible .paper__name").all_text_contents()


def said(page: Page) -> str:
    return " ".join((page.locator(".tally").text_content() or "").split())


def fact(page: Page, term: str) -> Locator:
    return page.locator(".facts > div").filter(has=page.locator("dt", has_text=term)).locator("dd:visible")


def test_a_case_and_a_way_leave_just_their_papers_and_say_how_many(page: Page) -> None:
    assert len(asked(page)) == 18
    assert said(page) == "Chọn trường hợp và cách nộp để biết đúng giấy tờ của ông, bà."
    page.get_by_label("Trẻ có giấy chứng sinh").check()
    assert said(page) == "Chọn cách nộp để biết đúng giấy tờ của ông, bà."
    page.get_by_label("Trực tiếp").check()
    assert asked(page) == ["Tờ khai", "Giấy tờ tùy thân", "Văn bản ủy quyền", "Giấy chứng sinh", "Thông tin cư trú"]
    assert said(page) == ("Cần mang 3 loại giấy tờ, 2 bản chính, 1 bản sao. Thêm 1 loại chỉ khi có điều kiện ghi kèm.")
    shown = page.locator(".paper--present .paper__amount")
    assert shown.inner_text() == "xuất trình, không phải nộp"
    page.get_by_label("Trực tuyến").check()
    assert shown.inner_text() == "xuất trình"
    assert "Tờ khai" not in asked(page)
    assert said(page).startswith("Cần có để nộp 2 loại giấy tờ, 1 bản chính, 1 bản sao.")


def test_what_nobody_has_to_bring_stands_last_and_apart(page: Page) -> None:
    apart = page.locator(".dossier .papers").last
    assert apart.locator(".paper__name").all_text_contents() == ["Thông tin cư trú", "Biên bản"]
    assert not apart.locator("input").count()
    assert "không phải nộp" in (page.locator(".lookedup").text_content() or "")


def test_a_case_without_papers_of_its_own_says_so(page: Page) -> None:
    page.get_by_label("Trẻ bị bỏ rơi").check()
    assert page.locator(".case:visible").inner_text() == "Không phải mang thêm giấy tờ nào."
    assert asked(page)[-2:] == ["Thông tin cư trú", "Biên bản"]


def test_the_facts_are_those_of_the_chosen_way(page: Page) -> None:
    assert "Trung tâm Phục vụ hành chính công phường Đông Kinh" in fact(page, "Nộp tại").inner_text()
    page.get_by_label("Trực tuyến").check()
    assert fact(page, "Nộp tại").inner_text().split("\n") == ["Nộp qua mạng", "Nộp trên Cổng Dịch vụ công quốc gia."]
    assert page.locator(".chooser__terms:visible").text_content() == (
        "Trực tuyến: 3 ngày làm việc · Miễn phí · Nộp qua mạng. Nộp trên Cổng Dịch vụ công quốc gia."
    )
    page.locator(".chooser fieldset", has_text="Cách nộp").get_by_label("Tất cả").check()
    assert "Trung tâm" in fact(page, "Nộp tại").inner_text()


def test_the_choice_is_in_the_address_and_a_link_brings_it_back(page: Page, phone: BrowserContext) -> None:
    page.get_by_label("Trẻ có giấy chứng sinh").check()
    page.get_by_label("Trực tiếp").check()
    assert page.url.endswith("?truong-hop=tre-co-giay-chung-sinh&cach-nop=truc-tiep")
    chosen = asked(page)
    page.reload()
    started(page)
    assert asked(page) == chosen
    assert asked(at(phone, page.url)) == chosen
    for choice in page.locator(".chooser fieldset").all():
        choice.get_by_label("Tất cả").check()
    assert page.url.endswith(BIRTH)
    assert len(asked(page)) == 18


def test_a_choice_that_there_is_not_is_no_choice(phone: BrowserContext, address: str) -> None:
    page = at(phone, f"{address}{BIRTH}?truong-hop=khong-co&cach-nop=")
    assert len(asked(page)) == 18
    assert page.get_by_label("Tất cả").first.is_checked()


def test_the_choice_is_made_by_keyboard(page: Page) -> None:
    page.get_by_label("Tất cả").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Trẻ có giấy chứng sinh").is_checked()
    assert "tre-co-giay-chung-sinh" in page.url


def test_ticks_survive_a_reload_until_they_are_taken_away(page: Page) -> None:
    page.get_by_label("Trẻ có giấy chứng sinh").check()
    page.get_by_label("Trực tiếp").check()
    forget = page.get_by_role("button", name="Bỏ đánh dấu")
    assert not forget.is_visible()
    page.get_by_label("Giấy chứng sinh", exact=True).check()
    page.get_by_label("Tờ khai").check()
    assert said(page).endswith("Đã có 2 trong 3.")
    page.reload()
    started(page)
    assert page.get_by_label("Tờ khai").is_checked()
    assert said(page).endswith("Đã có 2 trong 3.")
    page.get_by_label("Văn bản ủy quyền").check()
    assert said(page).endswith("Đã có 3 trong 4.")
    page.get_by_label("Giấy tờ tùy thân").check()
    assert said(page).endswith("Đã có đủ 4 loại.")
    forget.click()
    assert not forget.is_visible()
    assert page.get_by_label("Tờ khai").evaluate("tick => document.activeElement === tick")
    page.reload()
    started(page)
    assert not page.locator(".paper__tick:checked").count()


def test_ticks_of_another_version_are_forgotten(page: Page) -> None:
    page.get_by_label("Tờ khai").check()
    (name,) = page.evaluate("Object.keys(localStorage).filter(name => name.includes('QT-HT-01'))")
    assert name.endswith(f"/{COMMUNE}/QT-HT-01")
    page.evaluate("name => localStorage.setItem(name, localStorage.getItem(name).replace('1.0', '0.9'))", name)
    page.reload()
    started(page)
    assert not page.locator(".paper__tick:checked").count()
    assert page.evaluate("name => localStorage.getItem(name)", name) is None


def test_ticks_in_one_tab_are_those_of_another(page: Page, phone: BrowserContext) -> None:
    other = at(phone, page.url)
    page.get_by_label("Tờ khai").check()
    expect(other.get_by_label("Tờ khai")).to_be_checked()
    other.get_by_label("Giấy tờ tùy thân").check()
    page.reload()
    started(page)
    assert page.locator(".paper__tick:checked").count() == 2


@pytest.mark.parametrize(
    "kept", ["{", "0", "true", '{"version": "1.0", "papers": 7}', '{"version": "1.0", "papers": [{}]}']
)
def test_what_somebody_else_kept_under_the_same_name_does_no_harm(page: Page, kept: str) -> None:
    page.get_by_label("Tờ khai").check()
    name = "Object.keys(localStorage).find(name => name.includes('QT-HT-01'))"
    page.evaluate(f"kept => localStorage.setItem({name}, kept)", kept)
    page.reload()
    started(page)
    assert not page.locator(".paper__tick:checked").count()
    page.get_by_label("Tờ khai").check()
    assert page.get_by_label("Tờ khai").is_checked()


def test_where_storage_is_forbidden_ticking_still_works(phone: BrowserContext, address: str) -> None:
    phone.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException() } })")
    page = at(phone, f"{address}{BIRTH}?truong-hop=tre-co-giay-chung-sinh&cach-nop=truc-tuyen")
    page.get_by_label("Giấy chứng sinh", exact=True).check()
    assert said(page).endswith("Đã có 1 trong 2.")


def pages_of(page: Page) -> int:
    sheet = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type /Page\b", sheet))


def printed(page: Page) -> str:
    page.emulate_media(media="print")
    return " ".join(page.locator("body").inner_text().split())


def test_the_longest_list_of_one_case_is_one_sheet(phone: BrowserContext, address: str) -> None:
    page = at(phone, f"{address}{BIRTH}?{BORN_ABROAD}&cach-nop=truc-tiep")
    assert len(asked(page)) == len(DOSSIER["common"]) + 12
    page.get_by_label("Tờ khai").check()
    assert pages_of(page) == 1
    text = printed(page)
    for words in (
        "Ủy ban nhân dân phường Đông Kinh", "Đăng ký khai sinh", "1.001193 · QT-HT-01, bản 1.0", "3 ngày làm việc",
        "Miễn phí", "Phường Đông Kinh thứ Hai – thứ Sáu: 7:30–11:30, 13:30–17:00", "sotay.example/" + BIRTH,
        "Trường hợp: Trẻ sinh ở nước ngoài · Cách nộp: Trực tiếp", "Cần mang 14 loại giấy tờ, 13 bản chính, 12 bản sao",
        "Đã có 1 trong 14", "đang có hiệu lực từ ngày 01/07/2026, theo Quyết định số 15/QĐ-UBND",
    ):  # fmt: skip
        assert words in text, words
    for words in ("Giấy chứng sinh", "Hồ sơ đi qua", "Căn cứ pháp lý", "Kiểm soát tài liệu", "Mục đích", "Chỉ khi nộp"):
        assert words not in text, words


def test_the_code_on_the_sheet_is_the_address_of_the_page(page: Page) -> None:
    code = page.locator(".sheetfoot svg")
    assert not code.is_visible()
    page.emulate_media(media="print")
    assert code.is_visible()
    expected = [list(row) for row in segno.make_qr(f"https://sotay.example/{BIRTH}", error="m").matrix_iter(border=4)]
    assert dark_modules(code) == [[bool(module) for module in row] for row in expected]


def dark_modules(code: Locator) -> list[list[bool]]:
    """Read a drawn code back: which modules the strokes of its path cover."""
    size = int(str(code.get_attribute("viewBox")).split()[2])
    found = [[False] * size for _ in range(size)]
    column, row = 0, -0.5
    for kind, numbers in re.findall(r"([Mmh])([^Mmh]+)", code.locator("path").get_attribute("d") or ""):
        moved = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if kind == "h":
            for here in range(column, column + int(moved[0])):
                found[int(row)][here] = True
            column += int(moved[0])
        else:
            column, row = (int(moved[0]), moved[1]) if kind == "M" else (column + int(moved[0]), row + moved[1])
    return found


def test_the_day_of_the_result_is_on_the_sheet_only_if_somebody_asked_for_it(page: Page) -> None:
    page.get_by_label("Trẻ có giấy chứng sinh").check()
    page.locator(".due").scroll_into_view_if_needed()
    page.get_by_label("Ngày nộp đủ hồ sơ").wait_for()
    assert "hẹn trả" not in printed(page)
    page.emulate_media(media="screen")
    page.get_by_label("Ngày nộp đủ hồ sơ").fill("2026-11-19")
    page.get_by_label("Giờ", exact=True).fill("15:20")
    text = printed(page)
    assert "Nộp đủ hồ sơ lúc 15 giờ 20, thứ Năm, 19/11/2026 thì hẹn trả Thứ Năm, 26/11/2026" in text
    assert "Không tính thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)." in text
    assert "Giờ Việt Nam" not in text
    assert pages_of(page) == 1


def test_the_whole_page_is_printed_when_asked_for(page: Page) -> None:
    assert page.evaluate(ON_PAPER) == "prints-list"
    page.evaluate("window.print = () => { window.during = document.documentElement.className }")
    page.get_by_role("button", name="In toàn trang").click()
    assert page.evaluate("window.during") == ""
    assert "Kiểm soát tài liệu" in printed(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "Thống nhất cách đăng ký khai sinh" in printed(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(ON_PAPER) == "prints-list"
    page.evaluate("window.during = undefined")
    page.get_by_role("button", name="In danh mục giấy tờ", include_hidden=True).evaluate("button => button.click()")
    assert page.evaluate("window.during") == "prints-list"


def test_without_scripts_everything_is_shown_under_headings_and_printed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + BIRTH)
    assert len(asked(page)) == 18
    assert not page.locator(".chooser, .dossier .actions").filter(visible=True).count()
    headings = page.locator(".dossier h3:visible").all_inner_texts()
    assert headings == [
        "Mọi trường hợp",
        *(f"Thêm, trường hợp\n{name}" for name in ("Trẻ có giấy chứng sinh", "Trẻ sinh ở nước ngoài", "Trẻ bị bỏ rơi")),
        "Không phải mang",
    ]
    assert page.get_by_text("Thống nhất cách đăng ký khai sinh").is_visible()
    text = printed(page)
    assert "Kiểm soát tài liệu" in text
    assert "Thống nhất cách đăng ký khai sinh" in text
    context.close()


def test_the_facts_and_the_standing_are_on_the_first_screen_of_a_phone(page: Page) -> None:
    def edges(selector: str) -> tuple[float, float]:
        found = page.locator(selector).bounding_box()
        assert found
        return found["y"], found["y"] + found["height"]

    top, bottom = edges(".badge")
    assert bottom - top < 40, "one line"
    assert bottom < edges(".facts")[0]
    assert edges(".facts")[1] <= 740
    assert all(edges(later)[0] > edges("#p-giay-to")[1] for later in (".moment", "#p-kiem-soat"))


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_sticks_out_sideways_on_a_phone(browser: Browser, address: str, *, scripts: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    for name in (f"{BIRTH}?{BORN_ABROAD}", f"{COMMUNE}/thu-tuc/1.000894/"):
        page.goto(address + name, wait_until="networkidle")
        parts = [part.bounding_box() for part in page.locator("main *:visible").all()]
        assert max(box["x"] + box["width"] for box in parts if box) <= 360, name
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_where_a_case_is_chosen(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    assert faults(page, f"{address}{BIRTH}?truong-hop=tre-co-giay-chung-sinh&cach-nop=truc-tuyen") == []
    page.get_by_label("Giấy chứng sinh", exact=True).check()
    assert said(page).endswith("Đã có 1 trong 2.")
    page.close()


def test_the_text_of_the_document_is_folded_and_an_address_within_it_opens_it(page: Page, address: str) -> None:
    text = page.locator("details.wholetext")
    expect(text).not_to_have_attribute("open", "")
    page.goto("about:blank")
    page.goto(f"{address}{BIRTH}#ho-so-luu")
    started(page)
    expect(text).to_have_attribute("open", "")


def test_an_address_that_cannot_be_read_leads_nowhere_and_breaks_nothing(phone: BrowserContext, address: str) -> None:
    failed: list[str] = []
    phone.on("weberror", lambda told: failed.append(str(told.error)))
    page = at(phone, f"{address}{BIRTH}#%E0%A4%A")
    page.wait_for_load_state("networkidle")
    expect(page.locator("details.wholetext")).not_to_have_attribute("open", "")
    assert failed == []


def test_a_complaint_begins_with_what_it_is_about(page: Page, phone: BrowserContext, address: str) -> None:
    voice = page.locator(".voice")
    link = voice.get_by_role("link", name="Gửi phản ánh trên mạng")
    assert link.get_attribute("href") == "https://phananh.example/gui?thu-tuc=QT-HT-01&ban=1.0"
    assert voice.get_by_role("link", name="0205 000 000").get_attribute("href") == "tel:0205000000"
    assert "xin lỗi" in (voice.text_content() or "")
    portal = at(phone, f"{address}thu-tuc/1.001193/").locator(".voice a")
    assert str(portal.get_attribute("href")).startswith("mailto:phananh@langson.example?subject=")


def test_the_places_of_the_portal_say_whose_they_are(phone: BrowserContext, address: str) -> None:
    page = at(phone, f"{address}thu-tuc/1.001193/")
    assert [place.get_attribute("data-agency") for place in page.locator(".places > li").all()] == [COMMUNE]


def test_the_choice_goes_along_to_the_page_of_an_agency(phone: BrowserContext, address: str) -> None:
    page = at(phone, f"{address}thu-tuc/1.001193/")
    page.get_by_label("Trẻ sinh ở nước ngoài").check()
    page.locator(".chooser").get_by_label("Trực tuyến").check()
    link = page.locator(".places a").get_attribute("href")
    assert str(link).endswith(f"/{BIRTH}?{BORN_ABROAD}&cach-nop=truc-tuyen")
    page.locator(".chooser").get_by_label("Tất cả").last.check()
    page.locator(".places a").click()
    page.wait_for_url(f"{address}{BIRTH}?{BORN_ABROAD}")
    started(page)
    assert page.get_by_label("Trẻ sinh ở nước ngoài").is_checked()


def test_text_of_twice_the_size_does_not_scroll_sideways(page: Page, address: str) -> None:
    for name in (BIRTH, "thu-tuc/1.001193/", "", "404.html", f"{COMMUNE}/can-bo/"):
        page.goto(address + name)
        page.add_style_tag(content="html { font-size: 200% !important }")
        sticking_out = page.locator("main *").evaluate_all(
            "found => found.filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.lanesroom'))"
            ".map(one => one.outerHTML.slice(0, 90))"
        )
        assert sticking_out == [], name
