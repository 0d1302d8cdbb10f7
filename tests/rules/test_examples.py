"""Every rule has examples, good and bad, and each is judged exactly as it says.

The files beside this one can be read as a style guide: what is refused, on which line, and how it is done well.
"""

from __future__ import annotations

import re

import pytest

from sotay.model.finding import Finding
from sotay.rules.catalogue import RULES
from tests.support.rule_examples import ROOT, Example, as_expected, examples, findings_of

CODES = [rule.code for rule in RULES]
ALL = [example for code in CODES for example in examples(code)]
BAD = [example for example in ALL if "/bad-" in example.name]
GOOD = [example for example in ALL if "/good-" in example.name]
LEFT_OPEN = re.compile(r"\{[a-z_]*(:[^ }]*)?\}")
"""A named place of a message that was not filled; `{value: 5, unit: working_day}` is YAML to be typed."""
VIETNAMESE = re.compile(r"[ăâêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")


def name(example: Example) -> str:
    return example.name


def test_the_examples_are_those_of_the_rules() -> None:
    folders = {path.name for path in ROOT.glob("ST*")}
    assert folders == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_good_and_bad_examples(code: str) -> None:
    names = [example.name.partition("/")[2] for example in examples(code)]
    assert any(name.startswith("good-") for name in names)
    assert sum(name.startswith("bad-") for name in names) >= 2
    assert all(name.startswith(("good-", "bad-")) for name in names)


@pytest.mark.parametrize("example", ALL, ids=name)
def test_an_example_states_where_it_lies_and_what_is_to_be_found(example: Example) -> None:
    assert example.path
    assert example.expected is not None


@pytest.mark.parametrize("example", BAD, ids=name)
def test_a_bad_example_is_refused_for_its_own_reason_and_no_other(example: Example) -> None:
    findings = findings_of(example)
    assert as_expected(findings) == example.expected, "\n".join(map(str, findings))
    assert {finding.code for finding in findings} == {example.name.partition("/")[0]}


@pytest.mark.parametrize("example", GOOD, ids=name)
def test_a_good_example_is_clean(example: Example) -> None:
    assert example.expected == ()
    assert findings_of(example) == ()


@pytest.mark.parametrize("example", BAD, ids=name)
def test_a_finding_says_what_is_the_case_why_it_matters_and_what_to_do(example: Example) -> None:
    for finding in findings_of(example):
        for language in ("vi", "en"):
            for phrase in (finding.fact, finding.basis, finding.remedy):
                text = phrase(language)
                assert text.strip()
                assert not LEFT_OPEN.search(text)
                assert "None" not in text
        assert finding.remedy.vi.endswith(".")
        assert finding.remedy.en.endswith(".")
        assert_own_words(finding)


def assert_own_words(finding: Finding) -> None:
    """What is not quoted of the file is Vietnamese in one language and English in the other."""
    assert finding.fact.vi != finding.fact.en
    assert finding.remedy.vi != finding.remedy.en
    for phrase in (finding.fact, finding.remedy):
        assert not VIETNAMESE.search(QUOTED.sub("", phrase.en)), phrase.en


def test_the_province_under_the_examples_is_clean() -> None:
    path = "procedures/fields.yml"
    unchanged = Example("base", (ROOT / "base" / path).read_bytes(), path, (), approved_before=False)
    assert findings_of(unchanged) == ()
