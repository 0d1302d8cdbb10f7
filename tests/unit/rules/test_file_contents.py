"""Whose name a property may hold, and which files are refused."""

from __future__ import annotations

import pytest

from sotay.model.attachment import Attachment, Damage
from sotay.model.finding import Severity
from sotay.rules.attached.attachments import NoOrphanFiles
from sotay.rules.attached.file_contents import NoPersonalData, UsableFile
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.examine import examine
from sotay.usecases.ports import NoEarlierTexts
from tests.support.builders import JULY, Archive

FOLDER = next(path.rpartition("/")[0] for path in Archive().form().texts if path.endswith("/BM-MC-01.md"))
"""Where the builder puts a form."""
HASH = f"sha256:{'a1' * 32}"


def examined(*files: Attachment, named: str = "BM-MC-01.docx", **keys: object):  # noqa: ANN201 - an examination
    texts = Archive().form(attachments=[{"file": named, "sha256": HASH}], **keys).texts
    return examine(assemble_province(texts, {}, files), JULY, NoEarlierTexts())


def a_file(name: str = "BM-MC-01.docx", folder: str = FOLDER, **facts: object) -> Attachment:
    return Attachment(f"{folder}/{name}", 1, HASH, **facts)  # type: ignore[arg-type]


def about(name: str, value: str) -> list[Severity]:
    file = a_file(personal=((name, value),))
    return [finding.severity for finding in NoPersonalData().check(examined(file))]


@pytest.mark.parametrize(
    "value", ["Hoàng Thị Dung", "Vũ Thị Lan", "dung.ht", "Nguyen Van A", "HoangDung-PC", "Pc Nguyen"]
)
def test_a_person_is_named(value: str) -> None:
    assert about("creator", value) == [Severity.ERROR]


@pytest.mark.parametrize(
    "value",
    [
        "Admin", "Administrator", "admin2", "PC", "HP Inc.", "DELL-PC", "User01", "Windows User", "Microsoft Office User",
        "python-docx", "Cơ quan so-tu-phap", "Sở Tư pháp", "UBND xã Quốc Khánh", "Phòng Tư pháp", "…", "1234",
    ],
)  # fmt: skip
def test_a_machine_a_program_or_a_body_of_the_state_is_nobody(value: str) -> None:
    assert about("creator", value) == []


def test_a_firm_is_only_a_warning() -> None:
    assert about("company", "Công ty TNHH Tin học Phố Núi") == [Severity.WARNING]


def test_a_property_of_an_unknown_name_is_quoted() -> None:
    file = a_file(personal=(("Người soạn", "Lan"),))
    (finding,) = NoPersonalData().check(examined(file))
    assert "“Người soạn”" in finding.fact.vi


def test_only_public_forms_are_asked() -> None:
    file = a_file(personal=(("creator", "Lan"),))
    assert list(NoPersonalData().check(examined(file, access="internal"))) == []
    assert list(NoPersonalData().check(examined(file, named="khac.docx"))) == []


@pytest.mark.parametrize("damage", Damage)
def test_every_damage_has_its_words(damage: Damage) -> None:
    (finding,) = UsableFile().check(examined(a_file(damage=damage)))
    assert finding.fact.vi.startswith("tệp “BM-MC-01.docx” ")


@pytest.mark.parametrize("ending", ["docx", "xlsx", "odt", "pdf", "DOCX"])
def test_what_forms_are_made_of_is_usable(ending: str) -> None:
    name = f"BM-MC-01.{ending}"
    assert list(UsableFile().check(examined(a_file(name), named=name))) == []


@pytest.mark.parametrize("ending", ["doc", "xls", "rtf", "docm", "zip", "exe", "png", "txt"])
def test_what_people_cannot_open_or_fill_is_not(ending: str) -> None:
    name = f"BM-MC-01.{ending}"
    assert len(list(UsableFile().check(examined(a_file(name), named=name)))) == 1


def test_a_file_nobody_names_is_only_refused_if_it_is_dangerous() -> None:
    files = [a_file("a.zip"), a_file("b.exe"), a_file("c.docx", damage=Damage.BROKEN), a_file("d", damage=Damage.LINK)]
    refused = [finding.place.path for finding in UsableFile().check(examined(*files))]
    assert refused == [f"{FOLDER}/b.exe", f"{FOLDER}/d"]


def loose(*files: Attachment, text: str = "") -> list[str]:
    archive = Archive().file("sites/portal/docs/a.md", f"---\ntitle: A\n---\n\n{text}\n")
    found = NoOrphanFiles().check(examine(assemble_province(archive.texts, {}, files), JULY, NoEarlierTexts()))
    return [finding.place.path.rpartition("/")[2] for finding in found]


def test_a_picture_is_no_stray_file_while_a_page_shows_it() -> None:
    picture = a_file("so-do.png", "sites/portal/docs/anh")
    assert loose(picture) == ["so-do.png"]
    assert loose(picture, text="![Sơ đồ](anh/so-do.png)") == []


def test_what_makes_a_site_is_no_stray_file() -> None:
    assert loose(a_file("them.css", "sites/portal/docs"), a_file("logo.svg", "sites/portal/docs")) == []
    assert loose(a_file("bien-ban.docx", "sites/so-tu-phap/records/2026")) == ["bien-ban.docx"]
    assert loose(a_file("them.css"), a_file("~$BM.docx"), a_file("QT-HT-09.MD")) == [
        "them.css",
        "~$BM.docx",
        "QT-HT-09.MD",
    ]
