"""Syllables, tones, look-alikes and numbers in words."""

from __future__ import annotations

import pytest

from sotay.text.look_alikes import look_alikes, mend_look_alikes
from sotay.text.number_words import number_in_words
from sotay.text.ordinary import is_ordinary
from sotay.text.plain_words import needless_words
from sotay.text.state_papers import held_in
from sotay.text.syllable import is_syllable
from sotay.text.tone_style import in_new_style, in_old_style, without_quotes


@pytest.mark.parametrize(
    "word", ["nghiêng", "quý", "giếng", "gì", "khuỷu", "oẳn", "ƯỚT", "xoong", "yến", "chuyện", "đoàn", "Thuở"]
)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "cat", "bạch2", "zip", "sộốt", "việct", "nghiêngg", "bank", "mat", "ée"])
def test_what_cannot_be_a_syllable_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_words_are_known_by_their_style_and_given_in_the_other() -> None:
    assert [(w.word, w.other) for w in in_old_style("hòa khỏe thủy tùy Úy")] == [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("thủy", "thuỷ"),
        ("tùy", "tuỳ"),
        ("Úy", "Uý"),
    ]
    assert [(w.word, w.other) for w in in_new_style("hoà khoẻ thuỷ")] == [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
    ]


@pytest.mark.parametrize("text", ["toán hoàng thoại quý quỳ", "Khánh Hoà", "Thuỷ Nguyên", "THUỶ SẢN", "của Lê Hoá"])
def test_closed_syllables_names_and_capitals_show_no_style(text: str) -> None:
    assert in_old_style(text) == in_new_style(text) == ()


def test_a_common_word_at_the_beginning_of_a_sentence_is_no_name() -> None:
    assert [w.word for w in in_new_style("Uỷ ban nhân dân")] == ["Uỷ"]


def test_a_quote_is_blanked_out_and_every_offset_stays() -> None:
    assert without_quotes("a “hoà” b") == "a       b"


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Mẫu А số 1", "Mẫu A số 1"),
        ("giấy tờ kèm thеo", "giấy tờ kèm theo"),
        ("ngăn Ａ", "ngăn A"),
        ("tiếng Nga: Свидетельство о рождении", "tiếng Nga: Свидетельство о рождении"),
        ("5 Ω, kΩ, α-amylase, TNFα, μm", "5 Ω, kΩ, α-amylase, TNFα, μm"),
        ("thường", "thường"),
    ],
)
def test_letters_that_only_look_right_are_put_right(line: str, mended: str) -> None:
    assert mend_look_alikes(line) == mended
    assert bool(list(look_alikes(line))) == (line != mended)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("không", 0),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("bốn lăm", 45),
        ("một trăm linh năm", 105),
        ("ba trăm sáu mươi lăm", 365),
        ("một triệu hai trăm nghìn", 1_200_000),
        ("hai nghìn không trăm hai mươi sáu", 2026),
        ("ba ngày", None),
        ("trăm", None),
        ("nghìn triệu", None),
        ("một nghìn hai triệu", None),
        ("", None),
    ],
)
def test_numbers_in_words_are_read_or_left_open(words: str, number: int | None) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tiến hành kiểm tra hồ sơ.", ("Tiến hành", "")),
        ("cơ quan tiến hành tố tụng", None),
        ("Trả trong vòng 02 ngày nhằm mục đích báo tin.", ("trong vòng", "trong")),
        ("đất trong vòng xoay", None),
        ("không bắt buộc phải nộp", None),
        ("bắt buộc phải nộp", ("bắt buộc phải", "phải")),
        ("giấy tờ không được phép.", None),
        ("gọi là “nhằm mục đích”", None),
    ],
)
def test_needless_words_are_found_where_they_are_needless(line: str, found: tuple[str, str] | None) -> None:
    assert needless_words(line) == found


@pytest.mark.parametrize(
    ("name", "is_held"),
    [
        ("Bản sao sổ hộ khẩu", True),
        ("(i) Giấy khai sinh của trẻ", True),
        ("a) Phiếu lý lịch tư pháp số 2", True),
        ("Bản sao có chứng thực Giấy chứng nhận đăng ký doanh nghiệp", True),
        ("Tờ khai đăng ký khai sinh", False),
        ("Giấy đề nghị cấp đổi Giấy chứng nhận đăng ký doanh nghiệp", False),
        ("Giấy khai sinh do nước ngoài cấp", False),
        ("Căn cước điện tử", False),
        ("Thẻ căn cước hoặc hộ chiếu", False),
    ],
)
def test_papers_that_a_database_holds_are_known(name: str, is_held: bool) -> None:
    assert (held_in(name) is not None) == is_held


def test_vietnamese_with_its_usual_signs_is_ordinary() -> None:
    assert is_ordinary("Điều 5: “phí” – 1.000 m²; ☐ có…\n")
    assert not is_ordinary("5\u00a0ngày")
    assert not is_ordinary("cu\u0309a")
