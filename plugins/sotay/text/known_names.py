"""Finds known names in Vietnamese text, however their tones are placed, composed, joined and capitalised.

Reads: names, each with its other spellings; and a text.
Returns: which names stand in the text as whole words, and where; a longer name wins over one within it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_OTHER_PLACE = dict(zip(_OLD, _NEW, strict=True)) | dict(zip(_NEW, _OLD, strict=True))
_JOINT = re.compile(r"[\s,–—-]+")
_COMPOUNDS = {
    "phòng": ("văn ", "quốc ", "dự ", "đề "),
    "sở": ("cơ ", "trụ ", "công "),
    "bộ": ("cán ", "nội ", "toàn ", "đảng ", "cục ", "đội ", "tiến "),
}
"""What stands before the first word of a name where it is the second half of another word."""
_BETWEEN = r"[\s,–—-]{1,4}"


class KnownNames:
    """One pattern for all names, so that a text is read once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_words: dict[tuple[str, ...], str] = {}
        for name in names:
            words = same_name(name)
            if words:
                self._by_words.setdefault(words, name)
        self._pattern = re.compile(_alternation(self._by_words)) if self._by_words else None

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and name of each in `readable(text)`."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            if not _is_inside_a_word(text, match):
                yield match.start(), match.end(), self._by_words[same_name(match[0])]


def readable(text: str) -> str:
    """Return the text as names are sought in it: composed and in small letters; its lines stay as they are."""
    return unicodedata.normalize("NFC", text).lower()


def _is_inside_a_word(text: str, match: re.Match[str]) -> bool:
    """Whether the match is only a part of a longer word; `văn phòng` and `cơ sở` are other words than `phòng`, `sở`."""
    start = match.start()
    first = _JOINT.split(match[0], maxsplit=1)[0]
    return text[max(0, start - 1) : start].isalnum() or text.endswith(_COMPOUNDS.get(first, ()), 0, start)


def same_name(name: str) -> tuple[str, ...]:
    """Return what two spellings of a name have in common: its words in small letters, tones placed the old way."""
    return tuple(_one_spelling(word) for word in _JOINT.split(readable(name)) if word)


def _one_spelling(word: str) -> str:
    return word[:-2] + _OTHER_PLACE[word[-2:]] if word[-2:] in _OLD and not word.startswith("qu") else word


def _alternation(names: Mapping[tuple[str, ...], str]) -> str:
    """One branch for each first word, so that most letters of a text are passed over at once; longer names first."""
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in names:
        by_first[words[0]].append(words[1:])
    branches = (_either(first) + _rests(rests) for first, rests in by_first.items())
    return "(?:" + "|".join(branches) + r")(?!\w)"


def _rests(rests: list[tuple[str, ...]]) -> str:
    longest_first = sorted(rests, key=lambda rest: (-len(rest), rest))
    return "(?:" + "|".join("".join(_BETWEEN + _either(word) for word in rest) for rest in longest_first) + ")"


def _either(word: str) -> str:
    other = _OTHER_PLACE.get(word[-2:])
    if other is None or word.startswith("qu"):
        return re.escape(word)
    return f"(?:{re.escape(word)}|{re.escape(word[:-2] + other)})"
