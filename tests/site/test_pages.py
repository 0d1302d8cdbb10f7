"""What the sites of a province show, and what they must never show."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.province import DRAFTED, INTERNAL, LATER, build_here

BIRTH = f"{COMMUNE}/thu-tuc/1.001193"
MARRIAGE = f"{COMMUNE}/thu-tuc/QT-HT-02"


def page(root: Path, address: str) -> str:
    return (root / address / "index.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """Return the visible text with single blanks."""
    html = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class Links(HTMLParser):
    """Collects what a page links to, and its anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors.update(value for key, value in found.items() if key == "id" and value)
        if tag != "link" or found.get("rel") != "canonical":
            self.hrefs += [value for key, value in found.items() if key in {"href", "src", "action"} and value]


@pytest.mark.parametrize(
    "address",
    ["", "thu-tuc", "thu-tuc/1.001193", "su-kien", "su-kien/sinh-con", "co-quan", "gioi-thieu", "huong-dan"]
    + [f"{COMMUNE}/{name}".rstrip("/") for name in ("", "thu-tuc", "tai-lieu", "danh-muc", "van-ban", "gioi-thieu")]
    + [BIRTH, MARRIAGE, f"{COMMUNE}/tai-lieu/BM-MC-01", f"{OWNER}/thu-tuc/1.001193"],
)  # fmt: skip
def test_every_page_is_at_its_address(built: Path, address: str) -> None:
    html = page(built, address)
    assert '<html lang="vi"' in html
    assert html.count("<h1") == 1
    assert html.count("<title>") == 1


def broken_links(built: Path) -> list[tuple[Path, str]]:
    """Return the links of all pages that lead nowhere, with the page of each."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in built.rglob("*.html") if path.name != "404.html"}
    broken = []
    for path, links in pages.items():
        for href in links.hrefs:
            parts = urlsplit(href)
            if parts.scheme:
                continue  # a letter, a call or a page for feedback, which nobody but its reader opens
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.exists() or (parts.fragment and parts.fragment not in pages[target].anchors):
                broken.append((path.relative_to(built), href))
    return broken


def test_every_link_leads_to_a_page_and_every_anchor_is_there(built: Path) -> None:
    assert broken_links(built) == []


def test_no_file_refers_to_another_host(built: Path) -> None:
    reference = re.compile(r"""(?:src|href|action)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import""")
    found = []
    for path in built.rglob("*"):
        if path.suffix in {".html", ".css"} or (path.suffix == ".js" and "sotay" in path.parts):
            text = re.sub(r'<link rel="canonical" href="https://sotay.example/[^"]*">', "", path.read_text("utf-8"))
            text = re.sub(r'<a class="voice__link" href="https://phananh.example/[^"]*"', "", text)
            found += [(path.relative_to(built), match[0]) for match in reference.finditer(text)]
    assert found == []


def test_no_page_has_inline_scripts_or_styles(built: Path) -> None:
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*(?:src=|application/ld\+json))", html), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html), path


@pytest.mark.parametrize("word", [INTERNAL, "HD-MC-09", "Sổ giữ khóa két", DRAFTED, "HD-MC-10", "còn dự thảo"])
def test_internal_documents_and_drafts_are_in_no_file(built: Path, word: str) -> None:
    assert [path for path in built.rglob("*") if path.is_file() and word.encode() in path.read_bytes()] == []


def test_a_page_states_exactly_which_version_it_is(built: Path) -> None:
    assert (
        "Bản 1.0 (lần ban hành 01, sửa đổi 00) của QT-HT-01 đang có hiệu lực từ ngày 01/07/2026, "
        "theo Quyết định số 15/QĐ-UBND ngày 15/06/2026 của Ủy ban nhân dân phường Đông Kinh; "
        "tính đến ngày 15/10/2026, theo kho tài liệu chưa gắn với phiên bản nào."
    ) in words(page(built, BIRTH))


def test_a_procedure_page_gives_the_facts_papers_steps_and_control_block(built: Path) -> None:
    text = words(page(built, BIRTH))
    for fact in (
        "Thời hạn 3 ngày làm việc", "Lệ phí Miễn phí", "Nộp tại Trung tâm Phục vụ hành chính công phường Đông Kinh",
        "thứ Hai – thứ Sáu: 7:30–11:30, 13:30–17:00", "Nhận được Giấy khai sinh", "Tờ khai 1 bản chính",
        "Công chức tư pháp – hộ tịch", "118/2025/NĐ-CP", "Soạn thảo Nguyễn Văn A", "Phê duyệt Lê Văn C Giám đốc",
        "Quyết định số 45/QĐ-STP", "Quyết định số 15/QĐ-UBND",
    ):  # fmt: skip
        assert fact in text, fact


def test_links_between_documents_lead_to_the_same_site_and_nowhere_if_not_public(built: Path) -> None:
    html = page(built, BIRTH)
    assert '<a href="../QT-HT-02/">kết hôn</a>' in html
    assert '<a href="../QT-HT-02/" title="Đăng ký kết hôn">QT-HT-02</a>' in html
    assert "Cách ghi sổ nêu trong một tài liệu khác." in html


def test_own_terms_stand_beside_the_national_ones(built: Path) -> None:
    text = words(page(built, MARRIAGE))
    assert "Thời hạn 2 ngày làm việc" in text
    assert "2 ngày làm việc thay cho 3 ngày làm việc của quy định chung" in text
    assert "30/QĐ-UBND" in text
    assert "3 ngày làm việc" in words(page(built, "thu-tuc/QT-HT-02"))


@pytest.mark.parametrize("address", ["QT-HT-01", "1.000894", "2.000806"])
def test_the_other_addresses_of_a_procedure_lead_to_it(built: Path, address: str) -> None:
    html = page(built, f"{COMMUNE}/thu-tuc/{address}")
    target = re.search(r'content="0; url=([^"]+)"', html)
    assert target
    assert (built / COMMUNE / "thu-tuc" / address / target[1] / "index.html").is_file()


def test_a_future_version_is_announced_and_in_force_when_its_day_has_come(province: Path, built: Path) -> None:
    html = page(built, f"{COMMUNE}/thu-tuc/1.003583")
    assert "Chưa áp dụng: có hiệu lực từ 01/03/2027" in html
    assert "Đang có hiệu lực" not in html
    later = built.parent / "later"
    assert build_here(province, COMMUNE, later, as_of=LATER) == ""
    assert "Đang có hiệu lực từ 01/03/2027" in page(later, "thu-tuc/1.003583")


def test_a_withdrawn_procedure_says_so_folds_its_content_and_names_what_comes_instead(built: Path) -> None:
    html = page(built, f"{COMMUNE}/thu-tuc/1.000656")
    assert "Đã bãi bỏ từ 01/10/2026" in html
    assert "Đang có hiệu lực" not in html
    assert '<a href="../1.003583/">Đăng ký khai sinh lưu động</a>' in html
    assert html.index("<details") < html.index('class="facts"') < html.index("</details>")


def test_the_register_lists_public_documents_with_their_marks(built: Path) -> None:
    text = words(page(built, f"{COMMUNE}/danh-muc"))
    assert "5 tài liệu công khai" in text
    for word in ("QT-HT-01", "BM-MC-01", "Áp dụng từ 01/03/2027", "Đã bãi bỏ từ 01/10/2026", "15/QĐ-UBND", "Lê Văn C"):
        assert word in text, word


def test_the_portal_says_who_does_a_procedure(built: Path) -> None:
    html = page(built, "thu-tuc/1.001193")
    assert f'<a href="../../{COMMUNE}/thu-tuc/1.001193/">UBND phường Đông Kinh</a>' in html
    assert f"../../{OWNER}/" not in html.split("p-noi-lam")[1].split("</section>")[0]


def test_two_agencies_built_in_one_process_do_not_leak_into_each_other(built: Path) -> None:
    assert not (built / OWNER / "tai-lieu" / "STCL-DK-01").exists()
    assert "30/QĐ-UBND" not in page(built, f"{OWNER}/thu-tuc/QT-HT-02")
    assert "Đông Kinh" not in words(page(built, f"{OWNER}/gioi-thieu"))
    assert "90/QĐ-STP" not in page(built, f"{COMMUNE}/danh-muc")


def test_the_notice_stands_on_every_page(built: Path) -> None:
    for path in built.rglob("*.html"):
        if "http-equiv" not in (html := path.read_text(encoding="utf-8")):
            assert "Bản minh họa phần mềm." in html, path


def test_the_sitemap_names_pages_but_no_redirects(built: Path) -> None:
    sitemap = (built / COMMUNE / "sitemap.xml").read_text(encoding="utf-8")
    assert f"https://sotay.example/{COMMUNE}/thu-tuc/1.001193/" in sitemap
    assert "thu-tuc/QT-HT-01/" not in sitemap


def test_the_description_of_a_procedure_keeps_the_capitals_of_names(built: Path) -> None:
    html = page(built, BIRTH)
    described = html.split('<meta name="description" content="')[1].split('"')[0]
    assert described.startswith("Đăng ký khai sinh: thời hạn ")
    assert re.search("; nộp tại [A-ZĐỦ]", described)
    assert re.search("; lệ phí [a-zđ]", described)
