"""A body or a law may be named as one of former times; then nobody is sent to it."""

from __future__ import annotations

import pytest

from sotay.text.former_times import is_coming_law, is_former_body, is_former_law, sentence_around

BODY = "phòng tư pháp"
LAW = "34/2013/NĐ-CP"


def around(text: str, passage: str) -> tuple[str, str]:
    start = text.index(passage)
    return sentence_around(text, start, start + len(passage))


def test_a_sentence_ends_at_its_stop_and_at_the_line() -> None:
    assert around("một. hai phòng tư pháp ba. bốn", BODY) == ("hai ", " ba")
    assert around("một\nhai phòng tư pháp ba\nbốn", BODY) == ("hai ", " ba")


@pytest.mark.parametrize(
    "text",
    [
        "giấy do phòng tư pháp cấp trước ngày 01/7/2025",
        "giấy do phòng tư pháp đã cấp",
        "phòng tư pháp (cũ)",
        "nguyên là phòng tư pháp",
        "không còn phòng tư pháp",
        "ủy ban nhân dân cấp xã thay phòng tư pháp",
        "thông tư 72/2011/ttlt-btc-bgtvt ngày 27/5/2011 của phòng tư pháp",
        "giấy xác nhận của phòng tư pháp trước ngày 01 tháng 7 năm 2025",
        "trước đây, phòng tư pháp giải quyết",
        "sổ do phòng tư pháp lập trước đây",
        "giấy đã được phòng tư pháp cấp",
        "từ ngày 01/7/2025, phòng tư pháp kết thúc hoạt động",
        "nhiệm vụ của phòng tư pháp được chuyển về ủy ban nhân dân cấp xã",
    ],
)
def test_a_body_of_former_times_is_told_as_such(text: str) -> None:
    assert is_former_body(*around(text, BODY))


@pytest.mark.parametrize(
    "text",
    [
        "nộp tại phòng tư pháp",
        "phòng tư pháp kiểm tra hồ sơ",
        "giấy do phòng tư pháp cấp",
        "gửi phòng tư pháp cũng được",
        "hồ sơ đã được phòng tư pháp thẩm định",
        "phòng tư pháp chuyển cho công chức một cửa",
    ],
)
def test_a_body_at_work_is_not_of_former_times(text: str) -> None:
    assert not is_former_body(*around(text, BODY))


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày Nghị định 34/2013/NĐ-CP có hiệu lực",
        "văn bản sửa đổi Nghị định 34/2013/NĐ-CP",
        "Nghị định 34/2013/NĐ-CP, đã được Nghị định khác sửa đổi",
        "đã thông báo thành lập theo Nghị định 34/2013/NĐ-CP",
        "thay thế Nghị định số 34/2013/NĐ-CP",
        "Trước ngày Nghị định số 118/2025/NĐ-CP có hiệu lực thì theo Nghị định số 34/2013/NĐ-CP",
    ],
)
def test_a_law_of_other_times_is_told_as_such(text: str) -> None:
    assert is_former_law(*around(text, LAW))


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định 34/2013/NĐ-CP",
        "Mẫu số 01 kèm theo Nghị định 34/2013/NĐ-CP",
        "Nghị định 34/2013/NĐ-CP có hiệu lực và được áp dụng",
        "theo Nghị định 34/2013/NĐ-CP được sửa đổi, bổ sung",
        "Trước ngày hẹn trả, giải quyết theo Nghị định 34/2013/NĐ-CP",
    ],
)
def test_a_law_that_is_applied_is_not(text: str) -> None:
    assert not is_former_law(*around(text, LAW))


@pytest.mark.parametrize(
    ("text", "is_coming"),
    [
        ("Từ ngày 01/3/2027, áp dụng Luật số 34/2013/NĐ-CP", True),
        ("Luật số 34/2013/NĐ-CP áp dụng từ ngày 01/3/2027", True),
        ("sẽ thực hiện theo 34/2013/NĐ-CP", True),
        ("thực hiện theo 34/2013/NĐ-CP", False),
    ],
)
def test_a_sentence_may_speak_of_a_law_to_come(text: str, is_coming: bool) -> None:
    assert is_coming_law(*around(text, LAW)) is is_coming
