"""Runs the rules, each after those it requires; what a prerequisite found in a file silences the rule there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from graphlib import TopologicalSorter

from sotay.model.finding import Finding
from sotay.model.source import Source
from sotay.rules.examination import Examination
from sotay.rules.rule import AgencyRule, DecisionRule, DocumentRule, ProvinceRule, RecordRule, Rule, SourceRule


def run_rules(rules: Sequence[Rule], examination: Examination) -> tuple[Finding, ...]:
    """Return every finding, by path, line and code, each once."""
    run = _Run(examination)
    for rule in _prerequisites_first(rules):
        run.apply(rule)
    return in_order(run.findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by path, line and code, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.place.path, f.place.line, f.code, f.fact.vi)))


def _prerequisites_first(rules: Sequence[Rule]) -> Iterator[Rule]:
    by_code = {rule.code: rule for rule in rules}
    order = TopologicalSorter({rule.code: sorted(rule.requires & by_code.keys()) for rule in rules})
    yield from (by_code[code] for code in order.static_order())


class _Run:
    def __init__(self, examination: Examination) -> None:
        self.examination = examination
        self.findings: list[Finding] = []
        self.codes_by_path: defaultdict[str, set[str]] = defaultdict(set)

    def apply(self, rule: Rule) -> None:
        match rule:
            case SourceRule():
                self.apply_to_sources(rule)
            case DocumentRule():
                self.apply_to_documents(rule)
            case AgencyRule():
                self.apply_to_agencies(rule)
            case DecisionRule():
                self.apply_to_decisions(rule)
            case RecordRule():
                self.apply_to_records(rule)
            case ProvinceRule():
                self.keep(rule.check(self.examination))

    def apply_to_sources(self, rule: SourceRule) -> None:
        for source in self.examination.province.sources:
            if self.has_to_say(rule, source):
                self.keep(rule.check(source, self.examination))

    def apply_to_documents(self, rule: DocumentRule) -> None:
        for document in self.examination.province.documents:
            is_meant = not rule.kinds or document.control.kind in rule.kinds
            if is_meant and self.has_to_say(rule, document.source):
                self.keep(rule.check(document, self.examination))

    def apply_to_agencies(self, rule: AgencyRule) -> None:
        for agency in self.examination.province.agencies:
            if self.has_to_say(rule, agency.file.source):
                self.keep(rule.check(agency.file, self.examination))

    def apply_to_decisions(self, rule: DecisionRule) -> None:
        for agency in self.examination.province.agencies:
            for file in agency.decisions:
                if self.has_to_say(rule, file.source):
                    self.keep(rule.check(file, agency, self.examination))

    def apply_to_records(self, rule: RecordRule) -> None:
        for agency in self.examination.province.agencies:
            for record in agency.records:
                if self.has_to_say(rule, record.source):
                    self.keep(rule.check(record, agency, self.examination))

    def has_to_say(self, rule: Rule, source: Source) -> bool:
        """Whether no prerequisite of the rule has found anything in the file."""
        found = self.codes_by_path.get(source.path)
        return not found or rule.requires.isdisjoint(found)

    def keep(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.findings.append(finding)
            self.codes_by_path[finding.place.path].add(finding.code)
