"""A feed as Atom: whatever words it holds, it is XML that says them."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sotay.rendering.feeds.atom import atom
from sotay.rendering.feeds.feed import Feed, FeedEntry

ATOM = "{http://www.w3.org/2005/Atom}"
SIGNED, STARTS = date(2026, 8, 15), date(2026, 9, 1)


def a_feed(title: str = "Thay đổi", summary: str = "Bớt 1 giấy tờ.") -> Feed:
    entry = FeedEntry("so-tu-phap/2026/60/QĐ-STP/QT-HT-01/1.1", title, summary, "thu-tuc/x/v/1.1/", SIGNED, STARTS)
    return Feed("thu-tuc/x/feed.xml", title, "Sở Tư pháp", "", "thu-tuc/x/", (entry,))


def parsed(feed: Feed, site_url: str = "https://sotay.example/") -> ET.Element:
    return ET.fromstring(atom(feed, site_url))  # noqa: S314 - our own text


def found(root: ET.Element, path: str) -> str:
    element = root.find("/".join(ATOM + part for part in path.split("/")))
    assert element is not None
    return element.text or ""


@given(st.text(), st.text())
def test_any_words_come_back_but_what_xml_cannot_hold(title: str, summary: str) -> None:
    root = parsed(a_feed(title, summary))
    for words, path in ((title, "entry/title"), (summary, "entry/summary")):
        kept = "".join(sign for sign in words if sign in "\t\n\r" or ("\x20" <= sign not in "\ufffe\uffff"))
        assert found(root, path) == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_addresses_are_absolute_below_wherever_the_site_is() -> None:
    root = parsed(a_feed(), "https://langson.example/sotay/")
    assert found(root, "id") == "https://langson.example/sotay/thu-tuc/x/feed.xml"
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert links[1:] == [
        "https://langson.example/sotay/thu-tuc/x/",
        "https://langson.example/sotay/thu-tuc/x/v/1.1/",
    ]


def test_an_entry_is_named_by_a_tag_that_no_port_and_no_path_changes() -> None:
    names = {
        found(parsed(a_feed(), url), "entry/id") for url in ("http://sotay.example:8000/", "https://sotay.example/a/")
    }
    assert names == {"tag:sotay.example,2026-08-15:so-tu-phap/2026/60/Q%C4%90-STP/QT-HT-01/1.1"}


def test_days_become_moments_in_vietnam() -> None:
    root = parsed(a_feed())
    assert found(root, "entry/published") == "2026-08-15T00:00:00+07:00"
    assert found(root, "updated") == found(root, "entry/updated") == "2026-09-01T00:00:00+07:00"
