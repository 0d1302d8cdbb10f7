"""A province may be stricter than the rules, never laxer where approval and safety are at stake."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import RulePolicy
from sotay.model.source import Place
from sotay.rules.catalogue import RULES
from sotay.rules.easing.leeway import may_be_lowered, may_spare_older_documents
from sotay.usecases.weigh import weigh
from tests.support.builders import JULY, a_document

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
PATH = "procedures/mot-cua/HD-MC-01.md"
_SAID = Phrase("Sửa.", "Mend.")


def a_finding(code: str, severity: Severity = ERROR, path: str = PATH) -> Finding:
    return Finding(Place(path), code, severity, _SAID, _SAID, _SAID)


def a_policy(rule: str, **stated: object) -> RulePolicy:
    dates = {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items()}
    return RulePolicy.model_validate({"rule": rule, "reason": "Theo kế hoạch", **dates})


def weighed(
    finding: Finding, *policies: RulePolicy, day: date = JULY, approved: str | None = "2026-06-15"
) -> list[str]:
    document = a_document(approved_date=approved, decision=None, effective_date=None)
    return [str(found.severity) for found in weigh([finding], policies, [document], day)]


def test_without_policies_nothing_changes() -> None:
    assert weighed(a_finding("ST407")) == ["error"]
    assert weighed(a_finding("ST407"), a_policy("ST405", severity="advice")) == ["error"]


@pytest.mark.parametrize("severity", ["error", "warning", "advice"])
def test_an_ordinary_rule_weighs_what_the_province_says(severity: str) -> None:
    assert weighed(a_finding("ST407"), a_policy("ST407", severity=severity)) == [severity]
    assert weighed(a_finding("ST901", ADVICE), a_policy("ST901", severity=severity)) == [severity]


@pytest.mark.parametrize("code", ["ST100", "ST109", "ST130", "ST204", "ST207", "ST301", "ST442", "ST805"])
def test_what_all_else_rests_on_cannot_be_made_lighter(code: str) -> None:
    lax = {"severity": "advice", "grace_until": date(2027, 1, 1), "applies_from": date(2027, 1, 1)}
    assert weighed(a_finding(code), a_policy(code, **lax)) == ["error"]
    assert weighed(a_finding(code, WARNING), a_policy(code, severity="error")) == ["error"]
    assert not may_be_lowered(code)


def test_grace_ends_with_its_last_day() -> None:
    policy = a_policy("ST407", grace_until=JULY)
    assert weighed(a_finding("ST407"), policy, day=JULY) == ["warning"]
    assert weighed(a_finding("ST407"), policy, day=date(2026, 7, 2)) == ["error"]
    assert weighed(a_finding("ST407", ADVICE), policy, day=JULY) == ["advice"]


def test_grace_holds_for_what_the_province_made_an_error() -> None:
    policy = a_policy("ST901", severity="error", grace_until=JULY)
    assert weighed(a_finding("ST901", ADVICE), policy) == ["warning"]
    assert weighed(a_finding("ST901", ADVICE), policy, day=date(2026, 8, 1)) == ["error"]


@pytest.mark.parametrize(("approved", "left"), [("2026-06-14", 0), ("2026-06-15", 1), (None, 1)])
def test_documents_approved_earlier_are_spared_but_drafts_are_not(approved: str | None, left: int) -> None:
    policy = a_policy("ST407", applies_from=date(2026, 6, 15))
    assert len(weighed(a_finding("ST407"), policy, approved=approved)) == left


def test_files_that_are_no_documents_have_no_day_of_approval() -> None:
    policy = a_policy("ST407", applies_from=date(2027, 1, 1))
    assert weighed(a_finding("ST407", path="sites/so-tu-phap/agency.yml"), policy) == ["error"]


def test_conventions_may_spare_older_documents_but_stay_errors() -> None:
    assert may_spare_older_documents("ST116")
    assert may_spare_older_documents("ST121")
    assert weighed(a_finding("ST116"), a_policy("ST116", severity="advice")) == ["error"]
    assert weighed(a_finding("ST116"), a_policy("ST116", applies_from=date(2027, 1, 1))) == []


def test_of_two_policies_the_first_holds() -> None:
    policies = a_policy("ST407", severity="warning"), a_policy("ST407", severity="advice")
    assert weighed(a_finding("ST407"), *policies) == ["warning"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_weighing_twice_is_weighing_once(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]
    for severity in (None, *Severity):
        for grace in (None, JULY):
            policy = a_policy(code, severity=severity, grace_until=grace)
            once = weigh([a_finding(code)], [policy], [], JULY)
            assert weigh(once, [policy], [], JULY) == once
