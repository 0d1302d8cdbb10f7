"""Values of closed lists in Vietnamese, and what a right value of a key looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from sotay.model.phrase import Phrase
from sotay.model.source import Problem, ProblemKind, last_key
from sotay.rules.words.suggestion import hints
from sotay.text.fold import fold, slug

_WORDS: Final[Mapping[str, str]] = {
    "procedure": "quy trình thủ tục hành chính", "internal_procedure": "quy trình nội bộ",
    "manual": "sổ tay chất lượng", "policy": "chính sách chất lượng", "objectives": "mục tiêu chất lượng",
    "instruction": "hướng dẫn", "form": "biểu mẫu", "model": "mô hình khung",
    "hour": "giờ", "working_hour": "giờ làm việc", "day": "ngày", "working_day": "ngày làm việc", "month": "tháng",
    "counter": "trực tiếp", "online": "trực tuyến", "post": "bưu chính",
    "ministry": "cấp bộ", "province": "cấp tỉnh", "commune": "cấp xã", "other": "cơ quan khác",
    "submit": "nộp", "present": "xuất trình", "retrieved": "cơ quan tự tra cứu", "note": "ghi chú",
    "public": "công khai", "internal": "nội bộ", "high": "cao", "medium": "trung bình", "low": "thấp",
    "issue": "ban hành", "adopt": "áp dụng", "withdraw": "bãi bỏ", "override": "quy định riêng",
    "runs": "thời hạn có tính", "stopped": "thời hạn không tính",
    "error": "lỗi", "warning": "cảnh báo", "advice": "gợi ý",
    "citizen": "công dân Việt Nam", "foreigner": "người nước ngoài", "enterprise": "doanh nghiệp",
    "organisation": "tổ chức", "cooperative": "hợp tác xã",
}  # fmt: skip
_EXPECTED: Final[Mapping[str, Phrase]] = {
    "int_type": Phrase("số nguyên, không đặt trong nháy", "a whole number without quotes is needed"),
    "not_a_number": Phrase("một số, không đặt trong nháy", "a number without quotes is needed"),
    "bool_type": Phrase("true (có) hoặc false (không)", "true or false is needed"),
    "tuple_type": Phrase(
        "một danh sách, dạng [a, b] hoặc mỗi mục một dòng sau dấu -",
        "a list, as [a, b] or each item on a line after -, is needed",
    ),
    "model_type": Phrase("các khóa con, mỗi khóa một dòng", "keys of its own, one a line, are needed"),
    "greater_than_equal": Phrase("số không nhỏ hơn mức tối thiểu", "a number not below the least is needed"),
    "string_type": Phrase("một dòng chữ", "a line of text is needed"),
    "mapping_type": Phrase("các khóa con, mỗi khóa một dòng", "keys of its own, one a line, are needed"),
    "too_short": Phrase("ít nhất một mục", "at least one item is needed"),
}
_MOST = 160
"""A list with its Vietnamese words is told up to this length; a longer one without them."""
_FITTING: Final[Mapping[str, str]] = {
    "int_type": "1", "not_a_number": "5", "greater_than_equal": "1", "bool_type": "true",
}  # fmt: skip
_WITHIN: Final[Mapping[str, str]] = {
    "time_limit": "{value: 5, unit: working_day}",
    "time": "{value: 4, unit: working_hour}",
}
_PLAIN_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TO_QUOTE = re.compile(r"[\d.:]+")
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def in_vietnamese(allowed: Sequence[str]) -> str:
    """Return the values to choose from, each with its Vietnamese word where there is room."""
    words = ", ".join(f"{value} ({_WORDS[value]})" if value in _WORDS else value for value in allowed)
    return words if len(words) <= _MOST else ", ".join(allowed)


def meant_by(said: str, allowed: Sequence[str]) -> str | None:
    """Return the value whose Vietnamese word, or the beginning of it, was written in its place."""
    words = fold(said).strip()
    known = [(fold(_WORDS[value]), value) for value in allowed if value in _WORDS]
    same = (value for word, value in known if word == words)
    begun = (value for word, value in known if words and word.startswith(f"{words} "))
    return next(same, None) or next(begun, None)


def day_meant(said: str) -> str:
    """Return a day written the Vietnamese way as it is to be typed; another day where none can be read."""
    read = _VIETNAMESE_DAY.fullmatch(said.strip())
    try:
        return date(int(read[3]), int(read[2]), int(read[1])).isoformat() if read else "2026-07-01"
    except ValueError:
        return "2026-07-01"


def is_plain_name(example: str) -> bool:
    """Return whether a form is that of ids such as `so-tu-phap`."""
    return bool(_PLAIN_NAME.fullmatch(example))


def meant_value(problem: Problem) -> str | None:
    """Return the value of a closed list that was most likely meant by the one refused."""
    if problem.kind is not ProblemKind.NOT_IN_LIST:
        return None
    return problem.facts["suggestion"] or meant_by(problem.facts["value"], problem.facts["allowed"].split(", "))


def expected_of(problem: Problem, meant: str | None) -> Phrase:
    """Return what is needed in place of a refused value."""
    facts = problem.facts
    if problem.kind is ProblemKind.NOT_IN_LIST:
        near = hints(meant)
        return Phrase(
            f"một trong: {in_vietnamese(facts['allowed'].split(', '))}{near['hint']}",
            f"one of {facts['allowed']} is needed{near['hint_en']}",
        )
    if problem.kind is ProblemKind.WRONG_FORM and is_plain_name(facts["example"]):
        return Phrase("mã viết thường, không dấu, nối bằng -", "an id of small plain letters and - is needed")
    if problem.kind is ProblemKind.WRONG_FORM:
        return Phrase(f"dạng như {facts['example']}", f"a form such as {facts['example']} is needed")
    other = Phrase("giá trị đúng kiểu", "a value of the right type is needed")
    return _EXPECTED.get(facts.get("expected", ""), other)


def example_of(problem: Problem, meant: str | None) -> str:
    """Return a line with the key of a refused value and a value that would do."""
    facts = problem.facts
    key, said = last_key(facts["key"]), facts["value"]
    if problem.kind is ProblemKind.NOT_IN_LIST:
        value = meant or facts["allowed"].partition(",")[0]
    elif problem.kind is ProblemKind.WRONG_FORM:
        example = (is_plain_name(facts["example"]) and slug(said)) or facts["example"]
        value = f'"{example}"' if _TO_QUOTE.fullmatch(example) else example
    elif facts["expected"] == "tuple_type" and said and not said.startswith(("{", "[")) and "{" not in facts["sample"]:
        value = f'["{said}"]'
    elif facts["expected"] == "model_type":
        value = _WITHIN.get(key, facts["sample"])
    else:
        value = _FITTING.get(facts["expected"], facts["sample"])
    in_list = facts["key"].rpartition(".")[2].isdigit()
    return f"{key}: [{value}]" if in_list else f"{key}: {value}"
