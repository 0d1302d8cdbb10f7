"""The sentences of the due date: one table for the pages that are built and for the script that counts in them.

`{day:d}` is a day with its weekday, `{day:s}` a day alone, `{at:h}` a time of day, `{name}` a text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from sotay.deadlines.due_date import Due
from sotay.deadlines.office_hours import clock_of
from sotay.deadlines.reasons import Reason, Why
from sotay.text.labels import WEEKDAYS
from sotay.text.wording import clock_words, date_words, sentence_case

REASONS: Final[Mapping[Why, str]] = {
    Why.RECEIVED_WEEKEND: "{day:d} là ngày nghỉ cuối tuần nên hồ sơ được tính là nhận vào {to:d}.",
    Why.RECEIVED_HOLIDAY: "{day:d} là ngày nghỉ ({name}) nên hồ sơ được tính là nhận vào {to:d}.",
    Why.RECEIVED_CLOSED: "Nơi tiếp nhận không mở cửa vào {day:d} nên hồ sơ được tính là nhận vào {to:d}.",
    Why.AFTER_CUTOFF: "Nhận sau {cutoff:h} nên tính từ ngày làm việc tiếp theo, {to:d}.",
    Why.AFTER_CLOSING: "Nơi tiếp nhận đóng cửa lúc {closes:h} nên hồ sơ được tính là nhận vào {to:d}.",
    Why.SAME_DAY: "Kết quả trả ngay trong ngày làm việc nhận hồ sơ.",
    Why.FIRST_DAY: "Ngày đầu tiên, {day:s}, không tính; đếm từ ngày tiếp theo (Bộ luật Dân sự, Điều 147).",
    Why.FROM_MOMENT: "Thời hạn tính bằng giờ, bắt đầu ngay từ {at:h} (Bộ luật Dân sự, Điều 147).",
    Why.OFFICE_HOURS: "Chỉ tính giờ mở cửa của nơi tiếp nhận trong các ngày làm việc.",
    Why.EIGHT_HOURS: (
        "Trang này không ghi giờ làm việc của nơi tiếp nhận nên tính mỗi ngày 8 giờ, từ ngày làm việc tiếp theo: "
        "đây là ngày chậm nhất."
    ),
    Why.UNKNOWN_OPENING: (
        "Trang này không ghi giờ mở cửa của nơi tiếp nhận nên tính từ cuối ngày nhận: đây là ngày chậm nhất."
    ),
    Why.PART_OF_DAY: "Phần lẻ của thời hạn rơi vào ngày cuối cùng nên hẹn trong ngày đó.",
    Why.PART_OF_MONTH: "Phần lẻ của tháng tính là {days} ngày, theo tháng 30 ngày (Bộ luật Dân sự, Điều 146).",
    Why.SHORT_MONTH: (
        "Tháng cuối không có ngày tương ứng nên tính đến ngày cuối tháng, {day:s} (Bộ luật Dân sự, Điều 148)."
    ),
    Why.WEEKENDS: "Không tính thứ Bảy, Chủ nhật.",
    Why.HOLIDAY: "Không tính {day:d} ({name}).",
    Why.HOLIDAYS: "Không tính các ngày từ {first:s} đến {last:s} ({name}).",
    Why.MADE_UP: "{day:d} là ngày làm bù nên có tính.",
    Why.MADE_UP_HOURS: "Ngày làm bù tính theo giờ mở cửa của ngày thường; giờ thực tế do cơ quan thông báo.",
    Why.ENDS_WEEKEND: (
        "Ngày cuối của thời hạn, {day:d}, là ngày nghỉ cuối tuần nên hạn là ngày làm việc tiếp theo, {to:d} "
        "(Bộ luật Dân sự, Điều 148)."
    ),
    Why.ENDS_HOLIDAY: (
        "Ngày cuối của thời hạn, {day:d}, là ngày nghỉ ({name}) nên hạn là ngày làm việc tiếp theo, {to:d} "
        "(Bộ luật Dân sự, Điều 148)."
    ),
    Why.CLOSED_THEN: "Lúc đó nơi tiếp nhận không mở cửa; ông, bà nhận kết quả từ {opens:h}, {to:d}.",
    Why.PROVISIONAL: "Lịch năm {year} là tạm tính, chưa có thông báo chính thức, nên ngày hẹn có thể thay đổi.",
    Why.BEYOND: "Lịch làm việc chỉ có đến hết ngày {until:s} nên chưa tính được ngày trả kết quả.",
    Why.NO_CALENDAR: "Trang này không có lịch làm việc năm {year} nên không tính được ngày trả kết quả.",
}
"""What each reason says."""

RESULTS: Final[Mapping[str, str]] = {
    "day": "{day:d}",
    "moment": "{at:h}, {day:d}",
    "latest": "chậm nhất {day:d}",
    "question": "Nộp đủ hồ sơ lúc {at:h}, {day:d}",
    "question_way": "Nộp đủ hồ sơ {way} lúc {at:h}, {day:d}",
    "counted": "Tính từ {at:h}, {day:d}",
    "answered": "{question} thì hẹn trả",
    "incomplete": "Ông, bà hãy chọn đủ ngày và giờ.",
}
"""The answer, what was asked, and what to say where something was left out."""

_WEEK = tuple(WEEKDAYS.values())
_GAP = re.compile(r"\{(\w+)(?::(\w))?\}")


def words_for_scripts() -> Mapping[str, object]:
    """Return the table as a script reads it."""
    return {"weekdays": _WEEK, "reasons": dict(REASONS), "results": dict(RESULTS)}


def sentence(pattern: str, facts: Mapping[str, str]) -> str:
    """Return a sentence with its facts filled in, its first letter capital."""
    return sentence_case(_GAP.sub(lambda gap: _FORMS[gap[2] or ""](facts[gap[1]]), pattern))


def reason_words(reason: Reason) -> str:
    """Return what a reason says."""
    return sentence(REASONS[reason.why], reason.facts)


def due_words(due: Due) -> str:
    """Return the answer: `Thứ Tư, 25/11/2026`."""
    facts = {"day": due.day.isoformat()}
    if due.is_latest:
        return sentence(RESULTS["latest"], facts)
    if due.minute is None:
        return sentence(RESULTS["day"], facts)
    return sentence(RESULTS["moment"], {**facts, "at": clock_of(due.minute)})


def _short(day: str) -> str:
    return date_words(date.fromisoformat(day))


def _with_weekday(day: str) -> str:
    return f"{_WEEK[date.fromisoformat(day).weekday()]}, {_short(day)}"


_FORMS: Final[Mapping[str, Callable[[str], str]]] = {"": str, "s": _short, "d": _with_weekday, "h": clock_words}
