"""Nothing internal is in any file of the public edition, however it is written; the internal one has it, and says so."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from sotay.text.fold import fold
from sotay.text.search_key import plain_key
from tests.site.test_accessibility import faults
from tests.support.browsing import served
from tests.support.builders import COMMUNE, OWNER
from tests.support.editions import CODES, INTERNAL, NOWHERE, SHOWN, a_province_with_secrets
from tests.support.leaks import leaks
from tests.support.released import release

SENTENCE = 'Chìa khóa "két" & ngăn kéo'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_province_with_secrets(tmp_path_factory.mktemp("secrets") / "kho")


@pytest.fixture(scope="module")
def public(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public") / "site"
    release(root, out)
    return out


@pytest.fixture(scope="module")
def internal(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("internal") / "site"
    release(root, out, "--edition", "internal")
    return out


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "written",
    [
        SENTENCE,
        escape(SENTENCE),
        escape(escape(SENTENCE)),
        quote(SENTENCE),
        json.dumps({"text": SENTENCE}),
        json.dumps({"text": SENTENCE}, ensure_ascii=False),
        json.dumps({"html": f"<p>{escape(SENTENCE)}</p>"}),
        fold(SENTENCE),
        SENTENCE.upper(),
        "<del>Chìa</del> <ins>khóa</ins> <b>&#34;két</b>&quot; &amp; ngăn\n kéo",
    ],
)
def test_a_leak_is_found_however_it_is_written(tmp_path: Path, written: str) -> None:
    for place, content in {
        "a.html": written.encode(),
        "b.gz": gzip.compress(written.encode()),
        "c/d.xml": f"<x>{written}</x>".encode(),
    }.items():
        folder = tmp_path / place.replace("/", "-")
        path = folder / place
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        with zipfile.ZipFile(path.with_name("p.docx"), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("inner.xml", written)
        assert leaks(folder, {"it": SENTENCE}) == {"it": place}
        path.unlink()
        assert leaks(folder, {"it": SENTENCE})["it"].endswith("p.docx")
        assert leaks(folder, {"other": "Câu khác hẳn"}) == {}


def test_nothing_internal_is_in_any_file_of_the_public_edition(public: Path) -> None:
    assert leaks(public, {**INTERNAL, **CODES, **NOWHERE}) == {}


def test_the_open_data_are_among_what_is_searched_and_tell_what_is_internal_only_to_staff(
    public: Path, internal: Path
) -> None:
    for name in ("index.json", "procedures.json", "legal.json", "thu-tuc.csv", f"{OWNER}.json", "cpsv-ap.ttl"):
        assert (public / "api" / name).is_file()
    assert {*INTERNAL} & leaks(internal / "api", INTERNAL).keys() >= {
        "title of an internal document",
        "fee of an internal procedure",
        "paper of an internal procedure",
        "step of an internal procedure",
    }


def test_the_words_of_the_public_index_of_search_stand_on_public_pages(public: Path, internal: Path) -> None:
    """The index holds the papers of dossiers word by word, so that no sentence of them would be found in it."""
    pages = (path.read_text(encoding="utf-8") for path in public.rglob("*.html"))
    words = set(plain_key(" ".join(unescape(re.sub(r"<[^>]*>", " ", text)) for text in pages)).split())
    for site in ("", OWNER):
        assert _terms(public / site) <= words
        assert not _terms(internal / site) <= words


def _terms(site: Path) -> set[str]:
    return set(json.loads((site / "tim-kiem/index.json").read_text(encoding="utf-8"))["terms"].split())


def test_the_search_would_have_found_it(internal: Path) -> None:
    assert {*INTERNAL, *CODES} - leaks(internal, {**INTERNAL, **CODES}).keys() == set()


def test_what_is_decided_by_nobody_and_what_is_said_aside_is_in_no_edition(internal: Path) -> None:
    assert leaks(internal, NOWHERE) == {}


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_what_is_public_is_in_both_editions(edition: str, request: pytest.FixtureRequest) -> None:
    assert {*SHOWN} - leaks(request.getfixturevalue(edition), SHOWN).keys() == set()


def test_a_public_document_does_not_show_or_announce_its_internal_versions(public: Path, internal: Path) -> None:
    was_internal, will_be = f"{OWNER}/tai-lieu/HD-MC-02", f"{OWNER}/tai-lieu/HD-MC-04"
    assert [path.name for path in sorted((public / was_internal / "v").iterdir())] == ["1.1"]
    assert [path.name for path in sorted((public / will_be / "v").iterdir())] == ["1.0"]
    assert "bản 1.1" not in page(public, will_be)
    assert "áp dụng bản 1.1" in page(internal, will_be)
    assert not (public / was_internal / "so-sanh").exists()


def test_a_document_that_is_internal_now_is_gone_with_all_its_versions_at_every_agency(
    public: Path, internal: Path
) -> None:
    for agency in (OWNER, COMMUNE):
        assert (internal / agency / "tai-lieu/HD-MC-03/index.html").is_file()
        assert not (public / agency / "tai-lieu/HD-MC-03").exists()


def test_a_comparison_of_public_versions_does_not_name_what_is_internal_now(public: Path, internal: Path) -> None:
    comparison = f"{OWNER}/tai-lieu/HD-MC-05/so-sanh/1.0..1.1"
    assert "HD-MC-03" in page(internal, comparison)
    assert "tài liệu bị thay thế" not in page(public, comparison)
    model = f"{OWNER}/tai-lieu/CSCL-STP-01/so-sanh/1.0..1.1"
    assert "MH-STP-01" in page(internal, model)
    assert "cam kết" in page(public, model)


def test_no_link_of_the_public_edition_leads_nowhere(public: Path) -> None:
    for path in public.rglob("*.html"):
        for href in _links(path.read_text(encoding="utf-8")):
            target = (path.parent / href).resolve()
            assert target.is_file() or (target / "index.html").is_file(), f"{path}: {href}"


def _links(html: str) -> list[str]:
    found = (part.partition('"')[0] for part in html.split('href="')[1:])
    return [re.split("[?#]", href)[0] for href in found if not href.startswith(("https:", "mailto:", "tel:", "/"))]


def test_every_page_of_the_internal_edition_says_so_and_keeps_search_engines_out(public: Path, internal: Path) -> None:
    pages = sorted(internal.rglob("*.html"))
    assert len(pages) > len(sorted(public.rglob("*.html"))) > 30
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "Bản nội bộ" in text, path
        assert '<meta name="robots" content="noindex' in text, path
    assert not list(internal.rglob("sitemap.xml*"))
    assert leaks(public, {"it": "Bản nội bộ", "notes": "Ghi chú nội bộ", "records": "ho-so/"}) == {}


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_the_manifest_says_which_edition_it_is(edition: str, request: pytest.FixtureRequest) -> None:
    manifest = json.loads((request.getfixturevalue(edition) / "release.json").read_text(encoding="utf-8"))
    assert manifest["edition"] == edition
    internal_items = [
        item for taken in manifest["decisions"] if taken["number"] == "68/QĐ-STP" for item in taken["documents"]
    ]
    assert bool(internal_items) == (edition == "internal")


def test_the_records_of_an_agency_stand_by_kind_and_each_has_a_page(internal: Path) -> None:
    listed, record = page(internal, f"{OWNER}/ho-so"), page(internal, f"{OWNER}/ho-so/2026/su-co")
    assert listed.index("Đánh giá nội bộ") < listed.index("Sự không phù hợp") < listed.index("Đào tạo, bồi dưỡng")
    assert f'<a href="2026/su-co/">{INTERNAL["title of a record"]}</a>' in listed
    assert "Hạn 01/10/2026" in listed
    assert "quá hạn" in listed
    assert '<a class="nowrap" href="../../../tai-lieu/HD-MC-09/"' in record
    assert '<a href="bien-ban-kin.docx" download>' in record
    assert page(internal, f"{COMMUNE}/ho-so").count("Chưa có hồ sơ nào.") == 6


def test_notes_to_staff_stand_on_the_current_page_apart_from_the_text(internal: Path) -> None:
    note = INTERNAL["note to staff on a procedure"]
    for address in ("thu-tuc/1.005555", f"{OWNER}/thu-tuc/1.005555"):
        text = unescape(page(internal, address))
        assert text.index("Ghi chú nội bộ") < text.index(note)
    assert note not in unescape(page(internal, "thu-tuc/1.005555/v/1.1"))


def test_the_register_marks_what_is_internal(internal: Path) -> None:
    row = page(internal, f"{OWNER}/danh-muc").partition(">HD-MC-09<")[2].partition("</tr>")[0]
    assert '<span class="mark">nội bộ</span>' in row
    other = page(internal, f"{OWNER}/danh-muc").partition(">HD-MC-05<")[2].partition("</tr>")[0]
    assert "nội bộ" not in other


def test_axe_finds_nothing_on_the_pages_that_only_the_staff_sees(browser: Browser, internal: Path) -> None:
    addresses = [f"{OWNER}/{name}/" for name in ("ho-so", "ho-so/2026/su-co", "thu-tuc/1.005555", "danh-muc")]
    with served(internal) as address:
        wide = browser.new_page(viewport={"width": 1280, "height": 800})
        dark = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 800})
        for name in addresses:
            assert faults(wide, f"{address}/{name}") == [], name
            assert faults(dark, f"{address}/{name}", "color-contrast") == [], name
            assert dark.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        wide.close()
        dark.close()
