"""Files beside the texts are looked into without being trusted: real files, real damage."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from sotay.model.attachment import Attachment, Damage
from sotay.sources.attachments import LARGEST, read_attachment

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.{}.main+xml"/></Types>'
)
PLAIN = TYPES.format("openxmlformats-officedocument.wordprocessingml.document")
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def a_word_file(folder: Path, parts: Mapping[str, str] | None = None, types: str = PLAIN) -> Path:
    """A Word file with a document and further parts."""
    path = folder / "BM-MC-01.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("word/document.xml", f"<w:document {W}/>")
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return path


def linked_to(target: str) -> dict[str, str]:
    """The part of a Word file that says from which template it was made."""
    link = f'<Relationship Type="http://x/attachedTemplate" Target="{target}" TargetMode="External"/>'
    return {"word/_rels/settings.xml.rels": f"<Relationships>{link}</Relationships>"}


def looked_into(path: Path) -> Attachment:
    return read_attachment(path, path.name)


def written(folder: Path, name: str, content: bytes) -> Attachment:
    (folder / name).write_bytes(content)
    return looked_into(folder / name)


def test_a_plain_word_file_has_nothing_to_tell(tmp_path: Path) -> None:
    path = a_word_file(tmp_path)
    digest = f"sha256:{sha256(path.read_bytes()).hexdigest()}"
    assert looked_into(path) == Attachment("BM-MC-01.docx", path.stat().st_size, digest)


def test_the_name_is_the_one_within_the_repository(tmp_path: Path) -> None:
    found = read_attachment(a_word_file(tmp_path), "procedures/mot-cua/forms/BM-MC-01.docx")
    assert (found.folder, found.name, found.ending) == ("procedures/mot-cua/forms", "BM-MC-01.docx", "docx")


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": "code"},
        {"xl/macrosheets/sheet1.xml": "<x/>"},
        linked_to("https://example.org/a.dotm"),
    ],
)
def test_program_code_is_found(tmp_path: Path, parts: dict[str, str]) -> None:
    assert looked_into(a_word_file(tmp_path, parts)).has_macros


def test_a_file_that_says_to_have_macros_is_believed(tmp_path: Path) -> None:
    assert looked_into(a_word_file(tmp_path, types=TYPES.format("ms-word.document.macroEnabled"))).has_macros


def test_a_template_on_the_own_computer_is_no_program(tmp_path: Path) -> None:
    assert not looked_into(a_word_file(tmp_path, linked_to("file:///C:/Mau.dotx"))).has_macros


def test_names_in_the_properties_are_found(tmp_path: Path) -> None:
    core = CORE.format(
        "<dc:creator>Hoàng Thị Dung</dc:creator><cp:lastModifiedBy>Vũ Quốc Huy</cp:lastModifiedBy><dc:title>Giấy</dc:title>"
    )
    app = "<Properties><Company>Công ty A</Company><Manager/></Properties>"
    assert looked_into(a_word_file(tmp_path, {"docProps/core.xml": core, "docProps/app.xml": app})).personal == (
        ("creator", "Hoàng Thị Dung"), ("lastModifiedBy", "Vũ Quốc Huy"), ("company", "Công ty A"),
    )  # fmt: skip


def test_authors_of_comments_are_found_once(tmp_path: Path) -> None:
    comments = f'<w:comments {W}><w:comment w:author="Lan"/><w:comment w:author="Lan"/></w:comments>'
    assert looked_into(a_word_file(tmp_path, {"word/comments.xml": comments})).personal == (("author", "Lan"),)


def test_properties_of_ones_own_count_only_if_they_are_about_a_person(tmp_path: Path) -> None:
    custom = (
        '<Properties xmlns:vt="urn:vt"><property name="Người soạn"><vt:lpwstr>Lan</vt:lpwstr></property>'
        '<property name="ContentTypeId"><vt:lpwstr>0x0101</vt:lpwstr></property>'
        '<property name="Liên hệ"><vt:lpwstr>lan@example.org</vt:lpwstr></property></Properties>'
    )
    found = looked_into(a_word_file(tmp_path, {"docProps/custom.xml": custom})).personal
    assert found == (("Người soạn", "Lan"), ("Liên hệ", "lan@example.org"))


def test_an_open_document_is_looked_into_too(tmp_path: Path) -> None:
    path = tmp_path / "BM-MC-01.odt"
    meta = '<m xmlns:meta="urn:m" xmlns:dc="urn:d"><meta:initial-creator>Lan</meta:initial-creator><dc:creator>Huy</dc:creator></m>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("meta.xml", meta)
        package.writestr("Basic/Standard/Module1.xml", "<x/>")
    assert looked_into(path).personal == (("creator", "Lan"), ("lastModifiedBy", "Huy"))
    assert looked_into(path).has_macros


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("core", [ENTITIES, "<unclosed>", "", "\x00\x01"])
def test_properties_that_are_no_honest_xml_are_damage(tmp_path: Path, core: str) -> None:
    assert looked_into(a_word_file(tmp_path, {"docProps/core.xml": core})).damage is Damage.BROKEN


def test_a_cut_off_file_is_damaged(tmp_path: Path) -> None:
    whole = a_word_file(tmp_path).read_bytes()
    for length in (4, 40, len(whole) // 2, len(whole) - 5):
        assert written(tmp_path, "cut.docx", whole[:length]).damage is Damage.BROKEN


def test_no_byte_that_is_changed_stops_the_reading(tmp_path: Path) -> None:
    whole = bytearray(
        a_word_file(tmp_path, {"docProps/core.xml": CORE.format("<dc:creator>Lan</dc:creator>")}).read_bytes()
    )
    for at in range(0, len(whole), 3):
        changed = bytes(whole[:at]) + bytes([whole[at] ^ 0xFF]) + bytes(whole[at + 1 :])
        assert written(tmp_path, "changed.docx", changed).sha256


def test_a_file_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = a_word_file(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("word/big.xml", "w") as member:
        for _ in range(310):
            member.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    assert looked_into(path).damage is Damage.SWELLING


def test_properties_are_read_no_further_than_a_megabyte(tmp_path: Path) -> None:
    core = CORE.format("<dc:creator>Lan</dc:creator>" + "<dc:title>x</dc:title>" * 100_000)
    found = looked_into(a_word_file(tmp_path, {"docProps/core.xml": core}))
    assert (found.personal, found.damage) == ((("creator", "Lan"),), None)


def test_a_method_of_compression_that_swells_in_one_piece_is_refused(tmp_path: Path) -> None:
    path = a_word_file(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as package:
        package.writestr("docProps/core.xml", CORE.format(""))
    assert looked_into(path).damage is Damage.BROKEN


def test_a_directory_that_says_to_be_huge_is_not_read(tmp_path: Path) -> None:
    whole = a_word_file(tmp_path).read_bytes()
    at = whole.rfind(b"PK\x05\x06")
    assert written(tmp_path, "a.docx", whole[: at + 12] + struct.pack("<L", 900_000_000) + whole[at + 16 :]).damage
    assert written(tmp_path, "b.docx", whole[:at] + b"PK\x06\x07" + bytes(16) + whole[at:]).damage is Damage.BROKEN


def test_a_password_is_told_from_another_format(tmp_path: Path) -> None:
    locked = COMPOUND + "EncryptedPackage\0".encode("utf-16-le") + bytes(80)
    assert written(tmp_path, "a.docx", locked).damage is Damage.ENCRYPTED
    assert written(tmp_path, "b.docx", COMPOUND).damage is Damage.DISGUISED
    assert written(tmp_path, "c.docx", b"%PDF-1.7").damage is Damage.DISGUISED
    assert written(tmp_path, "d.docx", b"").damage is Damage.BROKEN


def test_a_zip_with_an_office_ending_is_disguised(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("anh.png", "x")
    assert looked_into(tmp_path / "a.docx").damage is Damage.DISGUISED


def test_an_old_word_file_tells_whether_it_has_macros(tmp_path: Path) -> None:
    assert not written(tmp_path, "a.doc", COMPOUND + "Macros".encode("utf-16-le")).has_macros
    padding = bytes((1 << 20) - len(COMPOUND) - 5)
    marked = COMPOUND + padding + "_VBA_PROJECT\0".encode("utf-16-le") + bytes(40)
    assert written(tmp_path, "b.doc", marked).has_macros, "also where the mark lies across two pieces"


def a_pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<" + body + b">>\nendobj\ntrailer\n%%EOF\n"


@pytest.mark.parametrize(
    ("body", "author"),
    [
        (b"/Author (Lan \\(STP\\))", "Lan (STP)"),
        (b"/Author (\\376\\377\\000L\\000a\\000n)", "Lan"),
        (b"/Author <FEFF004C00E0006E>", "Làn"),
        (b"/Author(\xef\xbb\xbfL\xc3\xa0n)", "Làn"),
        (b"<dc:creator><rdf:Seq><rdf:li>L\xc3\xa0n</rdf:li></rdf:Seq></dc:creator>", "Làn"),
    ],
)
def test_the_author_of_a_pdf_is_found(tmp_path: Path, body: bytes, author: str) -> None:
    assert written(tmp_path, "a.pdf", a_pdf(body)).personal == (("creator", author),)


def test_a_pdf_without_an_author_tells_nothing(tmp_path: Path) -> None:
    assert written(tmp_path, "a.pdf", a_pdf(b"/Author () /OpenAction [1 0 R /XYZ null null 0]")).personal == ()
    assert written(tmp_path, "b.pdf", a_pdf(b"/Encrypt 5 0 R /Author (\x8a\x01z)")).personal == ()


def test_scripts_in_a_pdf_are_found(tmp_path: Path) -> None:
    assert written(tmp_path, "a.pdf", a_pdf(b"/S /JavaScript /JS (app.alert)")).has_macros
    assert not written(tmp_path, "b.pdf", a_pdf(b"/JavaScripts 1 /OpenAction [1 0 R /Fit]")).has_macros


def test_a_pdf_that_is_none_or_cut_off_is_damage(tmp_path: Path) -> None:
    assert written(tmp_path, "a.pdf", b"<html>").damage is Damage.DISGUISED
    assert written(tmp_path, "b.pdf", b"%PDF-1.7 " + bytes(5000)).damage is Damage.BROKEN


def test_other_files_are_only_hashed(tmp_path: Path) -> None:
    assert written(tmp_path, "so-do.png", b"x") == Attachment("so-do.png", 1, f"sha256:{sha256(b'x').hexdigest()}")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.docx").symlink_to("/etc/hostname")
    assert looked_into(tmp_path / "a.docx") == Attachment("a.docx", 0, "", damage=Damage.LINK)


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert looked_into(tmp_path / "a.pdf") == Attachment("a.pdf", LARGEST + 1, "", damage=Damage.TOO_LARGE)


def test_what_is_no_file_cannot_hang_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    assert looked_into(tmp_path / "a.docx").damage is Damage.UNOPENED
    assert looked_into(tmp_path / "gone.docx").damage is Damage.UNOPENED


def test_a_directory_that_is_cut_off_is_damage(tmp_path: Path) -> None:
    assert written(tmp_path, "a.docx", b"PK\x03\x04" + bytes(100) + b"PK\x05\x06").damage is Damage.BROKEN


def test_a_zip_with_a_password_is_told(tmp_path: Path) -> None:
    whole = bytearray(a_word_file(tmp_path).read_bytes())
    whole[whole.find(b"PK\x01\x02") + 8] |= 1
    assert written(tmp_path, "a.docx", bytes(whole)).damage is Damage.ENCRYPTED


@pytest.mark.parametrize("kind", ["application/vnd.ms-office.vbaProject", "application/vnd.ms-word.vbaProject"])
def test_program_code_under_another_name_is_found_by_its_type(tmp_path: Path, kind: str) -> None:
    types = PLAIN.replace("</Types>", f'<Override PartName="/word/q.bin" ContentType="{kind}"/></Types>')
    assert looked_into(a_word_file(tmp_path, {"word/q.bin": "code"}, types)).has_macros


def test_program_code_is_found_behind_a_stroke_of_windows(tmp_path: Path) -> None:
    assert looked_into(a_word_file(tmp_path, {"word\\vbaProject.bin": "code"})).has_macros


def test_a_new_file_under_an_old_ending_tells_whether_it_has_macros(tmp_path: Path) -> None:
    with_macros = a_word_file(tmp_path, {"word/vbaProject.bin": "code"}).read_bytes()
    assert written(tmp_path, "a.doc", with_macros).has_macros
    assert not written(tmp_path, "b.doc", a_word_file(tmp_path).read_bytes()).has_macros


@pytest.mark.parametrize("start", [b"MZ\x90\0", b"\x7fELF"])
def test_a_program_is_no_document_whatever_its_ending(tmp_path: Path, start: bytes) -> None:
    assert written(tmp_path, "a.doc", start + bytes(600)).damage is Damage.DISGUISED


@pytest.mark.parametrize("name", [b"/J#61vaScript", b"/#4c#61unch", b"/JavaScrip#74"])
def test_a_script_in_a_pdf_cannot_hide_behind_escapes(tmp_path: Path, name: bytes) -> None:
    assert written(tmp_path, "a.pdf", a_pdf(b"/S " + name + b" /JS (x)")).has_macros


def test_a_pdf_with_a_million_authors_costs_no_more_than_any_other(tmp_path: Path) -> None:
    many = b"".join(b"/Author(%d)" % number for number in range(1_000_000))
    begun = process_time()
    assert [value for _, value in written(tmp_path, "a.pdf", a_pdf(many)).personal] == ["0", "1"]
    assert process_time() - begun < 5
