"""A newcomer's first document: ten different mistakes, told together, each with line, fact and remedy."""

from __future__ import annotations

from tests.support.rule_examples import ROOT, as_expected, findings_of, read_example

FOLDER = ROOT / "ten-mistakes"


def test_ten_mistakes_are_told_in_one_run_and_nothing_else() -> None:
    example = read_example(FOLDER / "QT-HT-02.md")
    findings = findings_of(example)
    assert as_expected(findings) == example.expected
    assert len({finding.code for finding in findings}) == 10


def test_each_is_told_in_vietnamese_with_its_line_and_what_to_do() -> None:
    findings = findings_of(read_example(FOLDER / "QT-HT-02.md"))
    told = "".join(f"{f.place.line}  {f.code}  {f.fact.vi} ({f.basis.vi}). {f.remedy.vi}\n" for f in findings)
    assert told == (FOLDER / "findings.txt").read_text(encoding="utf-8")
