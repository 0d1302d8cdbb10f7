"""Words that offices write and nobody needs, with the plain words that say the same.

Reads: a line of text.
Returns: the first needless words in it, and what to write instead.
"""

from __future__ import annotations

import re

_DONE = (
    "kiểm tra|xác minh|thẩm định|thẩm tra|xem xét|đánh giá|thu nhận|thanh lý|lấy ý kiến|đăng ký|thụ lý|kiểm dịch"
    "|sửa chữa|nghiên cứu|thực hiện|soát xét|giải quyết|rà soát|đối chiếu|tiếp nhận|niêm yết|thông báo|bàn giao|xử lý"
)
_WELL = "kịp thời|đầy đủ|chính xác|nhanh chóng|thường xuyên|chặt chẽ|nghiêm túc|hiệu quả"
_PLAIN = (
    ("tiến hành", rf"tiến hành (?:việc )?(?=(?:{_DONE})\b)", ""),
    ("thực hiện việc", r"thực hiện việc (?=[^\W\d_])", ""),
    ("mục đích", r"(?:nhằm|với) mục đích\b", "để"),
    ("để nhằm", r"để nhằm\b", "để"),
    ("nhằm để", r"nhằm để\b", "để"),
    ("trong vòng", r"trong vòng (?=\d)", "trong"),
    ("trong khoảng thời gian", r"trong khoảng thời gian (?=\d)", "trong"),
    ("bắt buộc phải", r"(?<!không )bắt buộc phải\b", "phải"),
    ("phải bắt buộc", r"phải bắt buộc\b", "phải"),
    ("cần thiết phải", r"cần thiết phải\b", "phải"),
    ("trách nhiệm phải", r"(?:phải )?có trách nhiệm phải\b", "phải"),
    ("phải có trách nhiệm", r"phải có trách nhiệm\b", "phải"),
    ("nhiệm vụ phải", r"có nhiệm vụ phải\b", "phải"),
    ("nghĩa vụ phải", r"có nghĩa vụ phải\b", "phải"),
    ("trong trường hợp", r"trong trường hợp (?:mà|nếu)\b", "nếu"),
    ("giả sử nếu", r"giả sử nếu\b", "nếu"),
    ("trên cơ sở căn cứ", r"trên cơ sở căn cứ(?: vào)?\b", "căn cứ"),
    ("căn cứ vào", r"căn cứ vào\b", "căn cứ"),
    ("dựa trên cơ sở", r"dựa trên cơ sở\b", "dựa trên"),
    ("theo như quy định", r"theo như quy định\b", "theo quy định"),
    ("bao gồm có", r"bao gồm có\b", "gồm"),
    ("bởi vì do", r"bởi vì do\b", "vì"),
    ("lý do là vì", r"lý do là vì\b", "vì"),
    ("các những", r"các những\b", "các"),
    ("đồng thời cũng", r"đồng thời cũng\b", "đồng thời"),
    ("ngoài ra còn", r"ngoài ra còn\b", "ngoài ra"),
    ("thời điểm hiện", r"(?:tại|vào) thời điểm hiện (?:tại|nay)\b", "hiện nay"),
    ("một cách", rf"một cách (?=(?:{_WELL})\b)", ""),
    ("không được phép", r"không được phép (?=[a-zà-ỹđ])", "không được"),
    ("ở tại", r"ở tại\b", "tại"),
)
"""What is looked for first, what is found, and what stands in its place; empty where the words can simply go."""

Pattern = tuple[str, re.Pattern[str], str]
_PATTERNS: tuple[Pattern, ...] = tuple(
    (sign, re.compile(rf"\b{pattern}", re.IGNORECASE), plain) for sign, pattern, plain in _PLAIN
)
_QUOTED = re.compile("“[^”\n]{1,400}”")


def patterns_for(text: str, among: tuple[Pattern, ...] = _PATTERNS) -> tuple[Pattern, ...]:
    """Return the patterns that a text may have; the quick way for the many texts that have few or none."""
    small = text.lower()
    return tuple(pattern for pattern in among if pattern[0] in small)


def needless_words(line: str, among: tuple[Pattern, ...] = _PATTERNS) -> tuple[str, str] | None:
    """Return the first needless words of a line and the plain ones for them, or None; what is quoted is left alone."""
    patterns = patterns_for(line, among)
    if not patterns:
        return None
    own = _QUOTED.sub(lambda quote: " " * len(quote[0]), line)
    found = [(match.start(), match[0].strip(), plain) for _, p, plain in patterns if (match := p.search(own))]
    return min(found)[1:] if found else None
