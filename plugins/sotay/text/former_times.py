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
    r"|kết thúc hoạt động|sáp nhập|hợp nhất|tiếp nhận từ|chuyển từ)(?: của| các)?[\s(“,]{1,3}$"
    r"|\d(?:/\d{4})?/[A-ZĐ][\w-]{1,40}.{0,120}\bcủa (?:Bộ trưởng )?[^.;]{0,60}$",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(
    rf"[\s,(“”]{{0,3}}(?:cũ\b|nay (?:là|thuộc)|trước (?:đây|kia|ngày|tháng|năm)\b|giải thể|đã (?:{_DONE})\b"
    r"|không còn\b|kết thúc hoạt động|chấm dứt hoạt động"
    r"|đã (?:giải thể|sáp nhập|hợp nhất|kết thúc))"
    rf"|[^.;]{{0,60}}\b(?:{_DONE})\b[^.;]{{0,60}}\btrước (?:đây|kia|ngày|tháng|năm|thời điểm|khi)\b",
    re.IGNORECASE,
)
_ISSUED_AFTER = re.compile(r"\s+(?:cấp|công nhận|đăng ký|chứng thực)\b")
_TASK_BEFORE = re.compile(r"(?:nhiệm vụ|thẩm quyền|chức năng)[^.;]{0,40}\bcủa $", re.IGNORECASE)
_MOVED_AFTER = re.compile(r"\s+(?:được |đã )?chuyển (?:về|cho|sang)\b")
_LAW_BEFORE = re.compile(
    r"(?:trước đây|thay thế|thay|bãi bỏ|sửa đổi|bổ sung|hết hiệu lực|nguyên là|cũ)[^.;]{0,60}$"
    r"|\btrước (?:ngày|khi|thời điểm) (?:ban hành |áp dụng |thực hiện )?"
    r"(?:bộ luật|luật|nghị|thông tư|quyết)[^.;,]{0,40}$"
    r"|\btrước (?:ngày|khi|thời điểm)[^.;]{0,80}\b(?:có|hết) hiệu lực[^.;]{0,60}$"
    r"|\bđã [^.;]{0,60}\btheo (?:[^.;]{0,20} )?(?:số )?$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"\b(?:ngày|khi|lúc|thời điểm)\b[^.;]{0,60}$", re.IGNORECASE)
_IN_FORCE_AFTER = re.compile(r"[^.;]{0,60}\bcó hiệu lực")
_COMING_BEFORE = re.compile(r"\b(?:từ (?:ngày|tháng|năm)|sau ngày|khi|sẽ|sắp)\b[^.;]{0,80}$", re.IGNORECASE)
_COMING_AFTER = re.compile(r"[^.;]{0,60}\b(?:sẽ|(?:áp dụng|thực hiện|có hiệu lực) (?:kể )?từ (?:ngày|tháng|năm))\b")
_LAW_AFTER = re.compile(
    r"[^.;]{0,60}(?:hết hiệu lực|\bđược [^.;]{0,60}thay thế|\bđã được [^.;]{0,60}sửa đổi"
    r"|bị (?:bãi bỏ|thay thế)|\bcũ\b|nay là)"
)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a passage in its sentence; a line of the file ends a sentence too."""
    first = max(0, text.rfind("\n", 0, start) + 1, start - _REACH)
    line_end = text.find("\n", end)
    last = min(end + _REACH, line_end if line_end >= 0 else len(text))
    return _STOP.split(text[first:start])[-1], _STOP.split(text[end:last])[0]


def is_former_body(before: str, after: str) -> bool:
    """Return whether a sentence names a body as one of former times, or as the author of a legal document."""
    has_issued = before.endswith("đã được ") and _ISSUED_AFTER.match(after)
    handed_on = _TASK_BEFORE.search(before) and _MOVED_AFTER.match(after)
    return bool(_BODY_BEFORE.search(before) or _BODY_AFTER.match(after) or has_issued or handed_on)


def is_former_law(before: str, after: str) -> bool:
    """Return whether a sentence names a legal document as one of other times: replaced, amended, before its day."""
    tells_its_day = _DAY_BEFORE.search(before) and _IN_FORCE_AFTER.match(after)
    return bool(_LAW_BEFORE.search(before) or _LAW_AFTER.match(after) or tells_its_day)


def is_coming_law(before: str, after: str) -> bool:
    """Return whether a sentence says that it speaks of a time to come, when a law that is not yet in force will be."""
    return bool(_COMING_BEFORE.search(before) or _COMING_AFTER.match(after))
