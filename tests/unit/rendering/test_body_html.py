"""The text of a document as HTML: which links live, and which become plain words."""

from __future__ import annotations

import pytest

from sotay.markup.markdown import parse_body
from sotay.rendering.addresses import Addresses, Standpoint, relative
from sotay.rendering.body_html import LinkTargets, body_html
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

PAGES = {"tiep-can": "tiep-can/"}


def standpoint(agency: str | None = COMMUNE, address: str = "thu-tuc/1.000894/") -> Standpoint:
    archive = Archive().procedure("QT-HT-01").document("HD-MC-01").document("HD-MC-09", access="internal")
    archive.issue("QT-HT-01", "HD-MC-01", "HD-MC-09").adopt("QT-HT-01")
    return Standpoint(Addresses(publish_province(archive.examined(), None)), agency, address)


def html(text: str, **targets: object) -> str:
    return str(body_html(parse_body(text), LinkTargets(standpoint(), **targets))).strip()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](QT-HT-01)", '<p><a href="../1.001193/">a</a></p>'),
        ("[a](QT-HT-01#ho-so)", '<p><a href="../1.001193/#ho-so">a</a></p>'),
        ("[a](#ho-so)", '<p><a href="#ho-so">a</a></p>'),
        ("[a](HD-MC-01)", '<p><a href="../../../so-tu-phap/tai-lieu/HD-MC-01/">a</a></p>'),
        ("[a](HD-MC-09)", "<p>a</p>"),
        ("[a](QT-XX-99)", "<p>a</p>"),
        ("[**a**](HD-MC-09) b", "<p><strong>a</strong> b</p>"),
        ("[a](https://example.org)", "<p>a</p>"),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](//example.org)", "<p>a</p>"),
        ("[a](../../bi-mat.md)", "<p>a</p>"),
        ("![b](https://example.org/b.png)", "<p>b</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("Xem QT-HT-01.", '<p>Xem <a href="../1.001193/" title="Hướng dẫn tiếp nhận hồ sơ">QT-HT-01</a>.</p>'),
        ("Số 45/QT-HT-01", "<p>Số 45/QT-HT-01</p>"),
        ("`QT-HT-01`", "<p><code>QT-HT-01</code></p>"),
        ("# QT-HT-01", '<h1 id="qt-ht-01">QT-HT-01</h1>'),
    ],
)
def test_a_link_leads_to_what_is_public_or_is_plain_words(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_document_does_not_link_to_itself() -> None:
    assert html("Theo QT-HT-01.", own_code="QT-HT-01") == "<p>Theo QT-HT-01.</p>"


def test_hand_written_pages_link_to_each_other_and_show_the_pictures_beside_them() -> None:
    assert html("[a](tiep-can.md)", pages=PAGES) == '<p><a href="../../tiep-can/">a</a></p>'
    assert 'src="../../anh/so-do.png"' in html("![Sơ đồ](anh/so-do.png)", pictures=True)
    assert html("![Sơ đồ](../../bi-mat.png)", pictures=True) == "<p>Sơ đồ</p>"


def test_a_table_scrolls_in_its_own_box() -> None:
    assert html("| a |\n|---|\n| b |").startswith('<div class="scroll" tabindex="0"')


def test_rendering_leaves_the_checked_text_as_it_is() -> None:
    body = parse_body("[a](HD-MC-09) QT-HT-01")
    before = [token.as_dict() for token in body.tokens]
    body_html(body, LinkTargets(standpoint()))
    assert [token.as_dict() for token in body.tokens] == before


@pytest.mark.parametrize(
    ("start", "target", "link"),
    [("", "", "./"), ("a/b/", "", "../../"), ("", "a/", "a/"), ("a/b/", "a/c/", "../c/"), ("x/a/", "y/", "../../y/")],
)
def test_links_are_relative_in_any_folder(start: str, target: str, link: str) -> None:
    assert relative(start, target) == link
