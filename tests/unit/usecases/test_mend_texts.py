"""What a decision approved stays as approved; everything else that has one right form is mended."""

from __future__ import annotations

from sotay.usecases.mend_texts import Mended, mend_texts, to_be_mended
from tests.support.builders import COMMUNE, OWNER, Archive, a_document_text, a_draft_text

PATH = "procedures/mot-cua/HD-MC-01.md"
TYPED = "## Mục đích\n\nC\u00f4ng ch\u01b0\u0301c \u0110o\u0300an.\n\u00d0ơn nộp ở đây.\n"
"""A text with letters typed apart and a foreign one."""
FORM = "procedures/mot-cua/forms/BM-MC-01.md"


def results_of(archive: Archive, *within: str) -> dict[str, Mended]:
    province = archive.province()
    written = {path: archive.texts[path] for path in to_be_mended(province, within)}
    return {one.path: one for one in mend_texts(province, archive.texts, written)}


def all_mended(archive: Archive) -> Archive:
    for path, one in results_of(archive).items():
        archive.texts[path] = one.after
    return archive


def test_a_draft_is_mended() -> None:
    archive = Archive().file(PATH, a_draft_text(TYPED))
    one = results_of(archive)[PATH]
    assert "Công chức Đòan.\nĐơn nộp ở đây." in one.after
    assert not one.held
    assert {edit.code for edit in one.done} == {"ST801", "ST804"}


def test_the_text_that_a_decision_approved_is_left_alone_and_the_lines_are_named() -> None:
    archive = Archive().document(body=TYPED).issue("HD-MC-01")
    one = results_of(archive)[PATH]
    assert not one.is_changed
    first = one.before.split("\n").index("## Mục đích") + 3
    assert [(edit.line, edit.code) for edit in one.held] == [(first, "ST801"), (first + 1, "ST804")]


def test_what_keeps_the_fingerprint_is_mended_in_an_approved_text_too() -> None:
    archive = Archive().document(body=TYPED, keywords=["\u00d0ơn"]).issue("HD-MC-01")
    archive.texts[PATH] = (
        archive.texts[PATH].replace('version: "1.0"', "version: 1.0").replace("Hướng dẫn", "Hướng\u00a0dẫn")
    )
    before = archive.fingerprint("HD-MC-01")
    one = results_of(archive)[PATH]
    assert 'version: "1.0"' in one.after
    assert 'keywords: ["Đơn"]' in one.after
    assert "Hướng dẫn" in one.after
    assert "\u00d0ơn nộp" in one.after
    assert {edit.code for edit in one.held} == {"ST801", "ST804"}
    assert all_mended(archive).fingerprint("HD-MC-01") == before


def test_the_keys_of_an_approved_text_are_put_in_order() -> None:
    archive = Archive().document().issue("HD-MC-01")
    lines = archive.texts[PATH].split("\n")
    archive.texts[PATH] = "\n".join([lines[0], lines[2], lines[1], *lines[3:]])
    before = archive.fingerprint("HD-MC-01")
    one = results_of(archive)[PATH]
    assert one.after.split("\n") == lines
    assert not one.held
    assert all_mended(archive).fingerprint("HD-MC-01") == before


def test_a_text_that_is_no_longer_the_approved_one_is_mended_and_may_so_become_it_again() -> None:
    archive = Archive().document(body="## Mục đích\n\nĐơn nộp ở đây.\n").issue("HD-MC-01")
    approved = archive.texts[PATH]
    archive.texts[PATH] = approved.replace("Đơn", "\u00d0ơn").replace("đây", "đa\u0302y")
    assert all_mended(archive).texts[PATH] == approved


def test_a_text_that_names_a_decision_which_is_not_on_file_is_mended() -> None:
    archive = Archive().document(body=TYPED)
    assert results_of(archive)[PATH].is_changed


def test_a_form_is_left_alone_while_an_approved_document_names_it() -> None:
    archive = Archive().form(body=TYPED)
    steps = [{"role": "mot-cua", "action": "Tiếp nhận", "forms": ["BM-MC-01"]}]
    archive.procedure("QT-HT-01", steps=steps).issue("QT-HT-01")
    one = results_of(archive)[FORM]
    assert one.held
    assert not one.is_changed


def test_a_model_and_the_agency_that_fills_it_are_left_alone_while_a_document_made_of_them_is_approved() -> None:
    archive = Archive().file(
        "procedures/mot-cua/MH-MC-01.md",
        a_document_text("## {{ten_co_quan}}\n\n\u00d0ơn.\n", code="MH-MC-01", kind="model"),
    )
    archive.agency(OWNER, name="Sở Tư pháp \u00d0ơn vị", order=1)
    archive.document(model="MH-MC-01@1.0", body="").issue("HD-MC-01")
    found = results_of(archive)
    assert found["procedures/mot-cua/MH-MC-01.md"].held
    assert found[f"sites/{OWNER}/agency.yml"].held
    assert not any(one.is_changed for one in found.values())


def test_terms_that_a_decision_permits_are_left_alone_and_the_rest_of_the_agency_is_mended() -> None:
    terms = {"procedure": "QT-HT-01", "decision": "18/QĐ-UBND", "counter": "Quầy \u00d0"}
    archive = Archive().agency(COMMUNE, level="commune", overrides=[terms], short_name="UBND \u00d0")
    archive.permit()
    one = results_of(archive)[f"sites/{COMMUNE}/agency.yml"]
    assert "UBND Đ" in one.after
    assert "Quầy \u00d0" in one.after
    assert [edit.code for edit in one.held] == ["ST804"]


def test_decisions_are_never_touched() -> None:
    archive = Archive().document().issue("HD-MC-01")
    path = next(path for path in archive.texts if "/decisions/" in path)
    archive.texts[path] += "subject: \u00d0ơn\n"
    assert path not in results_of(archive)


def test_only_the_files_asked_for_are_mended() -> None:
    archive = Archive().file(PATH, a_draft_text(TYPED)).file(FORM, a_draft_text(TYPED, code="BM-MC-01", kind="form"))
    assert set(results_of(archive)) == {PATH, FORM}
    assert set(results_of(archive, PATH)) == {PATH}
    assert set(results_of(archive, "procedures/mot-cua")) == {PATH, FORM}
    assert set(results_of(archive, "")) == {PATH, FORM}
    assert not results_of(archive, "procedures/mot")


def test_text_in_an_old_encoding_is_left_for_someone_who_can_read_it() -> None:
    body = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp\u00a0tù do\n\nĐơn \u00d0.\n"
    archive = Archive().file(PATH, a_draft_text(body))
    after = results_of(archive)[PATH].after
    assert "lËp\u00a0tù" in after
    assert "Đơn Đ." in after


def test_what_an_author_asked_to_be_let_off_is_left_alone() -> None:
    text = a_draft_text("").replace('title: "Hướng dẫn tiếp nhận hồ sơ"\n', "")
    text = text.replace("kind:", "# sotay: allow ST138 theo mẫu của Bộ\nkind:").replace(
        "changes:", "title: Tên\nchanges:"
    )
    assert PATH not in results_of(Archive().file(PATH, text))


def test_mending_a_clean_province_does_nothing() -> None:
    assert not results_of(Archive().document().procedure().issue("HD-MC-01", "QT-HT-01"))
