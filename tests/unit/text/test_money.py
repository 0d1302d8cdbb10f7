"""Money in prose is read as people write it, and a passage counts as a fee only where it surely is one."""

from __future__ import annotations

import pytest

from sotay.text.money import (
    amounts,
    in_words,
    leading_brackets,
    passage_free_for_all,
    passages_with_fee,
    says_nothing_due,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lệ phí 135.000 đồng/lần", [(135000, "VND")]),
        ("8.000đ/bản, từ bản thứ hai 4,000 VNĐ", [(8000, "VND"), (4000, "VND")]),
        ("155 USD", [(155, "USD")]),
        ("Nghị định 85/2019/NĐ-CP có 3 đối tượng", []),
        ("1.5.000 đồng", []),
    ],
)
def test_amounts_are_read_with_their_currency(text: str, found: list[tuple[int, str]]) -> None:
    assert [(amount.value, amount.currency) for amount in amounts(text)] == found


def test_an_amount_is_written_as_administrative_documents_do() -> None:
    assert in_words(22500000) == "22.500.000 đồng"
    assert in_words(155, "USD") == "155 USD"


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("(Lệ phí: 135.000 đồng/lần.)Nộp qua bưu chính", ["Lệ phí: 135.000 đồng/lần."]),
        ("Mức lệ phí (nếu có) theo quy định của Hội đồng nhân dân tỉnh", None),
        ("Nộp 150.000 đồng tại quầy", None),
        ("Cước bưu chính 30.000 đồng là phí của bưu điện", []),
        ("Hộ có thu nhập dưới 1.500.000 đồng", []),
        ("Dự án có chi phí trên 5.000.000.000 đồng", []),
        ("Hội đồng nhân dân thông qua chương trình", []),
        ("Lệ phí do đồng chí phụ trách thu", []),
    ],
)
def test_a_passage_asks_for_a_fee_only_if_it_says_so(text: str, passages: list[str] | None) -> None:
    assert [passage.strip(").") for passage in passages_with_fee(text)] == (
        [text] if passages is None else [passage.strip(").") for passage in passages]
    )


def test_in_a_note_on_the_fee_every_amount_is_one() -> None:
    note = "Theo quy định của Hội đồng nhân dân cấp tỉnh; 200.000 đồng đối với hàng quá cảnh"
    assert list(passages_with_fee(note)) == []
    assert len(list(passages_with_fee(note, is_about_fees=True))) == 2


@pytest.mark.parametrize("text", ["Miễn phí", "Không thu lệ phí.", "miễn lệ phí", "Không"])
def test_a_text_that_says_nothing_is_due(text: str) -> None:
    assert says_nothing_due(text)


@pytest.mark.parametrize("text", ["Miễn phí cho hộ nghèo", "Các trường hợp không được miễn", "8.000 đồng"])
def test_a_text_that_says_more(text: str) -> None:
    assert not says_nothing_due(text)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Nộp trực tuyến. Không thu lệ phí.", "Không thu lệ phí"),
        ("Nộp hồ sơ trực tuyến được miễn phí", "Nộp hồ sơ trực tuyến được miễn phí"),
        ("Người thuộc hộ nghèo được miễn lệ phí", None),
        ("Trừ các trường hợp được miễn phí", None),
        ("Trả lệ phí khi nhận kết quả", None),
    ],
)
def test_free_for_all_is_told_from_free_for_some(text: str, passage: str | None) -> None:
    assert passage_free_for_all(text) == passage


def test_the_note_on_the_fee_stands_in_brackets_at_the_start() -> None:
    assert leading_brackets("(Lệ phí (nếu có): 8.000 đồng)Nộp tại quầy (tầng 1)") == "Lệ phí (nếu có): 8.000 đồng"
    assert leading_brackets("Nộp tại quầy (tầng 1)") == ""
    assert leading_brackets("(chưa đóng ngoặc") == "chưa đóng ngoặc"
