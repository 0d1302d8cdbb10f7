"""The runner: every rule once over what it is about, prerequisites first, findings in order and each once."""

from __future__ import annotations

from graphlib import CycleError

import pytest

from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.source import Source
from sotay.rules.catalogue import RULES
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings, ProvinceRule, SourceRule
from sotay.rules.runner import run_rules
from tests.support.builders import Archive

SAYS = Phrase("tài liệu {code}", "document {code}")


class EveryDocument(DocumentRule):
    code = "ST990"
    title = fact = basis = remedy = SAYS

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        yield self.found(document.place(), code=document.code)


class NotTheFirst(EveryDocument):
    code = "ST980"
    requires = frozenset({"ST995"})


class OnlyTheFirst(EveryDocument):
    code = "ST995"

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.code.endswith("01"):
            yield self.found(document.place("title"), code=document.code)


class EveryFile(SourceRule):
    code = "ST900"
    title = fact = basis = remedy = SAYS

    def check(self, source: Source, examination: Examination) -> Findings:
        yield self.found(source.place(), code=source.path)


class TwiceTheSame(ProvinceRule):
    code = "ST910"
    title = fact = basis = remedy = SAYS

    def check(self, examination: Examination) -> Findings:
        for _ in range(2):
            yield self.found(examination.province.settings.place(), code="x")


def two_documents() -> Examination:
    return Archive().document("HD-MC-02").document("HD-MC-01").examined()


def codes(*rules: type[DocumentRule | SourceRule | ProvinceRule]) -> list[tuple[str, str]]:
    findings = run_rules([rule() for rule in rules], two_documents())
    return [(finding.code, finding.place.path) for finding in findings]


def test_a_document_rule_looks_at_every_document_and_findings_come_by_path() -> None:
    assert codes(EveryDocument) == [
        ("ST990", "procedures/mot-cua/HD-MC-01.md"),
        ("ST990", "procedures/mot-cua/HD-MC-02.md"),
    ]


def test_a_file_rule_looks_at_every_file() -> None:
    province = two_documents().province
    assert [path for _, path in codes(EveryFile)] == [source.path for source in province.sources]
    assert len(province.sources) == len(Archive().texts) + 8, "two documents, and six absent registers"


def test_one_finding_made_twice_is_told_once() -> None:
    assert codes(TwiceTheSame) == [("ST910", "sites/province.yml")]


def test_a_rule_is_silent_about_a_file_in_which_its_prerequisite_found_something() -> None:
    assert codes(NotTheFirst, OnlyTheFirst) == [
        ("ST995", "procedures/mot-cua/HD-MC-01.md"),
        ("ST980", "procedures/mot-cua/HD-MC-02.md"),
    ]


def test_the_order_in_which_rules_are_given_does_not_matter() -> None:
    assert codes(OnlyTheFirst, EveryFile, NotTheFirst) == codes(NotTheFirst, OnlyTheFirst, EveryFile)


def test_rules_that_require_each_other_are_refused() -> None:
    class Other(EveryDocument):
        code = "ST995"
        requires = frozenset({"ST980"})

    with pytest.raises(CycleError):
        codes(NotTheFirst, Other)


def test_the_rules_of_the_catalogue_require_only_rules_of_the_catalogue() -> None:
    known = {rule.code for rule in RULES}
    assert all(rule.requires <= known for rule in RULES)
