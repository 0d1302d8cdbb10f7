"""Names of papers, and what is typed in their place: headings, notes, conditions, instructions.

Reads: the name of a paper.
Returns: what it is instead of a name, if that can be told from its words; the same name in another spelling.
"""

from __future__ import annotations

import re
from enum import StrEnum

from sotay.text.fold import slug
from sotay.text.sentences import sentences_of

LONGEST = 250
"""Letters of the longest name that a citizen can take in at a glance."""

_BULLET = re.compile(r"[*+•●▪\-–—](?=\s|[^\W\d_])")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}|[a-zđ]{1,2})[.)]\s+(?=\S)", re.IGNORECASE)
_REMARK = re.compile(r"(?:lưu ý|chú ý)\b|(?:ghi chú|chú thích|ví dụ)\s*:", re.IGNORECASE)
_SETS = re.compile(r"số (?:lượng(?: bộ)? hồ sơ|bộ hồ sơ)\b|số bộ\s*:", re.IGNORECASE)
_POINTER = re.compile(r"xem (?:tại|ở|mục|thêm|chi tiết|hướng dẫn|phụ lục|điều|khoản|bảng)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:các )?(?:(?:thành phần )?hồ sơ(?: đề nghị| đăng ký)?(?: (?:bao )?gồm(?: có)?)?|thành phần hồ sơ"
    r"|(?:các )?(?:loại )?giấy tờ (?:phải )?(?:nộp|xuất trình|tra cứu)|giấy tờ khác|(?:bao )?gồm(?: có)?)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r":$|(?:^|\s)(?:(?:bao )?gồm(?: có)?|sau đây|như sau|dưới đây)[.;]?$", re.IGNORECASE)
_FRAGMENT = re.compile(r"(?:hoặc|và|hay)\b|[);,.]", re.IGNORECASE)
_BROKEN_END = re.compile(r"\s(?:hoặc|và|hay)[.;,]?$", re.IGNORECASE)
_TAIL = 16
"""Letters at the end of a name by which a heading or a fragment is told."""
_CONDITION = re.compile(r"(?:trong )?(?:trường hợp|nếu|khi|đối với|riêng đối với|ngoài)\s", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:người|công dân|tổ chức|cá nhân|cơ quan|doanh nghiệp|cán bộ|công chức|chủ hộ|chủ đầu tư|chủ xe)\s",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.?!][”\")]?\s")
_DUTY = re.compile(r"\s(?:phải|có trách nhiệm|chịu trách nhiệm|xuất trình|nộp|gửi|khai)\s", re.IGNORECASE)


class Oddity(StrEnum):
    """What stands in the place of a paper's name, the surest first."""

    REMARK = "remark"
    SETS = "sets"
    POINTER = "pointer"
    HEADING = "heading"
    OPEN_END = "open_end"
    FRAGMENT = "fragment"
    BULLET = "bullet"
    CONDITION = "condition"
    DUTY = "duty"
    SENTENCES = "sentences"
    LONG = "long"
    NUMBERED = "numbered"

    @property
    def is_certain(self) -> bool:
        """Whether no paper can be called so."""
        return self in _CERTAIN

    @property
    def is_no_paper(self) -> bool:
        """Whether nothing is to be submitted under such a name, so that it needs no number of copies."""
        return self in _NO_PAPER


_NO_PAPER = frozenset({Oddity.REMARK, Oddity.SETS, Oddity.POINTER, Oddity.HEADING})
_CERTAIN = _NO_PAPER | {Oddity.OPEN_END, Oddity.FRAGMENT, Oddity.BULLET}


def oddity_of(name: str) -> Oddity | None:
    """Return what stands in the place of a name; None for what may well be one."""
    bullet = _BULLET.match(name)
    plain = name[bullet.end() :].lstrip() if bullet else name
    numbering = _NUMBERING.match(plain)
    plain = plain[numbering.end() :] if numbering else plain
    found = _of_words(plain.strip())
    if bullet and not (found and found.is_certain):
        return Oddity.BULLET
    return found or (Oddity.NUMBERED if numbering else None)


def is_heading(words: str) -> bool:
    """Return whether words only head a list of papers: “Thành phần hồ sơ”, “Giấy tờ phải nộp”."""
    numbering = _NUMBERING.match(words)
    plain = words[numbering.end() :] if numbering else words
    return bool(_HEADING.fullmatch(plain.strip(" *+-–:;.,")))


def same_name(name: str) -> str:
    """Return a key that two spellings of one name share: diacritics, case, punctuation and numbering do not count."""
    numbering = _NUMBERING.match(name)
    return slug(name[numbering.end() :] if numbering else name)


def _of_words(plain: str) -> Oddity | None:
    starts = ((_REMARK, Oddity.REMARK), (_SETS, Oddity.SETS), (_POINTER, Oddity.POINTER))
    for pattern, oddity in starts:
        if pattern.match(plain):
            return oddity
    if is_heading(plain):
        return Oddity.HEADING
    if _OPEN_END.search(plain[-_TAIL:]):
        return Oddity.OPEN_END
    if _FRAGMENT.match(plain) or _BROKEN_END.search(plain[-_TAIL:]):
        return Oddity.FRAGMENT
    if _CONDITION.match(plain):
        return Oddity.CONDITION
    if _SUBJECT.match(plain) and _DUTY.search(plain):
        return Oddity.DUTY
    if _SENTENCES.search(plain) and len(sentences_of(plain)) > 1:
        return Oddity.SENTENCES
    return Oddity.LONG if len(plain) > LONGEST else None
