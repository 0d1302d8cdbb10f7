"""The gate of the public edition: what is internal does not pass it, as a text, a version, a reference or a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sotay.model.attachment import Attachment
from sotay.model.document import DocumentFile
from sotay.model.release import Edition
from sotay.model.version import Version
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.examine import examine
from sotay.usecases.ports import NoEarlierTexts
from sotay.usecases.public_text import public_text
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, OWNER, Archive, a_document

AUGUST = date(2026, 8, 1)
EVERYTHING = frozenset({"HD-MC-01", "HD-MC-02", "QT-HT-01", "QT-HT-02", "BM-MC-01", "MH-STCL-01"})
NOW = {"version": "1.1", "decision": "60/QĐ-STP", "approved_date": "2026-08-01", "effective_date": "2026-08-01"}
RECORD = "---\nkind: training\ntitle: Danh sách\ndate: {day}\nresponsible: nguyen-van-a\n---\n\nĐủ.\n"


class Earlier:
    """History that still holds the text of a version."""

    def __init__(self, archive: Archive, code: str) -> None:
        self.print, self.text = archive.fingerprint(code), archive.province().document_by_code[code]

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        return self.text if fingerprint == self.print else None


def published(archive: Archive, edition: Edition, earlier: Earlier | None = None) -> Publication:
    return publish_province(archive.examined(AUGUST, earlier), None, edition)


def codes(publication: Publication, agency: str = OWNER) -> set[str]:
    return set(publication.agency_by_id[agency].by_code)


def versions(publication: Publication, code: str) -> list[str]:
    entry = publication.agency_by_id[OWNER].by_code.get(code)
    return [str(one.version) for one in entry.versions] if entry else []


def amended(first: str, second: str, effective: date = AUGUST) -> tuple[Archive, Earlier]:
    """A document whose two versions differ in who may see them; the commune stays with the first."""
    archive = Archive().document(access=first).issue("HD-MC-01").adopt("HD-MC-01")
    earlier = Earlier(archive, "HD-MC-01")
    archive.document(
        body="## Mục đích\n\nBản sau.\n", access=second, **{**NOW, "effective_date": effective.isoformat()}
    )
    archive.issue("HD-MC-01", serial="60", signed=JULY, effective=effective)
    return archive, earlier


def test_an_internal_document_is_in_the_internal_edition_only() -> None:
    archive = Archive().document(access="internal").issue("HD-MC-01")
    assert codes(published(archive, Edition.PUBLIC)) == set()
    assert codes(published(archive, Edition.INTERNAL)) == {"HD-MC-01"}


def test_no_edition_shows_a_draft() -> None:
    archive = Archive().document("HD-MC-02", decision=None, approved_date=None, effective_date=None)
    assert codes(published(archive, Edition.INTERNAL)) == set()


def test_an_internal_version_before_a_public_one_is_left_out() -> None:
    archive, earlier = amended("internal", "public")
    assert versions(published(archive, Edition.PUBLIC, earlier), "HD-MC-01") == ["1.1"]
    assert versions(published(archive, Edition.INTERNAL, earlier), "HD-MC-01") == ["1.0", "1.1"]


def test_an_agency_that_still_applies_the_internal_version_does_not_show_the_document() -> None:
    archive, earlier = amended("internal", "public")
    assert codes(published(archive, Edition.PUBLIC, earlier)) == {"HD-MC-01"}
    assert codes(published(archive, Edition.PUBLIC, earlier), COMMUNE) == set()


def test_a_document_that_became_internal_is_gone_with_its_public_version_everywhere() -> None:
    archive, earlier = amended("public", "internal")
    public = published(archive, Edition.PUBLIC, earlier)
    assert codes(public) == codes(public, COMMUNE) == set()
    assert codes(published(archive, Edition.INTERNAL, earlier), COMMUNE) == {"HD-MC-01"}


def test_a_version_to_come_that_is_internal_is_not_announced() -> None:
    archive, earlier = amended("public", "internal", effective=date(2027, 1, 1))
    public = published(archive, Edition.PUBLIC, earlier).agency_by_id[OWNER].by_code["HD-MC-01"]
    internal = published(archive, Edition.INTERNAL, earlier).agency_by_id[OWNER].by_code["HD-MC-01"]
    assert (public.upcoming, len(public.versions)) == (None, 1)
    assert internal.upcoming is not None


def test_a_version_to_come_that_is_public_is_announced() -> None:
    archive, earlier = amended("public", "public", effective=date(2027, 1, 1))
    assert published(archive, Edition.PUBLIC, earlier).agency_by_id[OWNER].by_code["HD-MC-01"].upcoming


def test_records_up_to_the_day_are_in_the_internal_edition_only() -> None:
    archive = Archive()
    for day in ("2026-07-31", "2026-08-01", "2026-08-02"):
        archive.file(f"sites/{OWNER}/records/{day}.md", RECORD.format(day=day))
    internal = published(archive, Edition.INTERNAL).agency_by_id[OWNER].records
    assert [record.path for record in internal] == ["2026-07-31", "2026-08-01"]
    public = published(archive, Edition.PUBLIC)
    assert public.agency_by_id[OWNER].records == ()
    assert all(files.records == () for files in public.province.agencies)


def test_a_public_province_knows_no_texts_and_only_the_files_of_public_documents() -> None:
    named = [{"file": "BM-MC-01.docx", "sha256": "sha256:" + "0" * 64}]
    archive = Archive().form("BM-MC-01", attachments=named).form("BM-MC-02", attachments=named, access="internal")
    archive.issue("BM-MC-01", "BM-MC-02")
    folder = "procedures/mot-cua/forms"
    files = [Attachment(f"{folder}/{name}.docx", 1, "") for name in ("BM-MC-01", "BM-MC-02", "nhap")]
    files.append(Attachment(f"sites/{OWNER}/records/BM-MC-01.docx", 1, ""))
    province = assemble_province(archive.texts, attachments=files)
    public = publish_province(examine(province, AUGUST, NoEarlierTexts()), None).province
    assert [file.path for file in public.attachments] == [f"{folder}/BM-MC-01.docx"]
    assert public.documents == ()


def test_a_text_from_which_nothing_has_to_go_is_the_same_text() -> None:
    document = a_document("Xem [đây](HD-MC-02.md#muc).\n", replaces=["HD-MC-02"])
    assert public_text(document, EVERYTHING) is document


def test_notes_to_staff_are_left_out() -> None:
    document = a_document(staff_notes=["Nhớ hỏi lại."], keywords=["hỏi"])
    control = public_text(document, EVERYTHING).control
    assert (control.staff_notes, control.keywords) == ((), ("hỏi",))


def test_every_reference_to_another_document_is_left_out_where_that_is_internal() -> None:
    paper = {"name": "Tờ khai", "originals": 1, "form": "BM-MC-01"}
    step = {"role": "mot-cua", "action": "Nhận", "forms": ["BM-MC-01", "BM-MC-02"]}
    document = a_document(
        kind="procedure",
        replaces=["QT-HT-02", "QT-HT-09"],
        related={"before": ["QT-HT-02"], "after": ["QT-HT-09"], "part_of": ["QT-HT-09"]},
        dossier={"common": [paper], "cases": [{"when": "Ủy quyền", "items": [paper]}]},
        steps=[step],
        model="MH-STCL-01@1.0",
    )
    control = public_text(document, frozenset({"QT-HT-02", "BM-MC-02"})).control
    assert control.replaces == ("QT-HT-02",)
    assert control.related
    assert (control.related.before, control.related.after, control.related.part_of) == (("QT-HT-02",), (), ())
    assert control.dossier
    assert [paper.form for paper in (*control.dossier.common, *control.dossier.cases[0].items)] == [None, None]
    assert control.steps[0].forms == ("BM-MC-02",)
    assert control.model is None


def test_a_link_to_an_internal_document_becomes_its_words_and_others_stay() -> None:
    document = a_document("Xem [**sổ** khóa](HD-MC-09.md#a), [đây](HD-MC-02) và [mục](#muc).\n")
    (inline,) = (token for token in public_text(document, EVERYTHING).text.tokens if token.type == "inline")
    hrefs = [child.attrs["href"] for child in inline.children or () if child.type == "link_open"]
    words = "".join(child.content for child in inline.children or ())
    assert hrefs == ["HD-MC-02", "#muc"]
    assert words == "Xem sổ khóa, đây và mục."


def test_the_text_that_a_model_gave_is_looked_through_too() -> None:
    document = a_document("Không có liên kết.\n")
    expanded = replace(document, expanded=a_document("Xem [sổ](HD-MC-09).\n").body)
    assert "HD-MC-09" not in str([token.children for token in public_text(expanded, EVERYTHING).text.tokens])


def test_notes_to_staff_are_outside_the_fingerprint() -> None:
    archive = Archive().document("HD-MC-01").issue("HD-MC-01").document("HD-MC-01", staff_notes=["Nhớ hỏi lại."])
    entry = published(archive, Edition.INTERNAL).agency_by_id[OWNER].by_code["HD-MC-01"]
    assert entry.control.staff_notes == ("Nhớ hỏi lại.",)
