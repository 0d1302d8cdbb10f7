"""Sayings of the glossary in a question: with words between, one inside another, beside amounts and years."""

from __future__ import annotations

import pytest

from sotay.model.glossary import Glossary
from tests.support.searched import a_searched, an_index, asked, codes

GLOSSARY = Glossary.model_validate(
    {
        "entries": [
            {"say": ["bán xe", "bán xe máy"], "means": ["sang tên xe"]},
            {"say": ["xin giấy phép"], "means": ["cấp giấy phép"]},
            {"say": ["giấy phép môi trường"], "means": ["giấy phép môi trường"]},
            {"say": ["đóng tàu"], "means": ["đóng mới tàu cá"]},
            {"say": ["bến tàu"], "means": ["bến thủy nội địa"]},
            {"say": ["lấn đất"], "means": ["hòa giải tranh chấp đất đai"]},
            {"say": ["buôn bán"], "means": ["đăng ký thành lập hộ kinh doanh"]},
            {"say": ["bảo hiểm tự nguyện"], "means": ["đóng BHXH tự nguyện"]},
        ],
        "stop_words": ["cho em hỏi", "thì", "ở đâu"],
    }
)
INDEX = an_index(
    [
        a_searched("1.000100", "Đăng ký sang tên xe"),
        a_searched("1.000200", "Cấp giấy phép xây dựng nhà máy"),
        a_searched("1.000300", "Cấp giấy phép môi trường"),
        a_searched("1.000400", "Chấp thuận đóng mới tàu cá"),
        a_searched("1.000500", "Công bố đóng bến thủy nội địa"),
        a_searched("1.000600", "Hòa giải tranh chấp đất đai"),
        a_searched("1.000700", "Giải thể quỹ tín dụng"),
        a_searched("1.000800", "Đăng ký thành lập hộ kinh doanh"),
        a_searched("1.000900", "Đăng ký, điều chỉnh đóng BHXH tự nguyện; cấp sổ BHXH"),
    ],
    GLOSSARY,
)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("bán xe", "1.000100"),
        ("bán cái xe", "1.000100"),
        ("cho em hỏi bán hai chiếc xe thì ở đâu", "1.000100"),
        ("ban may cai xe", "1.000100"),
        ("xin giấy phép môi trường", "1.000300"),
        ("xin giay phep moi truong cho nha may", "1.000300"),
        ("đóng bến tàu", "1.000500"),
        ("đóng tàu", "1.000400"),
    ],
)
def test_a_saying_is_found_with_words_between_and_beside_others(question: str, code: str) -> None:
    [answer] = asked((question,), index=INDEX)
    assert codes(answer)[0] == code


@pytest.mark.parametrize(
    ("question", "code"),
    [("bán xẻ", "1.000100"), ("bẵn xe máy", "1.000100"), ("đõng tàu", "1.000400"), ("lấn đât", "1.000600")],
)
def test_a_saying_with_a_diacritic_that_no_name_has_is_meant(question: str, code: str) -> None:
    [answer] = asked((question,), index=INDEX)
    assert codes(answer)[0] == code


def test_what_somebody_does_for_a_living_is_said_aside() -> None:
    aside, meant = asked(("bảo hiểm tự nguyện cho người buôn bán",), ("buôn bán",), index=INDEX)
    assert (codes(aside)[0], codes(meant)[0]) == ("1.000900", "1.000800")


def test_words_far_apart_are_no_saying() -> None:
    [answer] = asked(("bán hết cả bốn cái xe",), index=INDEX)
    assert answer["results"] == [] or answer["results"][0]["score"] < 0.5


@pytest.mark.parametrize("amount", ["100", "1000", "00070"])
def test_an_amount_or_a_year_is_no_code(amount: str) -> None:
    [answer] = asked((f"lấn đất {amount} mét",), index=INDEX)
    assert codes(answer)[0] == "1.000600"


@pytest.mark.parametrize("code", ["1.000700", "1000700", "1.0007"])
def test_a_code_is_found_with_its_dot_or_with_all_its_digits(code: str) -> None:
    [answer] = asked((code,), index=INDEX)
    assert codes(answer) == ["1.000700"]
