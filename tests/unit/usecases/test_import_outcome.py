"""Results, conditions, legal basis, and what has no key."""

from __future__ import annotations

import pytest

from sotay.usecases.importing import defects
from tests.support.national_records import defects_of, drafted


def test_a_result_without_a_code_is_enough() -> None:
    draft = drafted(ket_qua=[{"ten": "Văn bản xác nhận", "ma": None}])
    assert draft.values["results"] == [{"name": "Văn bản xác nhận"}]
    assert draft.unsettled == ()


def test_a_malformed_code_of_a_result_is_kept_in_the_body() -> None:
    draft = drafted(ket_qua=[{"ten": "Giấy phép", "ma": "KQ-1"}, {"ten": "", "ma": "KQ.G01.000001"}])
    assert draft.values["results"] == [{"name": "Giấy phép"}]
    assert defects_of(draft) == [defects.RESULT_UNCLEAR] * 2
    assert "- Kết quả: Giấy phép; mã: KQ-1" in draft.body
    assert "mã: KQ.G01.000001" in draft.body


def test_a_record_without_result_is_reported() -> None:
    assert defects_of(drafted(ket_qua=[])) == [defects.NO_RESULT]


@pytest.mark.parametrize("text", [None, "Không", "Không có.", "không quy định"])
def test_no_condition_is_no_condition(text: str | None) -> None:
    draft = drafted(yeu_cau_dieu_kien=text)
    assert "conditions" not in draft.values
    assert draft.unsettled == ()


def test_conditions_are_one_for_each_paragraph() -> None:
    text = "- Nam từ đủ 20 tuổi;\n- Nữ từ đủ 18 tuổi, việc kết hôn do\nhai bên tự nguyện.\na) Không bị mất năng lực"
    assert drafted(yeu_cau_dieu_kien=text).values["conditions"] == [
        "Nam từ đủ 20 tuổi;",
        "Nữ từ đủ 18 tuổi, việc kết hôn do hai bên tự nguyện.",
        "a) Không bị mất năng lực",
    ]


def test_a_word_is_no_condition() -> None:
    draft = drafted(yeu_cau_dieu_kien="có")
    assert defects_of(draft) == [defects.CONDITIONS_UNCLEAR]
    assert "### Yêu cầu, điều kiện\n\ncó" in draft.body


def test_a_treatise_of_conditions_goes_to_the_body() -> None:
    draft = drafted(yeu_cau_dieu_kien="- Điều kiện rất dài.\n" * 300)
    assert "conditions" not in draft.values
    assert defects_of(draft) == [defects.CONDITIONS_MOVED]
    assert draft.body.count("- Điều kiện rất dài.") == 300


def test_malformed_legal_numbers_are_kept_in_the_body() -> None:
    draft = drafted(can_cu_phap_ly=["60/2014/QH13", "123/2015/ND-CP", "Luật", "60/2014/QH13"])
    assert draft.values["legal_basis"] == ["60/2014/QH13"]
    assert [u.fact.vi for u in draft.unsettled] == [
        "số hiệu “123/2015/ND-CP” sai thể thức, có thể là “123/2015/NĐ-CP”",
        "số hiệu “Luật” sai thể thức",
    ]
    assert "- Căn cứ pháp lý: Luật" in draft.body


def test_a_record_without_legal_basis_is_reported() -> None:
    assert defects_of(drafted(can_cu_phap_ly=None)) == [defects.NO_LEGAL_BASIS]


@pytest.mark.parametrize(
    ("related", "kept"),
    [
        ("* 1.000656: Khai tử\n2.000635: Trích lục", "- 1.000656: Khai tử\n- 2.000635: Trích lục"),
        (["1.000656"], '["1.000656"]'),
    ],
)
def test_related_procedures_are_kept_whatever_their_form(related: object, kept: str) -> None:
    draft = drafted(thu_tuc_lien_quan=related)
    assert defects_of(draft) == [defects.RELATED_IN_BODY]
    assert kept in draft.body.replace("\\", "")
