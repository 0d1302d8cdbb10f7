"""ST414: what is said of a paper agrees with its kind: submitted, shown, looked up, or a remark."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.procedure import DossierItem, ItemKind
from sotay.rules.examination import Examination
from sotay.rules.procedure.owed_to_citizens import papers
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule
from sotay.rules.words.quotation import short


class KindAgrees(DocumentRule):
    """What is said of a paper agrees with its kind."""

    code = "ST414"
    kinds = PROCEDURES
    title = Phrase("Loại giấy tờ không mâu thuẫn với số bản, biểu mẫu", "The kind of a paper agrees with the rest")
    fact = Phrase("“{name}” {what}", "“{name}” {what_en}")
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, item in papers(document.control.dossier) if document.control.dossier else ():
            if document.source.refuses_within(*path):
                continue
            for key, what, mend in _contradictions(item):
                facts = {"what": what.vi, "what_en": what.en, "mend": mend.vi, "mend_en": mend.en}
                yield self.found(document.place(*path, key), name=short(item.name), **facts)


def _contradictions(item: DossierItem) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield key, fact and remedy of what does not go with the kind of a paper."""
    words = _KINDS.get(item.kind)
    counted = next((key for key in ("originals", "copies") if getattr(item, key)), None)
    if words and counted:
        yield counted, *_filled(words, *_COUNTED)
    named = next((key for key in ("form", "portal_form") if getattr(item, key)), None)
    if words and named:
        yield named, *_filled(words, *_WITH_FORM)
    if item.kind is ItemKind.RETRIEVED and not item.retrieved_from:
        yield "kind", *_FROM_NOWHERE
    if item.kind is not ItemKind.RETRIEVED and item.retrieved_from and not item.condition:
        yield "retrieved_from", *_RETRIEVED_YET_ASKED


def _filled(words: Phrase, what: Phrase, mend: Phrase) -> tuple[Phrase, Phrase]:
    return what.format(kind=words.vi, kind_en=words.en), mend


_KINDS = {
    ItemKind.RETRIEVED: Phrase("cơ quan tự tra cứu (“retrieved”)", "looked up by the agency (“retrieved”)"),
    ItemKind.NOTE: Phrase("ghi chú (“note”)", "a remark (“note”)"),
}
_COUNTED = (
    Phrase("là {kind} mà lại ghi số bản phải nộp", "is {kind_en}, yet states how many are to be submitted"),
    Phrase(
        "Bỏ “originals”, “copies”; nếu thật sự phải nộp thì ghi “kind: submit”.",
        "Drop “originals” and “copies”; if it is to be submitted, state “kind: submit”.",
    ),
)
_WITH_FORM = (
    Phrase("là {kind} mà lại có biểu mẫu để điền", "is {kind_en}, yet has a form to fill in"),
    Phrase(
        "Ghi “kind: submit” và số bản nếu người nộp phải điền mẫu; nếu không thì bỏ biểu mẫu.",
        "State “kind: submit” and the number if applicants fill in the form; else drop the form.",
    ),
)
_FROM_NOWHERE = (
    Phrase("do cơ quan tự tra cứu nhưng không ghi tra cứu ở đâu", "is looked up by the agency, but not said where"),
    Phrase(
        "Ghi tên cơ sở dữ liệu vào “retrieved_from”; chưa tra cứu được thì ghi “kind: submit” hoặc “kind: present”.",
        "Name the database under “retrieved_from”; if it cannot be looked up, state “kind: submit” or “kind: present”.",
    ),
)
_RETRIEVED_YET_ASKED = (
    Phrase("tra cứu được mà vẫn đòi người dân", "can be looked up, yet is asked of the applicant"),
    Phrase(
        "Ghi “kind: retrieved”; nếu chỉ cần khi không tra cứu được thì ghi điều đó vào “condition”.",
        "State “kind: retrieved”; if it is needed only where the lookup fails, say so under “condition”.",
    ),
)


RULES: tuple[Rule, ...] = (KindAgrees(),)
