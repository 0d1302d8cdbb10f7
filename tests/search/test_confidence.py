"""Weak answers are told from sure ones: off the matter, needs that no procedure answers, guesses."""

from __future__ import annotations

import pytest

from sotay.model.glossary import Glossary
from tests.search.test_ranking import FIRST
from tests.support.searched import a_searched, an_index, asked, codes

GLOSSARY = Glossary.model_validate(
    {
        "entries": [
            {"say": ["bán rượu"], "means": ["cấp giấy phép bán lẻ rượu"]},
            {"say": ["bán lẻ xăng"], "means": ["cấp giấy phép bán lẻ xăng dầu"]},
        ],
        "stop_words": ["xin chào", "cho hỏi", "hôm nay", "làm sao", "để"],
    }
)
INDEX = an_index(
    [
        a_searched("1.000100", "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ"),
        a_searched("1.000200", "Gia hạn giấy phép xây dựng"),
        a_searched("1.000300", "Hỗ trợ tưới tiên tiến, tiết kiệm nước trong thời hạn được giao"),
        a_searched("1.000400", "Cấp giấy phép tạm nhập vàng để tái xuất"),
        a_searched("1.000500", "Đánh giá tác động môi trường"),
        a_searched("1.000600", "Cấp lại phiếu lý lịch tư pháp"),
        a_searched("1.000700", "Khai báo công trình điện"),
        *(a_searched(f"1.0008{number:02}", f"Cấp giấy phép xây dựng bến số {number}") for number in range(30)),
    ],
    GLOSSARY,
)


@pytest.mark.parametrize("question", ["xin chào", "cho hỏi", "Xin chào, cho hỏi", "hom nay", "9.999999", "zzz qqq"])
def test_what_asks_for_nothing_finds_nothing(question: str) -> None:
    [answer] = asked((question,), index=INDEX)
    assert (answer["results"], answer["total"], answer["isWeak"]) == ([], 0, False)


@pytest.mark.parametrize("question", ["thời tiết hôm nay", "giá vàng hôm nay", "lịch cắt điện"])
def test_words_that_stand_apart_are_no_sure_answer(question: str) -> None:
    [answer] = asked((question,), index=INDEX)
    assert answer["isWeak"] or not answer["results"]


def test_a_need_without_a_procedure_gets_the_few_nearest_and_is_told() -> None:
    [answer] = asked(("giấy phép bán rượu",), index=INDEX)
    assert answer["isWeak"]
    assert 0 < answer["total"] == len(answer["results"]) <= 5
    assert answer["choices"] == []


def test_what_is_asked_beside_an_unknown_code_is_found() -> None:
    [answer] = asked(("9.999999 phiếu lý lịch tư pháp",), index=INDEX)
    assert (codes(answer)[0], answer["isWeak"]) == ("1.000600", False)


def test_a_slip_with_nothing_beside_it_is_a_guess() -> None:
    guess, meant = asked(("vagn",), ("tạm nhập vagn",), index=INDEX)
    assert guess["corrected"] is None or guess["isWeak"]
    assert (codes(meant)[0], meant["isWeak"]) == ("1.000400", False)


def test_slips_beside_words_that_no_name_has_are_a_guess() -> None:
    index = an_index([a_searched("1.000900", "Chứng thực hợp đồng đã ký"), a_searched("1.001000", "Cấp bản sao")])
    guess, meant = asked(("bóng đá",), ("hợp đồg",), index=index)
    assert (guess["corrected"], guess["isWeak"]) == ("đồng đá", True)
    assert (codes(meant)[0], meant["corrected"], meant["isWeak"]) == ("1.000900", "hợp đồng", False)


def test_a_filter_leaves_an_answer_as_weak_as_it_was() -> None:
    none, some = asked(
        ("giấy phép bán rượu", {"field": "xay-dung"}), ("giấy phép bán rượu", {"online": True}), index=INDEX
    )
    assert (none["results"], none["isWeak"]) == ([], False)
    assert some["isWeak"]


def test_right_answers_are_sure() -> None:
    answers = asked(*((question,) for question in FIRST), ("",), ("1.001193",))
    assert [answer["isWeak"] for answer in answers] == [False] * (len(FIRST) + 2)
