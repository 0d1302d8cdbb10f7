"""Search keys: one file of vectors for Python and JavaScript, and the two held against each other on any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotay.text.search_key import code_key, plain_key, search_words, toned_key
from tests.support.in_node import in_node

VECTORS = json.loads(Path(__file__).with_name("fold-vectors.json").read_text(encoding="utf-8"))
FOLD = "sotay/search/fold.js"
_ALL_KEYS = """({ searchWords, codeKey }, texts) => texts.map((text) => {
  const words = searchWords(text);
  return { words: words.map(({ plain, toned }) => [plain, toned]), code: codeKey(text) };
})"""
LETTERS = st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂDĐEÊIOÔƠUƯY àảãáạỳỷỹýỵộựẦỄǍðÐɖ09.,/-")
MARKS = st.sampled_from("\u0300\u0301\u0302\u0303\u0306\u0309\u030c\u031b\u0323\u0327\u034f\u200b\u00ad\u2060\ufeff")
VIETNAMESE = st.text(LETTERS | MARKS)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["about"] for vector in VECTORS])
def test_python_folds_as_the_vectors_say(vector: dict[str, str]) -> None:
    text = vector["text"]
    assert (plain_key(text), toned_key(text), code_key(text)) == (vector["plain"], vector["toned"], vector["code"])


def test_javascript_folds_as_the_vectors_say() -> None:
    found = in_node(FOLD, _ALL_KEYS, [vector["text"] for vector in VECTORS])
    for vector, keys in zip(VECTORS, found, strict=True):
        told = {
            "plain": " ".join(plain for plain, _ in keys["words"]),
            "toned": " ".join(toned for _, toned in keys["words"]),
        }
        assert {**told, "code": keys["code"]} == {name: vector[name] for name in ("plain", "toned", "code")}


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text() | VIETNAMESE, min_size=100, max_size=300))
def test_both_fold_any_text_alike(texts: list[str]) -> None:
    found = in_node(FOLD, _ALL_KEYS, texts)
    for text, keys in zip(texts, found, strict=True):
        assert keys["words"] == [[word.plain, word.toned] for word in search_words(text)], repr(text)
        assert keys["code"] == code_key(text), repr(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa giải", "hoà giải"),
        ("thủy lợi", "thuỷ lợi"),
        ("kỹ thuật", "kĩ thuật"),
        ("lý lịch", "lí lịch"),
        ("quý", "quí"),
    ],
)
def test_other_spellings_of_a_word_have_the_same_keys(one: str, other: str) -> None:
    assert toned_key(one) == toned_key(other)


@pytest.mark.parametrize(("one", "other"), [("thủy", "thủi"), ("hay", "hai"), ("cấp", "cập"), ("đo", "do")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert toned_key(one) != toned_key(other)
