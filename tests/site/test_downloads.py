"""What a form offers for download: the approved bytes, and nothing that merely lies about."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

from tests.support.builders import COMMUNE, OWNER
from tests.support.province import a_province, build_here, settle

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
FORM = "tai-lieu/BM-MC-01"


def a_word_file(path: Path, text: str = "Giấy hẹn") -> str:
    """Write a Word file; return its hash."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", f"<document>{text}</document>")
    return f"sha256:{sha256(path.read_bytes()).hexdigest()}"


def a_province_with_a_file(root: Path, **keys: object) -> Path:
    """A province whose form is attached to a Word file, which its decisions cover."""
    file = root.parent / "BM-MC-01.docx"
    archive = a_province()
    attachments = [{"file": file.name, "sha256": a_word_file(file)}]
    archive.form("BM-MC-01", title="Giấy hẹn trả kết quả", attachments=attachments, **keys)
    shared = ("QT-HT-01", "QT-HT-02", "QT-HT-04", "BM-MC-01")
    archive.issue(*shared, "HD-MC-09", serial="45").adopt(*shared, serial="15")
    root.mkdir()
    settle(archive, root)
    file.rename(form_in(root).with_suffix(".docx"))
    return root


def form_in(root: Path) -> Path:
    return next(root.glob("procedures/**/BM-MC-01.md"))


def test_the_page_of_a_form_offers_its_approved_file_on_every_site(tmp_path: Path) -> None:
    root = a_province_with_a_file(tmp_path / "kho")
    for agency in (OWNER, COMMUNE):
        out = tmp_path / agency
        assert build_here(root, agency, out) == ""
        offered = out / FORM / "BM-MC-01.docx"
        assert offered.read_bytes() == form_in(root).with_suffix(".docx").read_bytes()
        page = (out / FORM / "index.html").read_text(encoding="utf-8")
        assert '<a href="BM-MC-01.docx" download>BM-MC-01.docx</a> (Word, 1 KB)' in page
        procedure = (out / "thu-tuc/1.001193/index.html").read_text(encoding="utf-8")
        assert f'href="../../{FORM}/BM-MC-01.docx" download>Tải tệp Word</a> (1 KB)' in procedure


def test_a_form_without_a_file_offers_none(built: Path) -> None:
    assert "download>" not in (built / OWNER / FORM / "index.html").read_text(encoding="utf-8")


def test_a_file_that_lies_about_is_not_published(tmp_path: Path) -> None:
    root = settle(a_province(), tmp_path)
    docs = root / "sites" / OWNER / "docs"
    a_word_file(docs / "ban-nhap.docx")
    for name in ("so-do.svg", "logo.svg", "nen.svg"):
        (docs / name).write_text("<svg/>", encoding="utf-8")
    (docs / "them.css").write_text("body { background: url(nen.svg) }\n", encoding="utf-8")
    out = tmp_path / "site"
    build_here(root, OWNER, out)
    assert not list(out.rglob("*.docx"))
    assert not (out / "so-do.svg").exists(), "a picture that no page shows may belong to a draft"
    assert all((out / name).is_file() for name in ("logo.svg", "nen.svg", "them.css")), "what a look is made of is"
