"""The sites of the reference province: complete, valid, self-contained, and silent about what is internal."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.command import REPOSITORY

AGENCIES = (
    "van-phong-ubnd-tinh", "so-tu-phap", "so-khoa-hoc-va-cong-nghe", "so-xay-dung",
    "phuong-dong-kinh", "phuong-tam-thanh", "xa-doan-ket", "xa-quoc-khanh",
)  # fmt: skip
PAGE_TYPES = (
    "", "tim-kiem/", "phuong-dong-kinh/tim-kiem/",
    "thu-tuc/", "thu-tuc/1.001193/", "su-kien/sinh-con/", "co-quan/", "gioi-thieu/", "404.html",
    "phuong-dong-kinh/", "phuong-dong-kinh/thu-tuc/", "phuong-dong-kinh/thu-tuc/1.001193/",
    "phuong-dong-kinh/thu-tuc/1.000593/", "phuong-dong-kinh/thu-tuc/1.003583/", "phuong-dong-kinh/thu-tuc/2.000986/",
    "phuong-dong-kinh/thu-tuc/3.000722/", "phuong-dong-kinh/thu-tuc/1.013225/", "phuong-dong-kinh/tai-lieu/",
    "phuong-dong-kinh/tai-lieu/STCL-DK-01/", "phuong-dong-kinh/tai-lieu/QT-QMS-01/",
    "phuong-dong-kinh/tai-lieu/BM-MC-01/", "phuong-dong-kinh/danh-muc/", "phuong-dong-kinh/van-ban/",
    "phuong-dong-kinh/gioi-thieu/", "so-khoa-hoc-va-cong-nghe/",
    "thu-tuc/1.001193/lich-su/", "thu-tuc/2.000986/lich-su/", "van-phong-ubnd-tinh/tai-lieu/BM-MC-01/lich-su/",
    "thu-tuc/1.001193/v/1.0/", "thu-tuc/1.001193/v/3.0/", "thu-tuc/1.003583/v/1.0/", "thu-tuc/2.000986/v/3.0/",
    "van-phong-ubnd-tinh/tai-lieu/BM-MC-01/v/1.0/", "thu-tuc/1.001193/so-sanh/2.0..2.1/",
    "thu-tuc/2.000575/so-sanh/1.0..3.0/", "thu-tuc/2.000942/so-sanh/2.0..2.1/",
    "xa-vinh-tien/", "xa-vinh-tien/thu-tuc/1.001193/", "huyen-trang-dinh/", "huyen-trang-dinh/danh-muc/",
)  # fmt: skip
VALIDATED = ("so-tu-phap", "phuong-dong-kinh")
VALIDATE = ("npx", "--no-install", "html-validate", "--formatter", "json", "--config", ".htmlvalidate.json")
ENGLISH = {"Home", "Search", "Skip to", "Table of contents", "Back to top", "Previous", "Next", "Copy"}
LOOKED_AT = (
    "", "thu-tuc/", "su-kien/sinh-con/", "co-quan/", "tim-kiem/", "phuong-dong-kinh/",
    "phuong-dong-kinh/thu-tuc/1.001193/", "phuong-dong-kinh/thu-tuc/3.000722/", "phuong-dong-kinh/thu-tuc/1.013225/",
    "phuong-dong-kinh/tai-lieu/STCL-DK-01/", "phuong-dong-kinh/danh-muc/", "phuong-dong-kinh/van-ban/",
    "thu-tuc/1.001193/lich-su/", "thu-tuc/1.001193/so-sanh/2.0..2.1/", "thu-tuc/2.000942/so-sanh/2.0..2.1/",
    "huyen-trang-dinh/danh-muc/",
)  # fmt: skip
"""Those with more in them than the pages of the small province, which tests/site looks at."""
INTERNAL = ("MH-STCL-01", "MH-CSCL-01", "MH-MTCL-01", "HD-QMS-01")
_REFERENCE = re.compile(
    r"""(?:src|href|srcset|action|poster|data)\s*=\s*["']?((?:https?:)?//[^"'\s>]+)""", re.IGNORECASE
)
_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("page", PAGE_TYPES)
def test_every_page_type_is_there(sites: Path, page: str) -> None:
    assert (sites / page / "index.html" if not page.endswith(".html") else sites / page).is_file()


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_agency_has_its_site(sites: Path, agency: str) -> None:
    assert len(list((sites / agency).rglob("index.html"))) > 10


def test_no_page_refers_to_another_host(sites: Path) -> None:
    found = [
        (path.relative_to(sites), reference)
        for path in sites.rglob("*.html")
        for reference in _REFERENCE.findall(text(path)) + _STYLE.findall(text(path))
        if not reference.startswith("https://sotay.example/")
    ]
    found += [(path, reference) for path in sites.rglob("*.css") for reference in _STYLE.findall(text(path))]
    assert found == []


def test_nothing_internal_is_in_any_file(sites: Path) -> None:
    secret = (REPOSITORY / "procedures/he-thong-quan-ly/HD-QMS-01.md").read_text(encoding="utf-8")
    title = re.search(r"^title: (.+)$", secret, re.MULTILINE)
    assert title
    sentence = "Chìa khóa két giữ bản sao lưu"
    assert sentence in secret
    wanted = (*INTERNAL, title[1], sentence)
    found = [
        (path.relative_to(sites), word)
        for path in sites.rglob("*")
        if path.suffix in {".html", ".json", ".xml", ".js", ".txt", ".css"}
        for word in wanted
        if word in text(path)
    ]
    assert found == []


def test_the_future_version_is_announced_and_the_withdrawn_one_says_so(sites: Path) -> None:
    upcoming = text(sites / "phuong-dong-kinh/thu-tuc/1.003583/index.html")
    assert "có hiệu lực từ" in upcoming
    assert "01/03/2027" in upcoming
    assert "Đang có hiệu lực" not in upcoming
    withdrawn = text(sites / "phuong-dong-kinh/thu-tuc/2.000986/index.html")
    assert "bãi bỏ" in withdrawn
    assert "Đang có hiệu lực" not in withdrawn


def test_the_shorter_local_limit_shows_with_its_decision(sites: Path) -> None:
    local = text(sites / "phuong-dong-kinh/thu-tuc/1.000593/index.html")
    assert "18/QĐ-UBND" in local
    assert "3 ngày làm việc" in local
    assert "18/QĐ-UBND" not in text(sites / "phuong-tam-thanh/thu-tuc/1.000593/index.html")


def test_every_page_is_valid_html(sites: Path) -> None:
    done = subprocess.run(
        [*VALIDATE, *map(str, _pages_to_validate(sites))],
        cwd=REPOSITORY / "tests/web", capture_output=True, text=True, check=False,
    )  # fmt: skip
    reports = json.loads(done.stdout)
    faults = {f"{message['ruleId']}: {message['message']}" for report in reports for message in report["messages"]}
    assert faults == set()
    assert done.returncode == 0, done.stderr


def _pages_to_validate(sites: Path) -> list[Path]:
    """Every page of the portal, of one sector department and of one commune; of versions and comparisons some."""
    folders = (sites / name for name in AGENCIES if name not in VALIDATED)
    others = tuple(str(folder) for folder in (*folders, sites / "xa-vinh-tien", sites / "huyen-trang-dinh"))
    pages = [path for path in sorted(sites.rglob("*.html")) if not str(path).startswith(others)]
    of_versions = [path for path in pages if {"v", "so-sanh"} & {*path.parts}]
    return sorted({*pages} - {*of_versions} | {*of_versions[::7]})


@pytest.mark.parametrize("page", LOOKED_AT)
def test_a_page_asks_no_other_host_has_no_error_and_no_sideways_scroll(
    browser: Browser, address: str, page: str
) -> None:
    errors: list[str] = []
    hosts: set[str] = set()
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "://" in request.url else None)
    tab.goto(f"{address}/{page}", wait_until="load")
    for width in (1280, 360):
        tab.set_viewport_size({"width": width, "height": 800})
        overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, width
    tab.close()
    assert errors == []
    assert hosts == {address.removeprefix("http://")}


def test_what_was_renamed_is_named_as_it_is_called_today(sites: Path) -> None:
    """Abolished agencies still have the titles of their day."""
    for page in ("thu-tuc/1.001193/", "phuong-dong-kinh/thu-tuc/1.001193/"):
        html = text(sites / page / "index.html")
        assert ">Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh</a>" in html
        assert ">Cấp bản sao trích lục hộ tịch</a>" not in html


def test_pages_are_vietnamese_and_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for page in LOOKED_AT:
        tab.goto(f"{address}/{page}")
        assert tab.locator("html").get_attribute("lang") == "vi", page
        assert len(tab.locator("main").inner_text()) > 100 or page == "404.html", page
        words = set(re.findall(r"[A-Z][a-z]+(?: to| of contents| to top)?", tab.locator("body").inner_text()))
        assert not words & ENGLISH, page
    context.close()
