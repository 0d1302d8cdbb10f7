"""A rule about the Markdown of documents and pages, as written and as published."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from sotay.model.document import Body, DocumentFile
from sotay.model.source import ProblemKind, Source
from sotay.rules.examination import Examination
from sotay.rules.file.conflict_marks import has_conflict
from sotay.rules.rule import Findings, ProvinceRule


class BodyRule(ProvinceRule):
    """A rule about the Markdown of documents and pages."""

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        for document in province.documents:
            # Without its block of control the whole file is read as text; that is one finding, and not ours.
            is_unread = any(problem.kind is ProblemKind.UNREADABLE for problem in document.source.problems)
            if not is_unread and not has_conflict(document.source.text):
                yield from self.check_document(document, examination)
        for page in province.pages:
            yield from self.check_body(page.source, page.body, examination)

    def check_document(self, document: DocumentFile, examination: Examination) -> Findings:
        """Yield what is wrong with a text as published; what its values bring into its model is found at `values`."""
        written = tuple(self.check_body(document.source, document.body, examination))
        if document.expanded is None:
            yield from written
            return
        model = examination.province.document_by_code[(document.control.model or "").partition("@")[0]]
        of_model = {finding.fact for finding in self.check_body(model.source, model.body, examination)}
        places = {finding.fact: finding.place for finding in written}
        for finding in self.check_body(document.source, document.expanded, examination):
            if finding.fact in places or finding.fact not in of_model:
                yield replace(finding, place=places.get(finding.fact, document.place("values")))

    @abstractmethod
    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        """Yield what is wrong with one text."""
