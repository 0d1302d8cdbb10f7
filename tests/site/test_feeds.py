"""The feeds of the sites: valid Atom (RFC 4287), linked from the pages, and the same whenever they are written."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.site.test_pages import page
from tests.support.builders import COMMUNE, OWNER
from tests.support.command import edit
from tests.support.past import BEHIND, with_a_past
from tests.support.province import a_province, build_here, settle

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://sotay.example/"
BIRTH = "thu-tuc/1.001193"
TAG = re.compile(r"tag:sotay\.example,\d{4}-\d{2}-\d{2}:[\w.%/-]+", re.ASCII)


def feed(folder: Path, address: str = "") -> ET.Element:
    return ET.parse(folder / address / "feed.xml").getroot()  # noqa: S314 - our own file


def text(element: ET.Element, name: str) -> str:
    (found,) = element.findall(ATOM + name)
    assert found.text
    return found.text


def titles(root: ET.Element) -> list[str]:
    return [text(entry, "title") for entry in root.findall(ATOM + "entry")]


@pytest.mark.parametrize("address", ["", BIRTH, "thu-tuc/1.000656", COMMUNE, OWNER, BEHIND])
def test_a_feed_has_what_the_standard_asks_for(told: Path, address: str) -> None:
    root = feed(told, address)
    assert root.tag == f"{ATOM}feed"
    assert text(root, "id") == f"{ADDRESS}{address}/feed.xml".replace("example//", "example/")
    assert text(root.find(f"{ATOM}author") or root, "name")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == text(root, "id")
    assert (told / urlsplit(links["alternate"] or "").path.strip("/") / "index.html").is_file()
    moments = [text(entry, "updated") for entry in root.findall(f"{ATOM}entry")]
    assert text(root, "updated") == max(moments)
    assert moments == sorted(moments, reverse=True)


def test_every_entry_names_itself_its_days_and_a_page_that_is_there(told: Path) -> None:
    found = list(told.rglob("feed.xml"))
    assert len(found) > 5
    for path in found:
        entries = ET.parse(path).getroot().findall(f"{ATOM}entry")  # noqa: S314 - our own file
        names = [text(entry, "id") for entry in entries]
        assert len(names) == len(set(names))
        for entry in entries:
            assert TAG.fullmatch(text(entry, "id"))
            published, updated = (datetime.fromisoformat(text(entry, name)) for name in ("published", "updated"))
            assert published <= updated
            assert published.utcoffset() is not None
            assert text(entry, "title")
            assert text(entry, "summary")
            (link,) = entry.findall(f"{ATOM}link")
            target = urlsplit(link.get("href") or "")
            assert f"{target.scheme}://{target.netloc}/" == ADDRESS
            assert (told / target.path.strip("/") / "index.html").is_file(), target.path


def test_a_procedure_tells_its_versions_in_words(told: Path) -> None:
    root = feed(told, BIRTH)
    assert titles(root) == [
        "Đăng ký khai sinh: sẽ áp dụng bản 2.0 từ 01/03/2027",
        "Đăng ký khai sinh: áp dụng bản 1.1 từ 01/09/2026",
        "Đăng ký khai sinh: áp dụng bản 1.0 từ 01/07/2026",
    ]
    upcoming, second, _ = (text(entry, "summary") for entry in root.findall(f"{ATOM}entry"))
    assert "Thời hạn giải quyết: 3 ngày làm việc → 1 ngày làm việc." in upcoming
    assert "Bỏ tờ khai khi thông tin đã có trong cơ sở dữ liệu. Bớt 1 giấy tờ: Tờ khai." in second
    assert "theo Quyết định số 60/QĐ-STP ngày 15/08/2026 của Sở Tư pháp tỉnh Lạng Sơn." in second


def test_a_version_is_the_same_entry_before_and_after_it_takes_effect(past: Path, told: Path, tmp_path: Path) -> None:
    assert build_here(past, "portal", tmp_path / "site", as_of=date(2027, 3, 1)) == ""
    before, after = (feed(folder, BIRTH).findall(f"{ATOM}entry")[0] for folder in (told, tmp_path / "site"))
    assert text(before, "id") == text(after, "id")
    assert text(before, "updated") == "2026-10-01T00:00:00+07:00"
    assert text(after, "updated") == "2027-03-01T00:00:00+07:00"
    assert text(after, "title") == "Đăng ký khai sinh: áp dụng bản 2.0 từ 01/03/2027"


def test_withdrawals_are_told(told: Path) -> None:
    assert titles(feed(told, "thu-tuc/1.000656"))[0] == "Đăng ký khai tử: bãi bỏ từ 01/10/2026"
    assert "Đăng ký khai tử: bãi bỏ từ 01/10/2026" in titles(feed(told))
    assert "Đăng ký khai tử: bãi bỏ từ 01/10/2026" in titles(feed(told, COMMUNE))


def test_an_agency_tells_what_it_adopted_and_nothing_of_others(told: Path) -> None:
    assert "Đăng ký khai sinh: áp dụng bản 1.1 từ 01/09/2026" in titles(feed(told, COMMUNE))
    assert "Đăng ký khai sinh: áp dụng bản 1.1 từ 01/09/2026" not in titles(feed(told, BEHIND))


def test_a_change_is_the_same_entry_in_every_feed_that_tells_it(told: Path) -> None:
    portal, owner = ({text(e, "id") for e in feed(told, name).findall(f"{ATOM}entry")} for name in ("", OWNER))
    assert {text(entry, "id") for entry in feed(told, BIRTH).findall(f"{ATOM}entry")} <= portal & owner


def test_pages_name_their_feeds_in_the_head(told: Path) -> None:
    assert 'type="application/atom+xml" title="Thay đổi thủ tục của tỉnh Lạng Sơn" href="feed.xml"' in page(told, "")
    procedure = page(told, BIRTH)
    assert 'title="Thay đổi thủ tục của tỉnh Lạng Sơn" href="../../feed.xml"' in procedure
    assert 'title="Thay đổi của thủ tục Đăng ký khai sinh" href="feed.xml"' in procedure
    assert 'href="../../feed.xml"' in page(told, f"{COMMUNE}/{BIRTH}")


def test_the_same_province_gives_the_same_feeds_byte_for_byte(told: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    root = with_a_past(tmp_path / "again")
    assert build_here(root, "portal", tmp_path / "site") == ""
    for path in (tmp_path / "site").rglob("feed.xml"):
        assert path.read_bytes() == (told / path.relative_to(tmp_path / "site")).read_bytes()


def test_a_site_without_an_address_has_no_feed_and_names_none(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    root = settle(a_province(), tmp_path / "kho")
    edit(root / "mkdocs.yml", "site_url: https://sotay.example/\n", "")
    assert build_here(root, "portal", tmp_path / "site") == ""
    assert list((tmp_path / "site").rglob("feed.xml")) == []
    assert "atom+xml" not in page(tmp_path / "site", BIRTH)
