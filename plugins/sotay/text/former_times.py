"""The sentence around a passage, and whether it speaks of the past.

Reads: a text and a passage in it.
Returns: the words before and after it in its sentence; and whether they name a body or a law as one of former times.
"""

from __future__ import annotations

import re

_REACH = 200
"""How many characters either side may belong to the sentence; portal texts have sentences of thousands."""
_STOP = re.compile(r"[.;:](?:\s|$)")

_DONE = "cấp|lập|ký|ban hành|đăng ký|xác nhận|thành lập|giải quyết|tiếp nhận|công nhận"
_BODY_BEFORE = re.compile(
    r"(?:nguyên là|trước đây|trước kia|không còn|không tổ chức|thay cho|thay thế|thay|bãi bỏ|giải thể"
    r"|kết thúc hoạt động|sáp nhập|hợp nhất|tiếp nhận từ|chuyển từ)(?: của| các)?[\s(“]{1,3}$"
    r"|\d(?:/\d{4})?/[A-ZĐ][\w-]{1,40}.{0,120}\bcủa (?:Bộ trưởng )?[^.;]{0,60}$",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(
    rf"[\s,(“”]{{0,3}}(?:cũ\b|nay (?:là|thuộc)|trước (?:đây|kia|ngày|tháng|năm)\b|giải thể|đã (?:{_DONE})\b"
    r"|đã (?:giải thể|sáp nhập|hợp nhất|kết thúc))"
    rf"|[^.;]{{0,60}}\b(?:{_DONE})\b[^.;]{{0,60}}\btrước (?:ngày|tháng|năm|thời điểm|khi)\b",
    re.IGNORECASE,
)
_LAW_BEFORE = re.compile(
    r"(?:trước (?:ngày|khi|thời điểm)|trước đây|thay thế|thay|bãi bỏ|sửa đổi|bổ sung|hết hiệu lực|nguyên là|cũ)"
    r"[^.;]{0,60}$"
    r"|\bđã [^.;]{0,60}\btheo (?:[^.;]{0,20} )?(?:số )?$"
)
_LAW_AFTER = re.compile(
    r"[^.;]{0,60}(?:\bcó hiệu lực|hết hiệu lực|\bđược [^.;]{0,60}(?:sửa đổi|thay thế)|bị (?:bãi bỏ|thay thế)|\bcũ\b"
    r"|nay là)"
)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a passage in its sentence; a line of the file ends a sentence too."""
    first = max(0, text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    last = min(end + _REACH, line_end if line_end >= 0 else len(text))
    return _STOP.split(text[first:start])[-1], _STOP.split(text[end:last])[0]


def is_former_body(before: str, after: str) -> bool:
    """Return whether a sentence names a body as one of former times, or as the author of a legal document."""
    return bool(_BODY_BEFORE.search(before) or _BODY_AFTER.match(after))


def is_former_law(before: str, after: str) -> bool:
    """Return whether a sentence names a legal document as one of other times: replaced, amended, before its day."""
    return bool(_LAW_BEFORE.search(before) or _LAW_AFTER.match(after))
