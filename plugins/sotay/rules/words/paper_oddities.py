"""What a message says about a paper that is not called by its name."""

from __future__ import annotations

from collections.abc import Mapping

from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.text.paper_name import LONGEST, Oddity


def said_of(oddity: Oddity) -> tuple[Phrase, Phrase]:
    """Return what is wrong with such a name, and what to do about it."""
    return _ODDITIES[oddity]


def weight(oddity: Oddity) -> Severity:
    """Return how much it weighs: an error only where no paper can be called so."""
    if oddity in (Oddity.LONG, Oddity.NUMBERED):
        return Severity.ADVICE
    return Severity.ERROR if oddity.is_certain else Severity.WARNING


_TO_NOTE = Phrase(
    "Ghi “kind: note” cho mục này, hoặc chuyển lời này vào “note” của giấy tờ mà nó nói đến.",
    "Make it an item of “kind: note”, or move it to the “note” of the paper that it is about.",
)
_TO_CONDITION = Phrase(
    "Chỉ giữ tên giấy tờ trong “name”, chuyển điều kiện vào “condition”; là lời hướng dẫn thì ghi “kind: note”.",
    "Keep the paper in “name” and move the condition to “condition”; if it is an instruction, state “kind: note”.",
)
_SPLIT = Phrase(
    "Chỉ giữ tên giấy tờ trong “name”, chuyển phần còn lại vào “note”, “condition” hoặc thành giấy tờ riêng.",
    "Keep the paper in “name”; move the rest to “note”, “condition” or to papers of their own.",
)
_TO_HEADING = Phrase(
    "Ghi từng giấy tờ thành một mục; thay đề mục bằng “kind: present”, “kind: retrieved” "
    "hoặc chia trường hợp ở “cases”.",
    "List each paper; instead of a heading use “kind: present”, “kind: retrieved”, or the cases of “cases”.",
)
_ODDITIES: Mapping[Oddity, tuple[Phrase, Phrase]] = {
    Oddity.REMARK: (Phrase("là lời lưu ý, không phải giấy tờ", "is a remark, not a paper"), _TO_NOTE),
    Oddity.SETS: (
        Phrase("là số bộ hồ sơ, không phải giấy tờ", "is the number of sets, not a paper"),
        Phrase(
            "Xóa mục này và ghi số bộ vào “sets” của “dossier”, ví dụ “sets: 1”.",
            "Delete it and state the number at “sets” of “dossier”, e.g. “sets: 1”.",
        ),
    ),
    Oddity.POINTER: (Phrase("là lời chỉ dẫn, không phải giấy tờ", "points elsewhere; it is not a paper"), _TO_NOTE),
    Oddity.HEADING: (Phrase("là đề mục, không phải giấy tờ", "is a heading, not a paper"), _TO_HEADING),
    Oddity.OPEN_END: (Phrase("bỏ lửng như một đề mục", "ends like a heading of what follows"), _TO_HEADING),
    Oddity.FRAGMENT: (
        Phrase("là một mảnh câu, chưa thành tên giấy tờ", "is a fragment of a sentence, not a name"),
        Phrase(
            "Ghép với dòng liền trước hoặc liền sau thành tên đầy đủ của một giấy tờ.",
            "Join it to the line before or after, so that it becomes the whole name of a paper.",
        ),
    ),
    Oddity.BULLET: (
        Phrase("bắt đầu bằng dấu đầu dòng", "begins with a bullet"),
        Phrase(
            "Bỏ dấu đầu dòng; mỗi giấy tờ là một mục “- name:”.", "Drop the bullet; each paper is an item “- name:”."
        ),
    ),
    Oddity.CONDITION: (Phrase("bắt đầu bằng điều kiện", "begins with a condition"), _TO_CONDITION),
    Oddity.DUTY: (Phrase("nói ai phải làm gì", "says what somebody has to do"), _TO_CONDITION),
    Oddity.SENTENCES: (Phrase("gồm nhiều câu", "has several sentences"), _SPLIT),
    Oddity.LONG: (Phrase(f"dài hơn {LONGEST} chữ", f"has more than {LONGEST} letters"), _SPLIT),
    Oddity.NUMBERED: (
        Phrase("tự đánh số trong tên", "is numbered by hand"),
        Phrase("Bỏ số thứ tự; bản in tự xếp thứ tự.", "Drop the number; the order of the list says it."),
    ),
}
