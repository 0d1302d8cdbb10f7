"""Decoding, tones and numbers hold for any text; no text makes a rule about text fail."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sotay.rules.writing.links import Link
from sotay.text.legacy_encoding import Encoding, decode, legacy_lines
from sotay.text.look_alikes import look_alikes, mend_look_alikes
from sotay.text.normal import is_clean
from sotay.text.number_words import number_in_words
from sotay.text.ordinary import is_ordinary
from sotay.text.plain_words import needless_words
from sotay.text.state_papers import held_in
from sotay.text.syllable import is_syllable
from sotay.text.tone_style import in_new_style, in_old_style
from tests.support.strategies import odd_texts, vietnamese

ONSETS = ["b", "c", "đ", "h", "kh", "ngh", "th", "tr", "x", ""]
RHYMES = ["ương", "iên", "oan", "uân", "ôi", "ay", "ê", "ăm"]
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def in_words(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    words = f"{below_thousand(thousands)} nghìn " if thousands else ""
    return (words + (below_thousand(rest) if rest or not thousands else "")).strip()


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = f"{UNITS[hundreds]} trăm " if hundreds else ""
    if hundreds and 0 < rest < 10:
        return f"{words}linh {UNITS[rest]}"
    return (words + (below_hundred(rest) if rest or not hundreds else "")).strip()


def below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return UNITS[unit]
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, UNITS[unit])
    return f"{'mười' if tens == 1 else UNITS[tens] + ' mươi'} {last}".strip()


@given(st.integers(0, 999_999))
def test_a_number_said_in_words_is_read_as_that_number(number: int) -> None:
    assert number_in_words(in_words(number)) == number


@given(st.sampled_from(ONSETS), st.sampled_from(RHYMES), st.sampled_from(TONES))
def test_onset_rhyme_and_tone_make_a_syllable(onset: str, rhyme: str, tone: str) -> None:
    assert is_syllable(unicodedata.normalize("NFC", onset + rhyme[0] + tone + rhyme[1:]))


@given(odd_texts)
def test_any_text_can_be_looked_at(text: str) -> None:
    for line in legacy_lines(text):
        assert line.decoded
    for encoding in Encoding:
        decode(text, encoding)
    needless_words(text)
    held_in(text)
    is_syllable(text)
    number_in_words(text)
    assert isinstance(Link(text).is_safe, bool)


@given(vietnamese)
def test_vietnamese_is_never_taken_for_tcvn3_or_misread(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert not [line for line in legacy_lines(composed) if line.encoding in {Encoding.TCVN3, Encoding.MISREAD}]


@given(odd_texts)
def test_an_ordinary_text_is_clean(text: str) -> None:
    if is_ordinary(text):
        assert is_clean(text)
        assert not list(look_alikes(text))


@given(odd_texts)
def test_nothing_looks_alike_once_mended(text: str) -> None:
    assert not list(look_alikes(mend_look_alikes(text)))


@given(odd_texts)
def test_a_word_moved_to_the_other_style_comes_back(text: str) -> None:
    for found in in_old_style(text):
        assert [back.other for back in in_new_style(found.other)] in ([found.word], [])


@given(st.text("%25e.2f/\\aA:#?\u200b ", max_size=20))
def test_no_disguise_climbs_out(address: str) -> None:
    link = Link(address)
    if link.is_safe and not link.has_scheme:
        assert not link.plain.startswith("/")
        assert ".." not in link.plain.split("#")[0].split("?")[0].split("/")
