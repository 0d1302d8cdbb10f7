"""The pages of versions: history, every version, every two compared; what leads there, and what they never say."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tests.site.test_pages import Links, broken_links, page, words
from tests.support.builders import COMMUNE, OWNER
from tests.support.command import REPOSITORY
from tests.support.past import BEHIND, GONE, SITES
from tests.support.province import build_here

BIRTH = "thu-tuc/1.001193"
FORM = f"{OWNER}/tai-lieu/BM-MC-01"
VERSIONS = ("1.0", "1.1", "2.0")


def test_every_version_and_every_pair_has_its_page_once_where_the_document_is_at_home(told: Path) -> None:
    assert {path.name for path in (told / BIRTH / "v").iterdir()} == set(VERSIONS)
    pairs = {f"{old}..{new}" for old, new in combinations(VERSIONS, 2)}
    assert {path.name for path in (told / BIRTH / "so-sanh").iterdir()} == pairs
    assert {path.name for path in (told / FORM / "v").iterdir()} == {"1.0", "1.1"}
    for agency in (COMMUNE, BEHIND, GONE):
        assert not list((told / agency).rglob("lich-su"))


@pytest.mark.parametrize(
    ("version", "sentence", "notice"),
    [
        (
            "1.0",
            (
                "Bản 1.0 (lần ban hành 01, sửa đổi 00) của QT-HT-01 đã được thay thế: có hiệu lực từ ngày 01/07/2026, "
                "theo Quyết định số 45/QĐ-STP ngày 15/06/2026 của Sở Tư pháp tỉnh Lạng Sơn, đến hết ngày 31/08/2026, "
                "do Quyết định số 60/QĐ-STP ngày 15/08/2026 của Sở Tư pháp tỉnh Lạng Sơn thay bằng bản khác;"
            ),
            (
                "Bản này không còn hiệu lực. Được thay theo Quyết định số 60/QĐ-STP ngày 15/08/2026 "
                "của Sở Tư pháp tỉnh Lạng Sơn. Ngày 15/10/2026 còn áp dụng tại UBND phường Tam Thanh."
            ),
        ),
        (
            "1.1",
            (
                "Bản 1.1 (lần ban hành 01, sửa đổi 01) của QT-HT-01 đang có hiệu lực từ ngày 01/09/2026, "
                "theo Quyết định số 60/QĐ-STP ngày 15/08/2026 của Sở Tư pháp tỉnh Lạng Sơn, đến hết ngày 28/02/2027, "
                "do Quyết định số 70/QĐ-STP ngày 01/10/2026 của Sở Tư pháp tỉnh Lạng Sơn thay bằng bản khác;"
            ),
            "Bản 1.1 đang có hiệu lực.",
        ),
        (
            "2.0",
            (
                "Bản 2.0 (lần ban hành 02, sửa đổi 00) của QT-HT-01 chưa áp dụng, có hiệu lực từ ngày 01/03/2027, "
                "theo Quyết định số 70/QĐ-STP ngày 01/10/2026 của Sở Tư pháp tỉnh Lạng Sơn;"
            ),
            "Bản này chưa áp dụng; có hiệu lực từ ngày 01/03/2027. Đang có hiệu lực ngày 15/10/2026: bản 1.1",
        ),
    ],
)
def test_a_version_says_exactly_how_it_stands(told: Path, version: str, sentence: str, notice: str) -> None:
    text = words(page(told, f"{BIRTH}/v/{version}"))
    assert sentence in text
    assert notice in text.replace(" .", ".")


def test_a_version_shows_its_own_text_and_facts(told: Path) -> None:
    first, second, third = (words(page(told, f"{BIRTH}/v/{version}")) for version in VERSIONS)
    assert "kiểm tra tờ khai trong ngày làm việc" in first
    assert "kiểm tra tờ khai ngay khi nhận" in second
    assert "Tờ khai 1 bản chính" in first
    assert "Tờ khai 1 bản chính" not in second
    assert "Thời hạn 3 ngày làm việc" in second
    assert "Thời hạn 1 ngày làm việc" in third
    assert "Thời hạn 3 ngày làm việc" in words(page(told, BIRTH)), "what is upcoming does not count yet"


def test_papers_are_ticked_off_on_the_page_of_what_holds_alone(told: Path) -> None:
    assert "paper__tick" in page(told, BIRTH)
    for version in VERSIONS:
        assert "paper__tick" not in page(told, f"{BIRTH}/v/{version}")


def test_a_version_that_is_not_in_force_leads_to_the_one_that_is(told: Path) -> None:
    for version in ("1.0", "2.0"):
        html = page(told, f"{BIRTH}/v/{version}")
        notice = html.split('class="gone gone--')[1].split("</div>")[0]
        assert '<a href="../1.1/">bản 1.1</a>' in notice
        assert '<a href="../../lich-su/">Lịch sử các bản</a>' in notice


def test_search_engines_are_told_to_prefer_the_current_page(told: Path) -> None:
    current = f'<link rel="canonical" href="https://sotay.example/{BIRTH}/">'
    for version in VERSIONS:
        assert current in page(told, f"{BIRTH}/v/{version}")
    assert '<meta name="robots" content="noindex">' in page(told, f"{BIRTH}/so-sanh/1.0..1.1")
    sitemap = (told / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{BIRTH}/lich-su/" in sitemap
    assert "/v/" not in sitemap
    assert "/so-sanh/" not in sitemap
    index = (told / "tim-kiem" / "index.json").read_text(encoding="utf-8")
    assert BIRTH.rpartition("/")[2] in index
    assert not re.search(r"/(v|so-sanh|lich-su)/", index)


def test_the_history_tells_each_version_with_decision_dates_approver_and_change(told: Path) -> None:
    text = words(page(told, f"{BIRTH}/lich-su"))
    first, second, third = text.index("Bản 1.0 lần ban"), text.index("Bản 1.1 lần ban"), text.index("Bản 2.0 lần ban")
    assert third < second < first
    assert "Chưa áp dụng Từ 01/03/2027 Rút ngắn thời hạn còn 1 ngày làm việc." in text[third:second]
    assert "Thời hạn giải quyết: 3 ngày làm việc → 1 ngày làm việc." in text[third:second]
    assert "Đang có hiệu lực Từ 01/09/2026 đến hết 28/02/2027" in text[second:first]
    assert "Bớt 1 giấy tờ: Tờ khai." in text[second:first]
    assert "Quyết định số 60/QĐ-STP ngày 15/08/2026" in text[second:first]
    assert "Lê Văn C, Giám đốc ký; Lê Văn C phê duyệt" in text[second:first]


def test_the_history_says_which_agency_applies_which_version(told: Path) -> None:
    text = words(page(told, f"{BIRTH}/lich-su").split('id="ap-dung"')[1])
    assert "UBND phường Đông Kinh 1.1 Từ 01/09/2026 61/QĐ-UBND Bản 1.0 từ 01/07/2026 đến hết 31/08/2026" in text
    assert "UBND phường Tam Thanh 1.0 chưa áp dụng bản 1.1 Từ 01/07/2026 16/QĐ-UBND" in text
    assert "UBND huyện Lộc Bình 1.0 Không còn áp dụng từ 01/09/2026 Từ 01/07/2026 đến hết 31/08/2026" in text


def test_a_withdrawal_is_a_step_of_the_history(told: Path) -> None:
    text = words(page(told, "thu-tuc/1.000656/lich-su"))
    assert "Bãi bỏ Đã bãi bỏ Từ 01/10/2026 Quyết định số 90/QĐ-STP ngày 01/10/2026" in text
    withdrawn = page(told, "thu-tuc/1.000656")
    assert '<a href="lich-su/">Lịch sử các bản</a>' in withdrawn.split('class="gone gone--')[1].split("</div>")[0]


def test_a_comparison_shows_both_versions_the_facts_and_the_words(told: Path) -> None:
    text = words(page(told, f"{BIRTH}/so-sanh/1.0..2.0"))
    assert "Bản 1.1: Bỏ tờ khai khi thông tin đã có trong cơ sở dữ liệu." in text
    assert "Bản 2.0: Rút ngắn thời hạn còn 1 ngày làm việc." in text
    assert "Kho lưu trữ" in text
    assert (
        "So sánh bản 1.0 (lần ban hành 01, sửa đổi 00) với bản 2.0 (lần ban hành 02, sửa đổi 00) của QT-HT-01; "
        "tính đến ngày 15/10/2026"
    ) in text


def test_every_pair_can_be_reached_without_scripts(told: Path) -> None:
    for place in (f"{BIRTH}/lich-su", f"{BIRTH}/so-sanh/1.0..1.1"):
        found = {(told / place / href).resolve() for href in Links(page(told, place)).hrefs}
        for old, new in combinations(VERSIONS, 2):
            assert (told / BIRTH / "so-sanh" / f"{old}..{new}").resolve() in found, (place, old, new)


def test_a_page_says_what_its_version_changed(told: Path) -> None:
    news = words(page(told, f"{COMMUNE}/{BIRTH}").split('id="p-co-gi-moi"')[1].split("</section>")[0])
    assert "Bỏ tờ khai khi thông tin đã có trong cơ sở dữ liệu." in news
    assert "Giấy tờ bắt đầu bỏ Tờ khai hết bỏ đã bỏ" in news
    assert 'id="p-co-gi-moi"' not in page(told, f"{BEHIND}/{BIRTH}"), "a first version changes nothing"


def test_an_agency_that_is_behind_says_so(told: Path) -> None:
    html = page(told, f"{BEHIND}/{BIRTH}")
    assert "UBND phường Tam Thanh đang áp dụng bản 1.0. Sở Tư pháp đã ban hành bản 1.1" in words(html)
    assert f'<a href="../../../{BIRTH}/so-sanh/1.0..1.1/">Có gì khác</a>' in html
    assert "còn áp dụng bản 1.0" in words(page(told, BIRTH))
    assert "đã ban hành bản" not in words(page(told, f"{COMMUNE}/{BIRTH}"))


def test_the_current_page_announces_the_next_version_and_leads_to_it(told: Path) -> None:
    html = page(told, BIRTH)
    assert "Từ 01/03/2027 áp dụng bản 2.0 (lần ban hành 02, sửa đổi 00), theo Quyết định số 70/QĐ-STP" in words(html)
    assert '<a href="v/2.0/">Xem bản này</a> · <a href="so-sanh/1.1..2.0/">Có gì thay đổi</a>' in html


def test_the_switch_leads_to_now_to_the_history_and_to_the_first_version(told: Path) -> None:
    switch = page(told, f"{COMMUNE}/{BIRTH}").split('<nav class="moment"')[1].split("</nav>")[0]
    assert '<a href="./" aria-current="page">Hiện hành</a>' in switch
    assert f'<a href="../../../{BIRTH}/lich-su/">Tại ngày khác</a>' in switch
    assert f'<a href="../../../{BIRTH}/v/1.0/">Ban hành lần đầu</a>' in switch
    assert 'data-periods="2026-07-01/2026-08-31/1.0 2026-09-01//1.1"' in switch


@pytest.mark.parametrize("tail", ["lich-su", "v/1.0", "v/2.0"])
def test_the_addresses_by_code_go_on_leading_to_the_versions(told: Path, tail: str) -> None:
    html = page(told, f"thu-tuc/QT-HT-01/{tail}")
    target = re.search(r'content="0; url=([^"]+)"', html)
    assert target
    assert (told / "thu-tuc/QT-HT-01" / tail / target[1]).resolve() == (told / BIRTH / tail).resolve()


def test_an_abolished_agency_applies_nothing_and_leads_to_its_successor(told: Path) -> None:
    home, procedure = page(told, GONE), page(told, f"{GONE}/{BIRTH}")
    closed = "Ủy ban nhân dân huyện Lộc Bình thôi hoạt động từ ngày 01/09/2026 và không còn áp dụng tài liệu nào ở đây."
    for html in (home, procedure):
        assert closed in words(html)
        assert "Đang có hiệu lực" not in html
    assert f'<a href="./../{COMMUNE}/">UBND phường Đông Kinh</a>' in home
    assert f'<a href="../../../{COMMUNE}/{BIRTH}/">Đăng ký khai sinh tại UBND phường Đông Kinh</a>' in procedure
    assert (
        "Bản 1.0 (lần ban hành 01, sửa đổi 00) của QT-HT-01 không còn áp dụng: có hiệu lực từ ngày 01/07/2026, "
        "theo Quyết định số 17/QĐ-UBND ngày 15/06/2026 của Ủy ban nhân dân huyện Lộc Bình, "
        "đến hết ngày 31/08/2026, ngày cuối Ủy ban nhân dân huyện Lộc Bình hoạt động;"
    ) in words(procedure)
    assert "Lộc Bình" not in page(told, "").split("<main")[1]
    assert "Đã thôi hoạt động" in words(page(told, "co-quan"))


def test_nobody_is_sent_to_the_counter_of_an_abolished_agency(told: Path) -> None:
    for place in ("", "gioi-thieu"):
        assert "Bộ phận Một cửa huyện" not in page(told, f"{GONE}/{place}")
    assert "Bộ phận Một cửa huyện" not in page(told, "co-quan")
    assert "Không còn thủ tục nào thực hiện tại đây" in words(page(told, GONE))


def test_on_a_day_of_the_past_only_what_was_decided_by_then_is_known(past: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build_here(past, "portal", out, as_of=date(2026, 8, 31)) == ""
    assert {path.name for path in (out / BIRTH / "v").iterdir()} == {"1.0", "1.1"}
    assert "Bản 1.0 đang có hiệu lực." in words(page(out, f"{BIRTH}/v/1.0"))
    assert "Bản này chưa áp dụng; có hiệu lực từ ngày 01/09/2026." in words(page(out, f"{BIRTH}/v/1.1"))
    assert "Bãi bỏ" not in words(page(out, "thu-tuc/1.000656/lich-su"))
    assert [path for path in out.rglob("*.html") if "70/QĐ-STP" in path.read_text(encoding="utf-8")] == []


def test_every_link_of_all_sites_leads_to_a_page(told: Path) -> None:
    assert broken_links(told) == []


def test_every_page_is_valid_html(told: Path) -> None:
    command = ["npx", "--no-install", "html-validate", "--formatter", "json", "--config", ".htmlvalidate.json"]
    done = subprocess.run(
        [*command, str(told)], cwd=REPOSITORY / "tests/web", capture_output=True, text=True, check=False
    )
    messages = [message for report in json.loads(done.stdout) for message in report["messages"]]
    assert {f"{message['ruleId']}: {message['message']}" for message in messages} == set()
    assert done.returncode == 0, done.stderr


def test_the_sites_of_the_story_are_all_built(told: Path) -> None:
    assert all((told / agency / "index.html").is_file() for agency in SITES)
