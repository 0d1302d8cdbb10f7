"""Search keys: Vietnamese words however they are typed, the same here and in the scripts of the sites.

Reads: any text, composed or not, with or without diacritics, in either style of tones.
Returns: its words with two keys each: a plain one without diacritics, and one that keeps them.
`theme/assets/javascripts/sotay/search/fold.js` does the same; both are held to the same vectors.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "\u0300-\u036f"
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Hidden characters that do not part a word."""
_BARRED = re.compile("[\u0110\u0111\u00d0\u00f0\u0189\u0256]")
"""The letter đ, and what looks like it."""
_WORD = re.compile(f"[A-Za-z0-9\u0111][A-Za-z0-9\u0111{_MARKS}]*")
_ANY_MARK = re.compile(f"[{_MARKS}]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SHAPES = {
    "a\u0302": "â", "a\u0306": "ă", "a\u030c": "ă", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ", "u\u031b": "ư",
}  # fmt: skip
"""Letters with the mark that makes another letter of them; the caron is often taken for the breve."""
_NOT_CODE = re.compile("[^a-z0-9]")
_SOLE_Y = re.compile("(?<![aeou])y|(?<=qu)y")
"""A y that sounds as i: kỹ and kĩ, lý and lí, quý and quí are the same words; thủy is not thủi."""


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One word of a text."""

    plain: str
    """Without diacritics: `hoa`."""
    toned: str
    """With diacritics, the tone behind the word wherever it was typed: both `hòa` and `hoà` give the same."""


def search_words(text: str) -> tuple[SearchWord, ...]:
    """Return the words of a text; whatever is no Latin letter and no digit parts them."""
    return tuple(_word(match) for match in _WORD.findall(_decomposed(text)))


def plain_key(text: str) -> str:
    """Return the words of a text without diacritics, one blank between them."""
    return " ".join(word.plain for word in search_words(text))


def toned_key(text: str) -> str:
    """Return the words of a text with diacritics, one blank between them; both styles of tones give the same."""
    return " ".join(word.toned for word in search_words(text))


def code_key(text: str) -> str:
    """Return a code without its marks: `123/2015/NĐ-CP` and `1232015ndcp` are the same."""
    return _NOT_CODE.sub("", _ANY_MARK.sub("", _decomposed(text)).translate(_SMALL).replace("\u0111", "d"))


def _decomposed(text: str) -> str:
    return _BARRED.sub("\u0111", unicodedata.normalize("NFD", _UNSEEN.sub("", text)))


@lru_cache(maxsize=1 << 14)
def _word(written: str) -> SearchWord:
    letters, tone = "", ""
    for character in written.translate(_SMALL):
        if not _ANY_MARK.match(character):
            letters += character
        elif _TONE.match(character):
            tone = character
        else:
            letters = letters[:-1] + _SHAPES.get(letters[-1] + character, letters[-1])
    plain = letters.translate(_PLAIN)
    spelt = "".join("i" if _is_i(plain, place) else letter for place, letter in enumerate(letters))
    return SearchWord(spelt.translate(_PLAIN), spelt + tone)


def _is_i(plain: str, place: int) -> bool:
    return plain[place] == "y" and bool(_SOLE_Y.match(plain, place))


_SMALL = str.maketrans({chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})
_PLAIN = str.maketrans("âăêôơưđ", "aaeooud")
