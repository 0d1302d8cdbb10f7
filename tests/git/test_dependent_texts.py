"""A text whose fingerprint covers its forms or its model is found in the state in which it was approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from sotay.history.fingerprint import Fingerprints
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from tests.support.builders import OWNER, a_document_text
from tests.support.recorded_province import RecordedProvince

PROCEDURE, FORM, MANUAL, MODEL = "QT-HT-01", "BM-MC-01", "STCL-TP-01", "MH-STCL-01"
FIRST = Version(1, 0)
DOSSIER = {"sets": 1, "common": [{"name": "Tờ khai", "originals": 1, "form": FORM}]}
MANUAL_PATH = f"sites/{OWNER}/docs/{MANUAL}.md"
MODEL_BODY = "## Chính sách\n\n{{ten_co_quan}} thuộc {{ten_tinh}} cam kết {{cam_ket}}.\n"


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    return RecordedProvince(tmp_path / "kho")


def with_form(province: RecordedProvince, form: str = "Tờ khai", **keys: object) -> str:
    """Write a procedure and the form that it names, and return the procedure's fingerprint."""
    province.archive.form(FORM, title=form).procedure(PROCEDURE, dossier=DOSSIER, **keys)
    return province.fingerprint(PROCEDURE)


def with_model(province: RecordedProvince, body: str = MODEL_BODY, version: str = "1.0", **keys: object) -> str:
    """Write a manual and the model that gives its text, and return the manual's fingerprint."""
    province.archive.document(MODEL, body, kind="model", version=version)
    text = a_document_text(
        "", code=MANUAL, kind="manual", model=f"{MODEL}@1.0", values={"cam_ket": "hẹn đúng ngày"}, **keys
    )
    province.archive.file(MANUAL_PATH, text)
    return province.fingerprint(MANUAL)


def found(province: RecordedProvince, code: str, fingerprint: str, version: Version = FIRST) -> DocumentFile | None:
    text = province.history.find(code, version, fingerprint)
    if text and not text.expanded:
        assert text.control.title
    return text


def test_a_procedure_is_found_though_its_form_has_changed_since(province: RecordedProvince) -> None:
    approved = with_form(province)
    province.record("Ban hành")
    assert with_form(province, form="Tờ khai mới") != approved
    province.record("Sửa biểu mẫu")
    assert found(province, PROCEDURE, approved)


def test_a_procedure_is_found_with_the_form_that_it_had_later(province: RecordedProvince) -> None:
    with_form(province)
    province.record("Dự thảo")
    approved = with_form(province, form="Tờ khai mới")
    province.record("Sửa biểu mẫu rồi ban hành")
    with_form(province, form="Tờ khai mới hơn")
    province.record("Sửa biểu mẫu lần nữa")
    assert found(province, PROCEDURE, approved)


def test_a_procedure_is_found_though_its_form_moved_and_was_deleted(province: RecordedProvince) -> None:
    approved = with_form(province)
    text = province.archive.texts.pop("procedures/mot-cua/forms/BM-MC-01.md")
    province.archive.file("procedures/chung-thuc/forms/BM-MC-01.md", text)
    province.record("Ban hành")
    province.archive.texts.pop("procedures/chung-thuc/forms/BM-MC-01.md")
    province.archive.procedure(PROCEDURE, version="1.1")
    province.record("Bỏ biểu mẫu")
    assert found(province, PROCEDURE, approved)


def test_a_form_that_was_never_there_is_no_part_of_the_fingerprint(province: RecordedProvince) -> None:
    province.archive.procedure(PROCEDURE, dossier=DOSSIER)
    approved = province.fingerprint(PROCEDURE)
    province.record("Ban hành")
    with_form(province)
    province.record("Thêm biểu mẫu")
    assert found(province, PROCEDURE, approved)


def test_texts_that_never_stood_together_are_not_combined(province: RecordedProvince) -> None:
    with_form(province, form="Mẫu đầu", title="Tên đầu")
    province.record("Ban hành")
    with_form(province, form="Mẫu sau", title="Tên sau")
    province.record("Sửa cả hai")
    never = with_form(province, form="Mẫu đầu", title="Tên sau")
    assert found(province, PROCEDURE, never) is None


def test_texts_that_met_in_a_merge_are_found_together(province: RecordedProvince) -> None:
    with_form(province)
    province.record("Ban hành")
    with province.branch("mau"):
        province.archive.form(FORM, title="Mẫu của nhánh")
        province.record("Sửa biểu mẫu")
    province.archive.procedure(PROCEDURE, dossier=DOSSIER, title="Tên của main")
    province.record("Sửa thủ tục")
    approved = with_form(province, form="Mẫu của nhánh", title="Tên của main")
    province.merge("mau")
    with_form(province, form="Mẫu khác", title="Tên khác", version="1.1")
    province.record("Sửa đổi")
    assert found(province, PROCEDURE, approved)


def test_a_manual_is_found_though_its_model_has_changed_since(province: RecordedProvince) -> None:
    approved = with_model(province)
    province.record("Ban hành")
    with_model(province, body=MODEL_BODY + "\nThêm một câu.\n", version="1.1")
    province.record("Sửa mô hình")
    text = found(province, MANUAL, approved)
    assert text
    assert text.expanded
    assert "cam kết hẹn đúng ngày" in text.expanded.text


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (f"sites/{OWNER}/agency.yml", "Cơ quan so-tu-phap", "Sở Tư pháp và Nội vụ"),
        ("sites/province.yml", "Lạng", "Cao"),
    ],
)
def test_a_manual_is_found_though_the_facts_in_it_have_changed_since(
    province: RecordedProvince, path: str, old: str, new: str
) -> None:
    approved = with_model(province)
    province.record("Ban hành")
    province.archive.texts[path] = province.archive.texts[path].replace(old, new)
    assert province.fingerprint(MANUAL) != approved
    province.record("Đổi tên")
    text = found(province, MANUAL, approved)
    assert text
    assert text.expanded
    assert "Cơ quan so-tu-phap thuộc Tỉnh Lạng Sơn" in text.expanded.text


def test_a_generated_form_counts_with_the_model_that_it_had(province: RecordedProvince) -> None:
    province.archive.document(MODEL, MODEL_BODY, kind="model").form(
        FORM, "", model=f"{MODEL}@1.0", values={"cam_ket": "một"}
    )
    province.archive.procedure(PROCEDURE, dossier=DOSSIER)
    approved = province.fingerprint(PROCEDURE)
    province.record("Ban hành")
    province.archive.document(MODEL, MODEL_BODY + "\nThêm.\n", kind="model")
    assert province.fingerprint(PROCEDURE) != approved
    province.record("Sửa mô hình")
    assert found(province, PROCEDURE, approved)


def test_a_recorded_manual_reads_as_it_did_when_it_was_recorded(province: RecordedProvince) -> None:
    approved = with_model(province)
    province.record("Ban hành")
    with_model(province, body="## Khác\n", version="1.1")
    province.record("Sửa mô hình")
    (recorded,) = province.history.recorded(MANUAL)
    text = province.history.text_of(recorded)
    assert text.expanded
    assert Fingerprints([text])[MANUAL] == approved
