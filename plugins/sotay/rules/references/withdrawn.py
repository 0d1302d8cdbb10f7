"""ST613: nothing leads to a document that is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from sotay.history.ledger import Period
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rules.approval.standing import last_period, owner_ledger
from sotay.rules.examination import Examination
from sotay.rules.references.named_documents import forms_with_places, procedures_of, related_documents
from sotay.rules.rule import Findings, ProvinceRule

CODE = r"[A-Z]{2,5}(?:-[A-Z0-9]{1,10}){1,4}"
"""The form of a document's code."""
_LINK = re.compile(rf"\]\(<?({CODE})(?=[)#>.\s])")


class NothingWithdrawn(ProvinceRule):
    """Documents in use, life events, the list of what is used most and pages lead to no document that is over."""

    code = "ST613"
    severity = Severity.WARNING
    title = Phrase("Không dẫn tới tài liệu đã hết hiệu lực", "Nothing leads to a document that is over")
    fact = Phrase("{code} đã hết hiệu lực từ {day:%d/%m/%Y}{by}", "{code} is no longer in force since {day}{by_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase("{do}", "{do_en}")

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        ended = {document.code: last_period(document, examination) for document in province.documents}
        over = {code: end for code, end in ended.items() if end and not province.is_uncertain(code)}
        if not over:
            return
        successors = _successors(examination, over)
        for place, code in _references(examination, over):
            yield self._found(place, code, over[code], successors.get(code, ()))

    def _found(self, place: Place, code: str, end: Period, successors: tuple[str, ...]) -> Finding:
        day = end.ends + timedelta(days=1) if end.ends else end.starts
        number = end.ended_by.number if end.ended_by else None
        by = {"by": f", theo {number}", "by_en": f", by “{number}”"} if number else {"by": "", "by_en": ""}
        new = ", ".join(successors)
        do = (
            Phrase(f"Thay bằng {new}.", f"Name {new} instead.")
            if new
            else Phrase("Bỏ chỗ này hoặc nêu tài liệu đang có hiệu lực.", "Take it out, or name a document in force.")
        )
        return self.found(place, code=code, day=day, do=do.vi, do_en=do.en, **by)


def _successors(examination: Examination, over: Mapping[str, Period]) -> Mapping[str, tuple[str, ...]]:
    """The documents not over that say that they replace one that is."""
    found: dict[str, list[str]] = {}
    for document in examination.province.documents:
        if document.code not in over and not document.is_draft:
            for code in document.control.replaces:
                found.setdefault(code, []).append(document.code)
    return {code: tuple(sorted(by)) for code, by in found.items()}


def _references(examination: Examination, over: Mapping[str, Period]) -> Iterator[tuple[Place, str]]:
    """Where something that is not over itself leads to what is."""
    province = examination.province
    for document in province.documents:
        if document.code not in over:
            yield from _of_document(document, examination, over)
    for page in province.pages:
        yield from _links(page.body.text, page.source.path, page.body.first_line, over)
    for index, event in enumerate(province.life_events.value.events):
        for keys, code in procedures_of(event):
            if code in over:
                yield province.life_events.place("events", index, *keys), code
    for index, code in enumerate(province.settings.value.most_used):
        if code in over:
            yield province.settings.place("most_used", index), code


def _of_document(
    document: DocumentFile, examination: Examination, over: Mapping[str, Period]
) -> Iterator[tuple[Place, str]]:
    for path, code in related_documents(document):
        if code in over and code not in document.control.replaces:
            yield document.place(*path), code
    model = (document.control.model or "").partition("@")[0]
    if model in over:
        yield document.place("model"), model
    reported: set[str] = set()
    for path, code in forms_with_places(document):
        if code in over and code not in reported and _was_in_force(document, code, examination):
            reported.add(code)
            yield document.place(*path), code
    yield from _links(document.body.text, document.source.path, document.body.first_line, over)


def _was_in_force(document: DocumentFile, code: str, examination: Examination) -> bool:
    """Whether a form was in force when the document took effect; if not, that is another rule's finding."""
    form, day = examination.province.document_by_code[code], document.control.effective_date
    ledger = owner_ledger(form, examination)
    return day is None or (ledger is not None and ledger.in_force(code, day) is not None)


def _links(text: str, path: str, first_line: int, over: Mapping[str, Period]) -> Iterator[tuple[Place, str]]:
    if "](" not in text:
        return
    for match in _LINK.finditer(text):
        if match[1] in over:
            yield Place(path, first_line + text.count("\n", 0, match.start())), match[1]


RULES = (NothingWithdrawn(),)
