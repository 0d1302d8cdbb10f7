"""What docs/hosting.md tells a province to send: that every page and every feature works with it, and asks no one else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import hosted
from tests.support.builders import COMMUNE, OWNER
from tests.support.hosting import snippets, stated_headers

BIRTH = f"{COMMUNE}/thu-tuc/1.001193/"
ADDRESSES = (
    *("", "tim-kiem/", "thu-tuc/", "thu-tuc/1.001193/", "su-kien/", "su-kien/sinh-con/", "co-quan/", "gioi-thieu/"),
    *("huong-dan/", f"{COMMUNE}/", BIRTH, f"{COMMUNE}/tai-lieu/", f"{COMMUNE}/tai-lieu/BM-MC-01/"),
    *(f"{COMMUNE}/{name}/" for name in ("thu-tuc/1.000656", "thu-tuc/QT-HT-01", "danh-muc", "van-ban", "tim-kiem")),
)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with hosted(built, stated_headers()) as address:
        yield f"{address}/"


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A page that must not break the policy, ask another host, or fail; what it did wrong is told at the end."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    wrong = watched(page, address)
    yield page
    page.close()
    assert wrong == []


def watched(page: Page, address: str) -> list[str]:
    """Return the list to which everything is added that a page does wrong."""
    wrong: list[str] = []
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
    )
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith(address) else wrong.append(sent.url))
    # A page that leads on at once drops what it had asked for.
    page.on("requestfailed", lambda sent: None if "ERR_ABORTED" in (sent.failure or "") else wrong.append(sent.url))
    return wrong


def test_every_kind_of_page_keeps_the_policy(tab: Page, address: str) -> None:
    for name in ADDRESSES:
        tab.goto(address + name, wait_until="networkidle")
        assert tab.locator("h1").count() == 1, name


def test_the_policy_allows_no_inline_script_style_or_foreign_host() -> None:
    policy = stated_headers()["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["form-action"] == "'self'"
    assert not re.search(r"unsafe|data:|blob:|\*|https?:", policy)


def test_only_the_worker_of_search_may_be_started(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}tim-kiem/?q=khai+sinh")
    page.locator("[data-hits] a").first.wait_for()
    assert len(page.workers) == 1
    for attempt in (
        "new Worker('/site.js')",
        "trustedTypes.createPolicy('khac', {})",
        "trustedTypes.createPolicy('sotay-search', {})",
    ):
        assert page.evaluate(f"() => {{ try {{ {attempt} }} catch (fault) {{ return fault.name }} }}") == "TypeError"
    page.close()


def test_a_stricter_policy_costs_the_worker_but_not_the_search(built: Path, browser: Browser) -> None:
    policy = stated_headers()["Content-Security-Policy"]
    stricter = {"Content-Security-Policy": policy.replace("trusted-types sotay-search", "trusted-types 'none'")}
    assert stricter["Content-Security-Policy"] != policy
    with hosted(built, stated_headers() | stricter) as base:
        page = browser.new_page()
        page.goto(f"{base}/tim-kiem/?q=khai+sinh")
        page.locator("[data-hits] a").first.wait_for()
        assert page.workers == []
        page.close()


@pytest.mark.parametrize("server", ["nginx", "apache", "caddy"])
def test_each_server_is_told_to_send_the_same_headers(server: str) -> None:
    snippet = snippets()[server]
    for name, value in stated_headers().items():
        assert f'{name} "{value}"' in snippet, name
    assert "immutable" in snippet
    assert "404.html" in snippet


def test_a_browser_does_refuse_what_the_policy_forbids(browser: Browser, address: str) -> None:
    page = browser.new_page()
    wrong = watched(page, address)
    page.goto(address)
    page.evaluate("() => { const s = document.createElement('style'); s.textContent = 'p{}'; document.head.append(s) }")
    page.close()
    assert any("style-src" in words for words in wrong)


def test_search_works_under_the_policy(tab: Page, address: str) -> None:
    tab.goto(f"{address}tim-kiem/")
    tab.get_by_role("combobox").or_(tab.get_by_role("searchbox")).or_(tab.locator("input[name=q]")).first.fill(
        "khai sinh"
    )
    tab.locator("[data-hits] a").first.wait_for()
    assert "1.001193" in (tab.locator("[data-hits] a").first.get_attribute("href") or "")
    tab.goto(f"{address}tim-kiem/?q=ket+hon")
    tab.locator("[data-hits] a").first.wait_for()


def test_the_box_of_the_home_page_suggests_under_the_policy(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.locator("#ask").press_sequentially("khai sinh")
    tab.locator(".suggestion").first.wait_for()


def test_case_channel_checklist_and_due_date_work_under_the_policy(tab: Page, address: str) -> None:
    tab.goto(address + BIRTH)
    before = tab.locator(".paper:visible").count()
    tab.locator("input[name=cach-nop]").nth(1).check(force=True)
    assert 0 < tab.locator(".paper:visible").count() <= before
    tab.locator(".paper__tick:visible").first.check()
    tab.reload()
    expect(tab.locator(".paper__tick:visible").first).to_be_checked()
    tab.locator("[data-due-date]").scroll_into_view_if_needed()
    tab.locator("[data-due-date] input[name=ngay]").fill("2026-10-16")
    expect(tab.locator("[data-due-date] [role=status]")).to_contain_text("16/10/2026")


def test_light_and_dark_are_chosen_and_remembered(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.goto(address)
    root = tab.locator("html")
    expect(root).to_have_attribute("data-scheme", "dark")
    button = tab.get_by_role("button", name="Màu nền: theo máy")
    button.click()
    expect(root).to_have_attribute("data-scheme", "light")
    tab.goto(f"{address}{COMMUNE}/")
    expect(root).to_have_attribute("data-scheme", "light")
    tab.get_by_role("button", name="Màu nền: sáng").click()
    expect(root).to_have_attribute("data-scheme", "dark")
    tab.get_by_role("button", name="Màu nền: tối").click()
    tab.emulate_media(color_scheme="light")
    expect(root).to_have_attribute("data-scheme", "light")
    assert not tab.locator(".no-js").count()


@pytest.mark.parametrize("kept", ["garbage", "constructor", ""])
def test_a_light_that_nobody_knows_is_that_of_the_machine(tab: Page, address: str, kept: str) -> None:
    tab.add_init_script(f"localStorage.setItem('sotay-palette', '{kept}')")
    tab.goto(address)
    expect(tab.locator("html")).to_have_attribute("data-scheme", "light")
    expect(tab.get_by_role("button", name="Màu nền: theo máy. Đổi sang sáng")).to_be_visible()


def test_light_is_right_before_anything_is_painted(browser: Browser, address: str) -> None:
    """The script that sets it stands before the styles and blocks; nothing may paint in between."""
    page = browser.new_page(color_scheme="dark")
    page.route("**/site.js", lambda route: route.abort())
    page.goto(address)
    assert (
        page.evaluate(
            "getComputedStyle(document.body).colorScheme || getComputedStyle(document.documentElement).colorScheme"
        )
        == "dark"
    )
    page.close()


def test_versions_work_under_the_policy(told: Path, browser: Browser) -> None:
    with hosted(told, stated_headers()) as base:
        page = browser.new_page()
        wrong = watched(page, base)
        for name in ("lich-su/", "so-sanh/1.0..2.0/", "v/1.0/"):
            page.goto(f"{base}/thu-tuc/1.001193/{name}", wait_until="networkidle")
        page.get_by_label("Tại ngày").fill("2026-09-01")
        page.get_by_role("button", name="Xem", exact=True).click()
        page.wait_for_url("**/v/1.1/?ngay=2026-09-01")
        page.close()
    assert wrong == []


def test_what_is_not_there_is_answered_by_a_page_that_leads_on(browser: Browser, address: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{address}{COMMUNE}/khong/co/trang/nay/")
    assert answer
    assert answer.status == 404
    links = page.locator("main a").evaluate_all("links => links.map(a => new URL(a.href).pathname)")
    assert {"/", "/thu-tuc/", "/su-kien/", "/co-quan/", "/tim-kiem/"} <= set(links)
    assert page.locator("form[role=search]").count()
    assert {urlsplit(page.evaluate("document.styleSheets[0].href")).netloc} == {urlsplit(address).netloc}
    page.close()


def test_robots_name_the_sitemaps_of_all_sites_and_internal_pages_are_for_none(built: Path) -> None:
    portal = (built / "robots.txt").read_text(encoding="utf-8")
    for site in ("", f"{COMMUNE}/", f"{OWNER}/"):
        assert f"Sitemap: https://sotay.example/{site}sitemap.xml" in portal
        assert (built / site / "sitemap.xml").is_file()
