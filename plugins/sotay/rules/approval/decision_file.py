"""ST216: the number of a decision is its own, and its file is named after it."""

from __future__ import annotations

from dataclasses import replace

from sotay.model.decision import Decision
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings

_CREATE = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_TAKEN = Phrase(
    "số {number} năm {year} đã là số của quyết định ở {path}", "{number} of {year} is the number of {path} already"
)
_OWN_NUMBER = Phrase(
    "Xem bản giấy rồi sửa “number” hoặc “date”, và đổi tên tệp theo; chép trùng thì xóa tệp này.",
    "See the paper and mend “number” or “date”, and rename the file; if it is a copy, delete it.",
)


class DecisionFile(DecisionRule):
    """A decision's number is its own within the agency, and its file is named after year and number."""

    code = "ST216"
    title = Phrase("Số quyết định là duy nhất và trùng tên tệp", "A decision's number is unique and names its file")
    fact = Phrase("quyết định {number} phải nằm ở tệp {expected}", "decision {number} belongs into the file {expected}")
    basis = _CREATE
    remedy = Phrase(
        "Đổi tên tệp thành {expected} hoặc sửa “number”, “date”.", "Rename the file or mend “number”, “date”."
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        expected = decision_file_name(file.value)
        twin = _of_same_number(file, agency)
        if twin:
            finding = self.found(file.place("number"), number=file.value.number, expected=expected)
            told = {"number": file.value.number, "year": file.value.date.year, "path": twin.source.path}
            yield replace(finding, fact=_TAKEN.format(**told), remedy=_OWN_NUMBER)
        elif file.source.path.rsplit("/", 1)[-1] != expected:
            yield self.found(file.place("number"), number=file.value.number, expected=expected)


def decision_file_name(decision: Decision) -> str:
    """Return the name of a decision's file: the year it was signed and its serial, e.g. `2026-45.yml`."""
    return f"{decision.date.year}-{decision.number.partition('/')[0]}.yml"


def _of_same_number(file: FileOf[Decision], agency: AgencyFiles) -> FileOf[Decision] | None:
    """The other decision of the year with the same number, if it is that one which bears its file's name rightly."""
    for other in agency.decisions:
        is_same = other.value.number == file.value.number and other.value.date.year == file.value.date.year
        if is_same and other is not file and other.source.path.endswith(f"/{decision_file_name(file.value)}"):
            return other
    return None
