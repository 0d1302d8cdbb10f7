"""ST450, ST519: what came from the national database has been looked at by a person."""

from __future__ import annotations

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import ItemKind
from sotay.rules.examination import Examination
from sotay.rules.procedure.owed_to_citizens import papers
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule
from sotay.rules.words.quotation import short
from sotay.rules.words.suggestion import hints
from sotay.text.legal_number import is_decision, mend_number


class NotesConfirmed(DocumentRule):
    """A row without copies became a note when a record was imported; a person says whether it is a paper."""

    code = "ST450"
    kinds = PROCEDURES
    severity = Severity.ADVICE
    title = Phrase("Lời hướng dẫn nhập cùng giấy tờ đã được xem lại", "Notes imported among papers are looked at")
    fact = Phrase(
        "{count} dòng không có số bản được nhập thành ghi chú; dòng đầu: “{text}”",
        "rows without copies were imported as notes: {count}; the first is “{text}”",
    )
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
    remedy = Phrase(
        "Là giấy tờ phải nộp thì bỏ “kind: note”, ghi số bản; xem hết thì ghi ngày vào “national_record: compared_on”.",
        "If it is a paper, drop “kind: note” and state the copies; "
        "then state the day under “national_record: compared_on”.",
    )
    requires = READABLE | {"ST415"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        record, dossier = document.control.national_record, document.control.dossier
        if record is None or record.compared_on or dossier is None:
            return
        notes = [(path, item) for path, item in papers(dossier) if item.kind is ItemKind.NOTE]
        if notes:
            path, item = notes[0]
            yield self.found(document.place(*path), count=len(notes), text=short(item.name))


class AnnouncingDecision(DocumentRule):
    """The decision that announced a procedure is named by a well-formed number."""

    code = "ST519"
    kinds = PROCEDURES
    title = Phrase("Quyết định công bố đúng thể thức", "The announcing decision is well formed")
    fact = Phrase(
        "số quyết định công bố “{number}” sai thể thức{hint}",
        "the number “{number}” of the announcing decision is malformed{hint_en}",
    )
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 13", "Decree 63/2010/NĐ-CP, Article 13")
    remedy = Phrase(
        "Tra quyết định công bố, ghi đúng số, ký hiệu, ví dụ 163/QĐ-BTP.",
        "Look the decision up and write number and symbol, e.g. “163/QĐ-BTP”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        record = document.control.national_record
        number = record.decision if record else None
        if number and not is_decision(number):
            likely = mend_number(number)
            place = document.place("national_record", "decision")
            yield self.found(place, number=number, **hints(likely if is_decision(likely) else None))


RULES: tuple[Rule, ...] = (NotesConfirmed(), AnnouncingDecision())
