"""Runs the rules, each after those it requires; what a prerequisite found in a file silences the rule there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from graphlib import TopologicalSorter

from sotay.model.finding import Finding
from sotay.rules.examination import Examination
from sotay.rules.rule import AgencyRule, DecisionRule, DocumentRule, Findings, ProvinceRule, Rule, SourceRule


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
        examination, province = self.examination, self.examination.province
        match rule:
            case SourceRule():
                self.each(rule, ((s.path, partial(rule.check, s, examination)) for s in province.sources))
            case DocumentRule():
                documents = (d for d in province.documents if not rule.kinds or d.control.kind in rule.kinds)
                self.each(rule, ((d.source.path, partial(rule.check, d, examination)) for d in documents))
            case AgencyRule():
                files = (agency.file for agency in province.agencies)
                self.each(rule, ((f.source.path, partial(rule.check, f, examination)) for f in files))
            case DecisionRule():
                pairs = ((file, agency) for agency in province.agencies for file in agency.decisions)
                self.each(rule, ((f.source.path, partial(rule.check, f, a, examination)) for f, a in pairs))
            case ProvinceRule():
                self.keep(rule.check(examination))

    def each(self, rule: Rule, checks: Iterable[tuple[str, Callable[[], Findings]]]) -> None:
        for path, check in checks:
            if not rule.requires & self.codes_by_path[path]:
                self.keep(check())

    def keep(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.findings.append(finding)
            self.codes_by_path[finding.place.path].add(finding.code)
