"""ST138: the keys of a document stand in one order everywhere."""

from __future__ import annotations

from sotay.markup.key_order import first_out_of_order
from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings, Rule


class KeyOrder(DocumentRule):
    """The keys of the control block stand in one order, so that two documents can be read side by side."""

    code = "ST138"
    severity = Severity.ADVICE
    title = Phrase("Các khóa theo một thứ tự chung", "The keys stand in one order")
    fact = Phrase("khóa “{key}” đứng sau “{before}”", "the key “{key}” stands after “{before}”")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 b", "TCVN ISO 9001:2015, 7.5.2 b")
    remedy = Phrase(
        "Chuyển “{key}” lên trước “{before}”, hoặc chạy “sotay check --fix” để xếp lại các khóa.",
        "Move “{key}” above “{before}”, or run “sotay check --fix” to put the keys in order.",
    )

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        source = document.source
        keys = [str(path[0]) for path in source.lines if len(path) == 1]
        misplaced = None if source.problems else first_out_of_order(keys)
        if misplaced:
            key, before = misplaced
            yield self.found(document.place(key), key=key, before=before)


RULES: tuple[Rule, ...] = (KeyOrder(),)
