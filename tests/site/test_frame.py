"""The frame of every page: what machines read of it, its look in one folder, and what people see first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sotay.rendering.json_in_html import json_in_html
from tests.support.browsing import served
from tests.support.builders import COMMUNE
from tests.support.command import REPOSITORY

BIRTH = f"{COMMUNE}/thu-tuc/1.001193"
SITE = "https://sotay.example/"


def page(root: Path, address: str) -> str:
    return (root / address / "index.html").read_text(encoding="utf-8")


def properties(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))


def test_a_shared_link_shows_title_sentence_and_picture(built: Path) -> None:
    found = properties(page(built, BIRTH))
    assert found["og:title"] == "Đăng ký khai sinh"
    assert found["og:description"] == found["description"]
    assert found["og:locale"] == "vi_VN"
    assert found["og:site_name"] == "Ủy ban nhân dân phường Đông Kinh"
    assert found["og:url"] == f"{SITE}{BIRTH}/"
    assert found["twitter:card"] == "summary_large_image"
    picture = built / found["og:image"].removeprefix(SITE)
    assert picture.read_bytes()[16:24] == (1200).to_bytes(4) + (630).to_bytes(4)


def test_the_home_page_is_a_website_and_all_others_are_articles(built: Path) -> None:
    assert properties(page(built, ""))["og:type"] == "website"
    assert properties(page(built, BIRTH))["og:type"] == "article"


def test_a_version_of_its_own_is_shared_as_the_current_page(told: Path) -> None:
    html = page(told, "thu-tuc/1.001193/v/1.0")
    assert properties(html)["og:url"] == f"{SITE}thu-tuc/1.001193/"


def test_the_page_for_what_is_not_there_is_no_page_to_find(built: Path) -> None:
    html = (built / "404.html").read_text(encoding="utf-8")
    assert properties(html)["robots"] == "noindex"
    assert "og:url" not in html


def test_structured_data_stand_in_the_page_as_they_were_told(built: Path) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(built, BIRTH), re.DOTALL)
    assert found
    assert json.loads(found[1])["@context"] == "https://schema.org"


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a & b", "\u2028"])
def test_nothing_in_structured_data_ends_their_element(hostile: str) -> None:
    written = json_in_html({"name": hostile})
    assert json.loads(written) == {"name": hostile}
    assert not re.search("[<>&\u2028]", written)


def test_the_look_lies_in_one_folder_that_says_what_is_in_it(built: Path) -> None:
    names = {path.relative_to(built).as_posix() for path in (built / "assets").rglob("*") if path.is_file()}
    (folder,) = {name.split("/")[1] for name in names}
    assert re.fullmatch("[0-9a-f]{12}", folder)
    styles = sorted(name.rpartition("/")[2] for name in names if name.endswith(".css"))
    assert styles == ["redline.css", "site.css"]
    assert {name.rpartition("/")[2] for name in names if "LICENSE" in name} >= {"LICENSE"}
    assert not [name for name in names if name.endswith((".map", ".min.js", ".min.css"))]


def test_every_style_of_the_theme_is_in_a_bundle() -> None:
    folder = REPOSITORY / "plugins/sotay/theme/assets/stylesheets/sotay"
    listed = set(re.findall(r'^@import "([^"]+)";$', (folder / "site.css").read_text(encoding="utf-8"), re.MULTILINE))
    alone = {"site.css", "redline.css", "redline-page.css"}
    assert listed | alone == {path.name for path in folder.iterdir()}


def test_scripts_fetch_only_what_stands_beside_them() -> None:
    folder = REPOSITORY / "plugins/sotay/theme/assets/javascripts"
    for path in folder.rglob("*.js"):
        for target in re.findall(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""", path.read_text(encoding="utf-8")):
            assert (path.parent / target).is_file(), f"{path.name}: {target}"


@pytest.fixture
def tab(browser: Browser, built: Path) -> object:
    with served(built) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740}, base_url=f"{address}/")
        yield page
        page.close()


def test_the_first_tab_stop_leads_past_the_frame(tab: Page) -> None:
    tab.goto(f"{COMMUNE}/")
    tab.keyboard.press("Tab")
    skip = tab.get_by_role("link", name="Đến nội dung chính")
    assert skip.evaluate("element => element === document.activeElement && element.getBoundingClientRect().top >= 0")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "noi-dung"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_frame_never_scrolls_the_page_sideways(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 740})
    for name in ("", f"{COMMUNE}/", "404.html"):
        tab.goto(name)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("name", ["", "tim-kiem/", f"{COMMUNE}/"])
def test_without_scripts_the_name_of_the_site_has_room(browser: Browser, built: Path, name: str) -> None:
    with served(built) as address:
        page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
        page.goto(f"{address}/{name}")
        box = page.locator(".brand").bounding_box()
        assert box
        assert box["height"] < 90
        page.close()


def test_on_a_phone_every_tab_can_be_seen(tab: Page) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    for name, rows in (("", 1), (f"{COMMUNE}/", 2)):
        tab.goto(name)
        boxes = [one.bounding_box() for one in tab.locator(".tabs a").all()]
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
        assert len({box["y"] for box in boxes if box}) == rows


def test_all_that_can_be_pressed_in_the_head_is_large_enough(tab: Page) -> None:
    """At least 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    tab.goto(f"{COMMUNE}/danh-muc/")
    boxes = tab.locator("header :is(a, button):visible").evaluate_all(
        "found => found.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert boxes
    assert min(boxes) >= 24


def test_paper_shows_no_frame_and_is_light_even_where_the_screen_is_dark(browser: Browser, built: Path) -> None:
    with served(built) as address:
        page = browser.new_page(color_scheme="dark")
        page.goto(f"{address}/{BIRTH}/")
        page.emulate_media(media="print")
        assert not page.locator(".tabs, .tools").locator("visible=true").count()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
            "rgba(0, 0, 0, 0)",
            "rgb(255, 255, 255)",
        }
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(23, 50, 77)"
        page.close()
