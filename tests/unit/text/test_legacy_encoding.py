"""Old encodings are told from Unicode and from foreign words, and read as what they say."""

from __future__ import annotations

import pytest

from sotay.text.legacy_encoding import Encoding, decode, legacy_lines

SAID = "Thủ tục đăng ký khai sinh; quyền, nghĩa vụ của người nộp hồ sơ ở Điều 5"


def shown(text: str) -> list[tuple[int, Encoding]]:
    return [(line.number, line.encoding) for line in legacy_lines(text)]


@pytest.mark.parametrize(
    ("typed", "encoding", "said"),
    [
        ("TiÕng ViÖt", Encoding.TCVN3, "Tiếng Việt"),
        ("B¶o Th¾ng", Encoding.TCVN3, "Bảo Thắng"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", Encoding.TCVN3, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("Tieáng Vieät", Encoding.VNI, "Tiếng Việt"),
        ("Xin chaøo caùc baïn", Encoding.VNI, "Xin chào các bạn"),
        ("COÄNG HOØA XAÕ HOÄI", Encoding.VNI, "CỘNG HÒA XÃ HỘI"),
        ("Tie^'ng Vie^.t", Encoding.VIQR, "Tiếng Việt"),
        ("ddu+o+'ng sa('t", Encoding.VIQR, "đướng sắt"),
        ("Tiáº¿ng Viá»‡t", Encoding.MISREAD, "Tiếng Việt"),
    ],
)
def test_an_old_encoding_is_known_and_read(typed: str, encoding: Encoding, said: str) -> None:
    lines = list(legacy_lines(f"Dòng đầu.\n{typed}\n"))
    assert [(line.number, line.encoding, line.decoded) for line in lines] == [(2, encoding, said)]


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        SAID.upper(),
        "São Tomé, Zürich, Noël, Société Générale, naïve, Citroën",
        "Thaï",
        "5 µm và 10 µg/m³, ® © ¥ £ ½",
        "· Gạch đầu dòng ·Nộp",
        "khoản a(b), nhóm máu O+ và A+, 2^3, C++",
        "Ðiều kiện, Ðã ký",
        "Câu hỏi?'",
        "",
    ],
)
def test_what_only_looks_odd_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_one_doubtful_word_is_not_enough_but_a_second_line_makes_both_certain() -> None:
    assert shown("vµ") == []
    assert shown("vµ\nhå s¬") == [(1, Encoding.TCVN3), (2, Encoding.TCVN3)]


def test_a_line_is_of_the_encoding_that_explains_more_of_it() -> None:
    assert shown("Tieáp nhaän hoà sô töø ngöôøi daân") == [(1, Encoding.VNI)]


def test_words_in_unicode_on_the_same_line_stay_as_they_are() -> None:
    assert decode("Tên gọi: TiÕng ViÖt được dùng", Encoding.TCVN3) == "Tên gọi: Tiếng Việt được dùng"


def test_a_line_that_is_no_utf8_after_all_stays_as_it_is() -> None:
    assert decode("Tiếng Việt", Encoding.MISREAD) == "Tiếng Việt"
