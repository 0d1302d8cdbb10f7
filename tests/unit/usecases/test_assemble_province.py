"""The texts of a repository become one province; what cannot be read is named, never lost and never fatal."""

from __future__ import annotations

from sotay.model.source import ProblemKind
from sotay.usecases.assemble_province import assemble_province, model_of
from tests.support.builders import Archive, a_document_text


def test_every_file_is_found_in_its_place() -> None:
    archive = (
        Archive().document("HD-MC-01").file("sites/so-tu-phap/docs/CSCL-STP-01.md", a_document_text(code="CSCL-STP-01"))
    )
    archive.file("sites/portal/docs/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\nChào.\n").issue("HD-MC-01")
    province = archive.province()
    assert sorted(province.document_by_code) == ["CSCL-STP-01", "HD-MC-01"]
    assert [page.name for page in province.pages] == ["gioi-thieu"]
    assert [len(agency.decisions) for agency in province.agencies] == [0, 1]
    assert list(province.legal_by_number) == ["118/2025/NĐ-CP"]


def test_agencies_stand_in_their_order_then_by_id() -> None:
    archive = Archive().agency("so-xay-dung", order=-1).agency("so-noi-vu")
    ids = [agency.id for agency in archive.province().agencies]
    assert ids == ["so-xay-dung", "phuong-dong-kinh", "so-noi-vu", "so-tu-phap"]


def test_the_portal_is_no_agency_and_its_pages_are_no_documents() -> None:
    province = Archive().file("sites/portal/docs/QT-HT-01.md", a_document_text(code="QT-HT-01")).province()
    assert "portal" not in province.agency_ids
    assert "QT-HT-01" not in province.document_by_code


def test_other_files_of_a_site_are_left_alone() -> None:
    archive = (
        Archive().file("sites/so-tu-phap/mkdocs.yml", "site_name: A\n").file("sites/so-tu-phap/README.md", "# A\n")
    )
    assert archive.province().document_by_code == {}


def test_decisions_stand_by_date_and_number() -> None:
    archive = Archive().document("HD-MC-01").issue("HD-MC-01", serial="100").issue("HD-MC-01", serial="45")
    owner = archive.province().agency_by_id["so-tu-phap"]
    assert [decision.value.number for decision in owner.decisions] == ["45/QĐ-STP", "100/QĐ-STP"]


def test_a_page_without_front_matter_is_a_page() -> None:
    (page,) = Archive().file("sites/portal/docs/lien-he.md", "Gọi 1900 1000.\n").province().pages
    assert page.matter.title is None
    assert page.body.text == "Gọi 1900 1000.\n"


def test_a_page_with_a_fault_keeps_its_text_and_reports_the_fault() -> None:
    (page,) = Archive().file("sites/portal/docs/a.md", "---\ntitel: A\n---\nChào.\n").province().pages
    assert page.body.text == "Chào.\n"
    assert [problem.kind for problem in page.source.problems] == [ProblemKind.UNKNOWN_KEY]


def test_a_folder_with_decisions_but_no_agency_file_is_named() -> None:
    archive = Archive().file("sites/so-moi/decisions/2026-1.yml", "number: 1/QĐ-SM\n")
    (lost,) = [source for source in archive.province().unreadable if source.path.endswith("agency.yml")]
    assert lost.path == "sites/so-moi/agency.yml"
    assert lost.problems[0].facts["reason"] == "absent"


def test_an_agency_whose_file_says_too_little_is_unreadable_but_known_by_its_folder() -> None:
    province = Archive().file("sites/so-moi/agency.yml", "id: so-moi\n").province()
    assert "so-moi" not in province.agency_by_id
    assert "so-moi" in province.agency_ids
    assert any(source.path == "sites/so-moi/agency.yml" for source in province.sources)


def test_a_decision_that_says_too_little_does_not_hide_the_others() -> None:
    archive = Archive().document("HD-MC-01").issue("HD-MC-01")
    archive.file("sites/so-tu-phap/decisions/2026-99.yml", "number: 99/QĐ-STP\n")
    province = archive.province()
    assert len(province.agency_by_id["so-tu-phap"].decisions) == 1
    assert [source.path for source in province.unreadable] == ["sites/so-tu-phap/decisions/2026-99.yml"]


def test_a_file_that_is_no_utf8_is_named_and_its_code_stays_known() -> None:
    province = assemble_province(Archive().texts, {"procedures/ho-tich/QT-HT-01.md": "encoding"})
    assert [source.path for source in province.unreadable] == ["procedures/ho-tich/QT-HT-01.md"]
    assert "QT-HT-01" in province.codes
    assert province.is_uncertain("QT-HT-01")
    assert not province.is_uncertain("QT-HT-99")


def test_an_empty_repository_is_a_province_without_anything() -> None:
    province = assemble_province({})
    assert province.documents == ()
    assert province.agencies == ()
    assert province.settings.source.problems


def test_of_two_documents_with_one_code_the_first_by_path_is_known() -> None:
    archive = Archive().file("procedures/b/HD-MC-01.md", a_document_text(title="Thứ hai"))
    archive.file("procedures/a/HD-MC-01.md", a_document_text(title="Thứ nhất"))
    assert archive.province().document_by_code["HD-MC-01"].control.title == "Thứ nhất"


MODEL = "Đây là {{ten_co_quan}} ({{ten_ngan}}), {{ten_tinh}}, theo {{tieu_chuan}}, do {{nguoi_dung_dau}} phụ trách.\n\n{{rieng}}\n"


def manual(**keys: object) -> Archive:
    archive = Archive().document("MH-STCL-01", MODEL, kind="model")
    stated = {"model": "MH-STCL-01@1.0", "values": {"rieng": ["Một.", "Hai."]}, **keys}
    return archive.document("STCL-STP-01", "Phần riêng.\n", kind="manual", **stated)


def test_a_manual_is_filled_from_its_agency_the_province_and_its_own_values() -> None:
    document = manual().province().document_by_code["STCL-STP-01"]
    assert document.text.text.lstrip() == (
        "Đây là Cơ quan so-tu-phap (so-tu-phap), Tỉnh Lạng Sơn, theo TCVN ISO 9001:2015, do Giám đốc phụ trách.\n\n"
        "- Một.\n- Hai.\n\n\n\nPhần riêng.\n"
    )


def test_a_value_of_its_own_goes_before_a_fact_of_the_agency() -> None:
    document = manual(values={"rieng": "x", "ten_ngan": "Sở ta"}).province().document_by_code["STCL-STP-01"]
    assert "(Sở ta)" in document.text.text


def test_without_the_named_version_of_the_model_the_text_is_as_written() -> None:
    for model in ("MH-STCL-01@2.0", "MH-XX-01@1.0", "MH-STCL-01"):
        document = manual(model=model).province().document_by_code["STCL-STP-01"]
        assert document.expanded is None
        assert document.text.text.lstrip() == "Phần riêng.\n"


def test_without_a_known_owner_a_manual_is_not_filled() -> None:
    assert manual(owner="so-moi").province().document_by_code["STCL-STP-01"].expanded is None


def test_an_unknown_head_leaves_the_place_open() -> None:
    document = manual(approver="hoang-van-e").province().document_by_code["STCL-STP-01"]
    assert "{{nguoi_dung_dau}}" in document.text.text


def test_a_model_is_found_by_code_and_version() -> None:
    documents = manual().province().document_by_code
    assert model_of(documents["STCL-STP-01"], documents) is documents["MH-STCL-01"]
    assert model_of(documents["MH-STCL-01"], documents) is None
