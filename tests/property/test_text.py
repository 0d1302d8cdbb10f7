"""Folding and mending hold for any text, however it was typed."""

from __future__ import annotations

import unicodedata

from hypothesis import given

from sotay.text.collation import sort_key
from sotay.text.fold import fold, slug
from sotay.text.normal import is_clean, mend, suspects
from tests.support.strategies import odd_texts, vietnamese


@given(odd_texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(odd_texts)
def test_folding_does_not_depend_on_how_letters_were_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@given(vietnamese)
def test_vietnamese_folds_to_plain_letters(text: str) -> None:
    assert fold(text).isascii()
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(odd_texts)
def test_mending_twice_is_mending_once_and_leaves_nothing_to_mend(text: str) -> None:
    assert mend(mend(text)) == mend(text)
    assert is_clean(mend(text))


@given(odd_texts)
def test_a_text_is_clean_exactly_where_nothing_is_suspect(text: str) -> None:
    found = list(suspects(text))
    assert is_clean(text) == (not found)
    assert all(text[suspect.index : suspect.index + len(suspect.text)] == suspect.text for suspect in found)


@given(odd_texts, odd_texts)
def test_any_two_texts_can_be_put_in_order_and_only_equal_ones_are_equal(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) == (not sort_key(one) >= sort_key(other))
    assert (sort_key(one) == sort_key(other)) == (one == other)
