"""The head of a record: code, title, decision, field, levels, applicants, agencies."""

from __future__ import annotations

import re

import pytest

from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Draft
from tests.support.national_records import defects_of, drafted


def facts_of(draft: Draft) -> list[str]:
    return [unsettled.fact.vi for unsettled in draft.unsettled]


def test_a_code_with_the_suffix_of_a_local_portal_gives_the_national_code() -> None:
    draft = drafted(ma_thu_tuc="1.012753.000.00.00.H19")
    assert draft.code == "QT-TTHC-1012753"
    assert draft.values["tthc"] == ["1.012753"]
    assert defects_of(draft) == [defects.NO_CODE]
    assert "- Mã thủ tục: 1.012753.000.00.00.H19" in draft.body


@pytest.mark.parametrize("code", [None, "", "T-QBI-098614-TT", "1.01", "١.001193"])
def test_without_a_code_the_title_gives_one_that_never_changes(code: str | None) -> None:
    draft = drafted(ma_thu_tuc=code)
    assert re.fullmatch(r"QT-TTHC-X[0-9A-F]{9}", draft.code)
    assert draft.code == drafted(ma_thu_tuc=None, ten_thu_tuc=" Đăng ký  khai sinh").code
    assert draft.code != drafted(ma_thu_tuc=None, ten_thu_tuc="Đăng ký khai tử").code
    assert "tthc" not in draft.values
    assert defects_of(draft) == [defects.NO_CODE]


def test_a_title_keeps_its_words_and_loses_only_line_ends() -> None:
    assert drafted(ten_thu_tuc="Thủ tục\nhải quan ").values["title"] == "Thủ tục hải quan"
    assert defects_of(drafted(ten_thu_tuc="Rất dài " * 40)) == [defects.TITLE_TOO_LONG]


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        ("1707/QD-BTC", "số quyết định “1707/QD-BTC” sai thể thức, có thể là “1707/QĐ-BTC”"),
        ("QĐ/0001-BCA", "số quyết định “QĐ/0001-BCA” sai thể thức"),
        ("1681", "số quyết định “1681” sai thể thức"),
    ],
)
def test_a_malformed_decision_number_stays_as_typed_for_the_check_to_find(number: str, fact: str) -> None:
    draft = drafted(so_quyet_dinh_cong_bo=number)
    assert draft.values["national_record"] == {"decision": number, "as_of": "07/2026"}
    assert facts_of(draft) == [fact]


def test_a_record_without_decision_and_date_has_no_national_record() -> None:
    draft = drafted(so_quyet_dinh_cong_bo=None, source=None)
    assert "national_record" not in draft.values
    assert defects_of(draft) == [defects.NO_DECISION]


def test_a_record_of_the_time_of_districts_is_reported() -> None:
    draft = drafted(source={"as_of": "2021-08 (three-tier era)"})
    assert draft.values["national_record"]["as_of"] == "08/2021"
    assert defects_of(draft) == [defects.OLD_RECORD]
    assert drafted(source={"as_of": "2025-07"}).unsettled == ()


def test_a_date_in_other_words_is_kept_in_the_body() -> None:
    draft = drafted(source={"as_of": "năm ngoái", "portal_url": "https://dichvucong.gov.vn/x"})
    assert "as_of" not in draft.values["national_record"]
    assert "- Thời điểm dữ liệu: năm ngoái" in draft.body
    assert draft.address == "https://dichvucong.gov.vn/x"


def test_a_long_field_gives_a_short_id_of_its_own() -> None:
    one, other = (drafted(linh_vuc="Thành lập và hoạt động " * 5 + end) for end in ("a", "b"))
    assert len(one.folder) <= 67
    assert one.folder != other.folder
    assert one.folder == one.values["field"]


@pytest.mark.parametrize("name", [None, " ", "…"])
def test_a_record_without_field_has_a_folder_for_it(name: str | None) -> None:
    draft = drafted(linh_vuc=name)
    assert draft.folder == "chua-phan-loai"
    assert defects_of(draft)[0] is defects.NO_FIELD


def test_entries_outside_a_closed_list_are_kept_and_reported() -> None:
    draft = drafted(cap_thuc_hien=["Cấp huyện", "Cấp xã", "Cấp xã"], doi_tuong_thuc_hien=[])
    assert draft.values["levels"] == ["commune"]
    assert "applicants" not in draft.values
    assert defects_of(draft) == [defects.NO_LEVEL, defects.NO_APPLICANT]
    assert "- Cấp thực hiện: Cấp huyện" in draft.body


def test_the_applicant_with_a_comma_of_its_own_is_one() -> None:
    split = ["Tổ chức (không bao gồm doanh nghiệp", "HTX)", "Hợp tác xã"]
    assert drafted(doi_tuong_thuc_hien=split).values["applicants"] == ["organisation", "cooperative"]
    assert drafted(doi_tuong_thuc_hien=["Tổ chức (không bao gồm doanh nghiệp, HTX)"]).unsettled == ()


def test_the_agencies_are_typed_as_they_are_named() -> None:
    draft = drafted(
        co_quan_co_tham_quyen="Chủ tịch UBND cấp xã",
        co_quan_duoc_uy_quyen="Phòng Kinh tế",
        co_quan_phoi_hop="Sở Văn hóa, Thể thao và Du lịch",
    )
    assert draft.values["authority"] == {
        "executing": "Ủy ban nhân dân cấp xã",
        "competent": "Chủ tịch UBND cấp xã",
        "delegated": "Phòng Kinh tế",
        "coordinating": ["Sở Văn hóa, Thể thao và Du lịch"],
    }


@pytest.mark.parametrize(
    "name", ["Bảo hiểm xã hội cấp huyện", "Phòng Tư Pháp", "Sở Giao thông vận tải", "Sở Lao động-Thương binh và Xã hội"]
)
def test_an_abolished_agency_is_not_typed(name: str) -> None:
    draft = drafted(co_quan_thuc_hien=name)
    assert "authority" not in draft.values
    (found,) = draft.unsettled
    assert (found.defect, found.quote) == (defects.ABOLISHED_AGENCY, name)
    assert f"- Cơ quan thực hiện:\n  - {name}" in draft.body


@pytest.mark.parametrize("name", ["Công an huyện", "Uỷ ban Nhân dân xã, phường, thị trấn."])
def test_a_name_that_may_be_out_of_date_is_typed_and_asked_about(name: str) -> None:
    draft = drafted(co_quan_thuc_hien=name)
    assert draft.values["authority"] == {"executing": name}
    assert defects_of(draft) == [defects.AGENCY_DOUBTFUL]


def test_a_text_that_is_no_name_is_kept_in_the_body() -> None:
    draft = drafted(co_quan_co_tham_quyen="chứng thực như sau:\n* Ghi lời chứng;\n* Ký")
    assert draft.values["authority"] == {"executing": "Ủy ban nhân dân cấp xã"}
    assert defects_of(draft) == [defects.AGENCY_UNCLEAR]
    assert "  - Ghi lời chứng;" in draft.body


def test_a_record_without_agency_quotes_where_dossiers_are_received() -> None:
    draft = drafted(co_quan_thuc_hien=None, dia_chi_tiep_nhan_hs="Trung tâm Phục vụ hành chính công\nTầng 1")
    (found,) = draft.unsettled
    assert found.defect is defects.NO_AGENCY
    assert "- Địa chỉ tiếp nhận hồ sơ:\n  - Trung tâm Phục vụ hành chính công\n  - Tầng 1" in draft.body
