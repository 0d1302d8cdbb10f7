"""ST5xx: the legal basis is well formed, registered, and in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.legal import LegalDocument
from sotay.model.phrase import Phrase
from sotay.model.procedure import Fee
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings, ProvinceRule
from sotay.rules.suggestion import did_you_mean, hints
from sotay.text.legal_number import is_well_formed, mend_number

_EXTERNAL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_FORM = frozenset({"ST100", "ST107"})
_ONE_SLIP = 0.9
"""How much alike two numbers must be to suggest one for the other: another law is worse than none."""


def _cited(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    control = document.control
    for index, number in enumerate(control.legal_basis):
        yield ("legal_basis", index), number
    yield from _of_fees(("fees",), control.fees)
    for index, channel in enumerate(control.channels):
        yield from _of_fees(("channels", index, "fees"), channel.fees)


def _of_fees(path: KeyPath, fees: tuple[Fee, ...]) -> Iterator[tuple[KeyPath, str]]:
    for index, fee in enumerate(fees):
        if fee.legal_basis:
            yield (*path, index, "legal_basis"), fee.legal_basis


class NumberWellFormed(DocumentRule):
    """A cited number has the form of a legal document's number."""

    code = "ST501"
    title = Phrase("Số hiệu văn bản đúng thể thức", "Legal numbers are well formed")
    fact = Phrase("số hiệu “{number}” sai thể thức{hint}", "the number “{number}” is malformed{hint_en}")
    basis = Phrase("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")
    remedy = Phrase("Ghi đúng số, ký hiệu, ví dụ 123/2015/NĐ-CP.", "Write number and symbol, e.g. 123/2015/NĐ-CP.")
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, number in _cited(document):
            if not is_well_formed(number):
                mended = mend_number(number)
                near = hints(mended if is_well_formed(mended) else None)
                yield self.found(document.place(*path), number=number, **near)


class NumberRegistered(DocumentRule):
    """A cited document is in the register of documents of external origin."""

    code = "ST502"
    title = Phrase("Văn bản viện dẫn có trong danh mục", "Cited documents are registered")
    fact = Phrase(
        "“{number}” không có trong procedures/legal.yml{hint}", "“{number}” is not in procedures/legal.yml{hint_en}"
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Sửa số hiệu, hoặc thêm văn bản vào procedures/legal.yml.", "Mend the number, or add it to the register."
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        register = examination.province.legal_by_number
        if examination.province.legal.is_faulty:
            return
        for path, number in _cited(document):
            if is_well_formed(number) and number not in register:
                near = did_you_mean(number, register, _ONE_SLIP)
                yield self.found(document.place(*path), number=number, **near)


class NumberInForce(DocumentRule):
    """A cited document is in force when the version takes effect."""

    code = "ST503"
    title = Phrase("Văn bản viện dẫn còn hiệu lực", "Cited documents are in force")
    fact = Phrase(
        "“{number}” không có hiệu lực ngày {day:%d/%m/%Y} ({period})",
        "“{number}” is not in force on {day} ({period_en})",
    )
    basis = Phrase("Quyết định 19/2014/QĐ-TTg, Điều 4", "Decision 19/2014/QĐ-TTg, Article 4")
    remedy = Phrase("Thay bằng văn bản đang có hiệu lực{by}.", "Cite the document that is in force{by}.")
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        day = document.control.effective_date or examination.day
        register = examination.province.legal_by_number
        successors = {old: new.number for new in register.values() for old in new.replaces}
        for path, number in _cited(document):
            cited = register.get(number)
            if cited and not cited.in_force(day):
                period = _period(cited, day)
                by = f": {successors[number]}" if number in successors else ""
                place = document.place(*path)
                yield self.found(place, number=number, day=day, period=period.vi, period_en=period.en, by=by)


def _period(cited: LegalDocument, day: date) -> Phrase:
    """Why a document is not in force on a day."""
    if cited.ends and cited.ends <= day:
        return Phrase(f"hết hiệu lực từ {cited.ends:%d/%m/%Y}", f"it ended on {cited.ends}")
    return Phrase(f"có hiệu lực từ {cited.effective:%d/%m/%Y}", f"it takes effect on {cited.effective}")


class RegisterDates(ProvinceRule):
    """The register says from when a document is in force; where it cannot, it asks to find out."""

    code = "ST504"
    severity = Severity.ADVICE
    title = Phrase("Danh mục ghi ngày có hiệu lực", "The register states dates of effect")
    fact = Phrase(
        "chưa ghi ngày có hiệu lực của {count} văn bản, đầu tiên là {first}",
        "documents without a date of effect: {count}, first {first}",
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Tra cứu văn bản rồi ghi “effective”; không đoán.", "Look the documents up and state “effective”; do not guess."
    )

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        undated = [(i, d.number) for i, d in enumerate(legal.value.documents) if d.effective is None]
        if undated:
            place = legal.place("documents", undated[0][0])
            yield self.found(place, count=len(undated), first=undated[0][1])


class RegisterNumbers(ProvinceRule):
    """The register names every document once, by a well-formed number."""

    code = "ST505"
    title = Phrase("Danh mục văn bản không trùng, không sai số hiệu", "The register has no double or malformed number")
    fact = Phrase("“{number}” {what}", "“{number}” {what_en}")
    basis = _EXTERNAL
    remedy = Phrase("Sửa số hiệu hoặc xóa dòng trùng.", "Mend the number or delete the double.")

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        seen: set[str] = set()
        for index, document in enumerate(legal.value.documents):
            place = legal.place("documents", index, "number")
            if not is_well_formed(document.number):
                yield self.found(place, number=document.number, what="sai thể thức", what_en="is malformed")
            elif document.number in seen:
                yield self.found(place, number=document.number, what="đã có trong danh mục", what_en="stands twice")
            seen.add(document.number)


RULES = (NumberWellFormed(), NumberRegistered(), NumberInForce(), RegisterDates(), RegisterNumbers())
