"""The dossier: papers, notes, cases, and the rows that are none of these."""

from __future__ import annotations

from typing import Any

import pytest

from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Draft
from tests.support.national_records import a_case, a_paper, defects_of, drafted


def with_cases(*cases: Any) -> Draft:
    return drafted(thanh_phan_ho_so=list(cases))


def test_counts_and_forms_are_taken_as_they_are() -> None:
    draft = with_cases(a_case(a_paper("- Đơn đề nghị;", 2, 1, "Mau 01.doc")))
    assert draft.values["dossier"] == {
        "common": [{"name": "Đơn đề nghị", "originals": 2, "copies": 1, "portal_form": "Mau 01.doc"}]
    }
    assert draft.unsettled == ()


def test_a_row_of_no_copies_is_a_note() -> None:
    draft = with_cases(a_case(a_paper("Không yêu cầu nộp thêm giấy tờ.", 0)))
    assert draft.values["dossier"]["common"] == [{"name": "Không yêu cầu nộp thêm giấy tờ.", "kind": "note"}]
    (found,) = draft.unsettled
    assert (found.defect, found.quote) == (defects.INSTRUCTION_AMONG_PAPERS, "Không yêu cầu nộp thêm giấy tờ.")


def test_papers_to_be_shown_are_marked_so() -> None:
    draft = with_cases(a_case(a_paper("Thẻ căn cước"), when="* Giấy tờ phải xuất trình:"))
    assert draft.values["dossier"]["common"] == [{"name": "Thẻ căn cước", "kind": "present", "originals": 1}]


def test_rows_under_a_heading_of_notes_are_notes_and_their_copies_are_asked_about() -> None:
    draft = with_cases(a_case(a_paper("Bản chụp phải rõ nét"), when="* Lưu ý :"))
    assert draft.values["dossier"]["common"] == [{"name": "Bản chụp phải rõ nét", "kind": "note", "originals": 1}]
    assert defects_of(draft) == [defects.PAPER_UNDER_NOTE]


def test_cases_keep_their_papers_and_their_names() -> None:
    draft = with_cases(
        a_case(a_paper("A123"), when="- Trường hợp ủy quyền:"),
        a_case(a_paper("B123"), when="Trường hợp khác"),
        a_case(a_paper("C123"), when="Trường hợp ủy quyền"),
        a_case(when="Không có giấy tờ nào"),
    )
    assert draft.values["dossier"] == {
        "cases": [
            {
                "when": "Trường hợp ủy quyền",
                "items": [{"name": "A123", "originals": 1}, {"name": "C123", "originals": 1}],
            },
            {"when": "Trường hợp khác", "items": [{"name": "B123", "originals": 1}]},
            {"when": "Không có giấy tờ nào"},
        ]
    }


def test_papers_beside_cases_are_common_and_asked_about() -> None:
    draft = with_cases(a_case(a_paper("Tờ khai")), a_case(a_paper("Giấy ủy quyền"), when="Ủy quyền"))
    assert set(draft.values["dossier"]) == {"common", "cases"}
    (found,) = draft.unsettled
    assert (found.defect, found.quote) == (defects.PAPERS_OF_NO_CASE, "Tờ khai")


def test_a_long_row_is_kept_whole_in_the_body() -> None:
    text = "Hồ sơ gồm: " + "đơn, " * 130
    draft = with_cases(a_case(a_paper(text, 1, form="Mau.doc"), when="Cấp mới:"))
    assert draft.values["dossier"] == {"cases": [{"when": "Cấp mới"}]}
    assert defects_of(draft) == [defects.PAPER_TOO_LONG]
    assert "- Giấy tờ (1 bản chính, 0 bản sao; mẫu: Mau.doc) – Cấp mới:\n  - Hồ sơ gồm: đơn," in draft.body


def test_six_hundred_characters_are_still_a_paper() -> None:
    assert with_cases(a_case(a_paper("x" * 600))).unsettled == ()
    assert defects_of(with_cases(a_case(a_paper("x" * 601)))) == [defects.PAPER_TOO_LONG]


@pytest.mark.parametrize("name", [None, "", ";", ").", "Đơ"])
def test_a_row_without_a_name_is_kept_in_the_body(name: str | None) -> None:
    draft = with_cases(a_case(a_paper(name, 1, form="Mau.doc")))
    assert "dossier" not in draft.values
    assert defects_of(draft) == [defects.PAPER_WITHOUT_NAME]
    assert "mẫu: Mau.doc" in draft.body


def test_a_count_glued_to_a_year_is_left_out() -> None:
    draft = with_cases(a_case(a_paper("Cam kết theo Nghị định ngày 25/6/", 20241, 1)))
    assert draft.values["dossier"]["common"] == [{"name": "Cam kết theo Nghị định ngày 25/6/", "copies": 1}]
    (found,) = draft.unsettled
    assert found.defect is defects.COUNT_DOUBTFUL
    assert "20241 bản chính" in found.fact.vi


def test_a_long_heading_stays_the_name_of_its_case() -> None:
    heading = "Trường hợp " + "rất dài " * 50
    draft = with_cases(a_case(a_paper(), when=heading))
    assert draft.values["dossier"]["cases"][0]["when"] == heading.strip()
    assert defects_of(draft) == [defects.CASE_HEADING_LONG]


def test_a_record_without_dossier_is_reported() -> None:
    draft = with_cases()
    assert "dossier" not in draft.values
    assert defects_of(draft) == [defects.NO_DOSSIER]
