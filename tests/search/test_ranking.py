"""Which procedures the shipped search finds, and in which order."""

from __future__ import annotations

import pytest

from sotay.model.procedure import Applicant
from tests.support.searched import DOCUMENTS, a_searched, an_index, asked, codes

FIRST = {
    "đăng ký khai sinh": "1.001193",
    "dang ky khai sinh": "1.001193",
    "ĐĂNG KÍ KHAI SINH": "1.001193",
    "khai sinh có yếu tố nước ngoài": "2.000528",
    "đăng ký khai sinh lưu động": "1.003583",
    "đăng ký kết hôn": "1.000894",
    "dang ky lai khai tu": "1.005461",
    "Tôi muốn lấy vợ thì làm thế nào": "1.000894",
    "xin hoi lay chong o dau": "1.000894",
    "giấy độc thân": "1.004873",
    "sao y bao nhiêu": "2.000815",
    "con moi de": "1.001193",
    "gia hạn giấy phép xây dựng": "1.013227",
    "giấy phép xây dựng nhà ở": "1.013225",
    "thuê nhà ở xã hội": "1.012895",
    "chung thuc chu ky": "2.000884",
    "nhận cha mẹ con": "1.001022",
    "trích lục": "2.000635",
}
SLIPS = {
    "khaisinh": ("khai sinh", "1.001193"),
    "dangkykethon": ("đăng ký kết hôn", "1.000894"),
    "ddang kys khai sinh": ("đăng ký khai sinh", "1.001193"),
    "đăng ký kết hônn": ("đăng ký kết hôn", "1.000894"),
    "dang ky khai tuw": ("dang ky khai tu", "1.000656"),
    "dang ky khia sinh": ("dang ky khai sinh", "1.001193"),
    "giay fep xay dung": ("giay phep xay dung", "1.013225"),
    "xác nhận tinhf trạng hôn nhân": ("xác nhận tình trạng hôn nhân", "1.004873"),
}


def test_the_right_procedure_stands_first() -> None:
    answers = asked(*((question,) for question in FIRST))
    found = {question: codes(answer)[:1] for question, answer in zip(FIRST, answers, strict=True)}
    assert found == {question: [code] for question, code in FIRST.items()}


def test_slips_of_typing_are_mended_and_told() -> None:
    answers = asked(*((question,) for question in SLIPS))
    found = [(answer["corrected"], codes(answer)[0]) for answer in answers]
    assert dict(zip(SLIPS, found, strict=True)) == SLIPS


def test_a_slip_becomes_what_stands_beside_its_neighbours() -> None:
    """A k before a is mostly a c, but no name has “cải sinh”."""
    names = a_searched("2.000748", "Thay đổi, cải chính, bổ sung thông tin hộ tịch"), *DOCUMENTS
    beside, alone = asked(("dang ki kai sinh",), ("kai chính",), index=an_index(names))
    assert (beside["corrected"], codes(beside)[0]) == ("dang ki khai sinh", "1.001193")
    assert (alone["corrected"], codes(alone)[0]) == ("cải chính", "2.000748")


def test_what_was_typed_right_is_not_called_a_slip() -> None:
    answers = asked(*((question,) for question in FIRST))
    assert [answer["corrected"] for answer in answers] == [None] * len(FIRST)


def test_the_plain_procedure_stands_before_its_special_cases() -> None:
    [answer] = asked(("đăng ký khai sinh",))
    found = codes(answer)
    assert found.index("1.001193") < min(found.index("1.003583"), found.index("2.000528"))


def test_a_commune_stands_before_a_province() -> None:
    [answer] = asked(("chứng thực bản sao từ bản chính giấy tờ, văn bản",))
    assert codes(answer)[0] == "2.000815"


def test_typed_diacritics_count() -> None:
    typed, untyped = asked(("khai tử",), ("khai tú",))
    assert typed["results"][0]["score"] > untyped["results"][0]["score"]
    assert codes(untyped)[0] == "1.000656"


def test_a_diacritic_that_no_name_has_is_no_worse_than_none() -> None:
    wrong, without = asked(("đăng ký khai sĩnh",), ("đăng ký khai sinh",))
    assert codes(wrong)[0] == codes(without)[0] == "1.001193"
    wrong, without = asked(("đăng ký kết hốn lưu động",), ("đăng ký kết hon lưu động",))
    assert wrong["results"][0]["score"] == pytest.approx(without["results"][0]["score"])


def test_people_stand_before_organisations_when_all_else_is_equal() -> None:
    organisations = a_searched("1.000010", "Cấp thẻ thư viện", applicants=(Applicant.ORGANISATION,))
    people = a_searched("1.000020", "Cấp thẻ thư viện")
    [answer] = asked(("cấp thẻ thư viện",), index=an_index((organisations, people)))
    assert codes(answer) == ["1.000020", "1.000010"]


def test_the_words_of_a_saying_mean_nothing_apart() -> None:
    [answer] = asked(("lam nha can gi",))
    assert codes(answer)[0] == "1.013225"
    assert "1.003583" not in codes(answer)[:2]


def test_a_name_counts_more_than_a_paper() -> None:
    [answer] = asked(("giấy khai sinh",))
    assert "1.010832" not in codes(answer)[:3]


def test_a_paper_alone_finds_its_procedure() -> None:
    [answer] = asked(("trẻ em",))
    assert codes(answer) == ["1.010832"]


@pytest.mark.parametrize("start", ["dang ky khai s", "dang ky kh", "đăng ký khai si"])
def test_the_last_word_may_be_begun(start: str) -> None:
    [answer] = asked((start,))
    assert codes(answer)[0] == "1.001193"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("1.001193", ["1.001193"]),
        ("1001193", ["1.001193"]),
        ("1.0011", ["1.001193"]),
        ("mã 1.001193", ["1.001193"]),
        ("60/2014/QH13", ["1.001193"]),
        ("60/2014", ["1.001193"]),
    ],
)
def test_codes_are_found_whole_and_begun(code: str, found: list[str]) -> None:
    [answer] = asked((code,))
    assert codes(answer) == found


def test_words_beside_a_decree_order_what_cites_it() -> None:
    [answer] = asked(("nghị định 123/2015/NĐ-CP đăng ký lại khai sinh",))
    assert codes(answer) == ["1.004884", "1.001193"]


def test_a_number_that_is_no_code_is_a_word() -> None:
    [answer] = asked(("đăng ký khai sinh 2026",))
    assert codes(answer)[0] == "1.001193"


def test_what_nobody_has_finds_nothing() -> None:
    for answer in asked(("qwrtz",), ("???",), ("…",)):
        assert (answer["results"], answer["total"], answer["choices"], answer["corrected"]) == ([], 0, [], None)


def test_one_word_that_says_little_is_searched_for_and_more_of_them_are_not() -> None:
    """“Mất”, “làm”: people who type one word mean it; “ở xã” alone asks for nothing."""
    one, more = asked(("xã",), ("ở xã",))
    assert one["total"] > 0
    assert more["total"] == 0
