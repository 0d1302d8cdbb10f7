"""ST137: no file still holds both sides of a merge that Git could not make."""

from __future__ import annotations

import re

from sotay.model.phrase import Phrase
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, SourceRule

_BEGIN = re.compile(r"^<{7} (?P<name>.*)$", re.MULTILINE)
_END = re.compile(r"^>{7} ", re.MULTILINE)


def has_conflict(text: str) -> bool:
    """Return whether a text holds both sides of a merge."""
    begin = _BEGIN.search(text) if "<<<<<<<" in text else None
    return bool(begin and _END.search(text, begin.end()))


class ConflictSettled(SourceRule):
    """Of a conflict of two branches one text is left, and the marks that Git set are gone."""

    code = "ST137"
    title = Phrase("Xung đột khi hợp nhất đã được giải quyết", "Conflicts of a merge are settled")
    fact = Phrase(
        "còn dấu xung đột của Git “<<<<<<< {name}”: tệp chứa hai nội dung khác nhau của cùng một chỗ",
        "Git's conflict mark “<<<<<<< {name}” is still there: the file holds two texts for one place",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1", "TCVN ISO 9001:2015, 7.5.3.1")
    remedy = Phrase(
        "Chọn một nội dung, xóa nội dung kia và các dòng bắt đầu bằng <<<<<<<, =======, >>>>>>>.",
        "Keep one text; delete the other and the lines that begin with <<<<<<<, =======, >>>>>>>.",
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        for mark in _BEGIN.finditer(source.text) if has_conflict(source.text) else ():
            if _END.search(source.text, mark.end()):
                line = source.text.count("\n", 0, mark.start()) + 1
                yield self.found(Place(source.path, line), name=mark["name"].strip())


RULES = (ConflictSettled(),)
