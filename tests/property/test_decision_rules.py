"""The rules about decisions bear any story, and have nothing against one that is told in order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sotay.model.decision import Decision
from sotay.rules.approval.approved_documents import RULES as APPROVAL
from sotay.rules.approval.decisions import RULES as DECISIONS
from sotay.rules.approval.review import RULES as REVIEW
from sotay.rules.approval.sequence import RULES as SEQUENCE
from sotay.rules.approval.temporary import RULES as TEMPORARY
from sotay.rules.runner import run_rules
from tests.support.builders import COMMUNE, OWNER, Archive, a_decision, issuing
from tests.support.strategies import days, stories

patient = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DIGEST = "sha256:" + "a" * 64


def codes(archive: Archive, day: date) -> set[str]:
    rules = (*APPROVAL, *DECISIONS, *SEQUENCE, *TEMPORARY, *REVIEW)
    return {finding.code for finding in run_rules(rules, archive.examined(day))}


@patient
@given(stories(), stories(), days)
def test_no_story_of_two_agencies_is_too_much(owner: list[Decision], commune: list[Decision], day: date) -> None:
    archive = Archive().procedure("QT-HT-01").procedure("QT-HT-04", tthc=["1.004873"])
    for decision in owner:
        archive.decide(OWNER, decision)
    for decision in commune:
        archive.decide(COMMUNE, decision)
    assert codes(archive, day) is not None


@patient
@given(
    st.lists(st.tuples(st.integers(1, 90), st.booleans()), min_size=1, max_size=6),
    st.integers(0, 20),
    days,
)
def test_versions_that_rise_one_after_the_other_are_in_order(
    told: list[tuple[int, bool]], until_effect: int, day: date
) -> None:
    archive, signed, issue, amendment = Archive().document("HD-MC-01", version="9.0"), date(2026, 1, 5), 1, 0
    for number, (wait, anew) in enumerate(told, start=1):
        signed += timedelta(days=wait)
        issue, amendment = (issue + 1, 0) if anew else (issue, amendment + 1)
        item = issuing("HD-MC-01", f"{issue}.{amendment}", DIGEST)
        effective = signed + timedelta(days=until_effect)
        archive.decide(OWNER, a_decision(str(number), signed=signed, effective=effective, documents=[item]))
    assert not codes(archive, day) & {"ST209", "ST210", "ST216", "ST220", "ST221", "ST222", "ST223"}


@patient
@given(st.integers(1, 60), st.integers(1, 60), days)
def test_a_gap_is_found_exactly_where_days_are_left_out(lasts: int, wait: int, day: date) -> None:
    archive, start = Archive().document("HD-MC-01", version="9.0"), date(2026, 7, 1)
    last = start + timedelta(days=lasts - 1)
    first = issuing("HD-MC-01", "1.0", DIGEST).model_copy(update={"valid_to": last})
    again = start + timedelta(days=wait)
    archive.decide(OWNER, a_decision("1", signed=start, effective=start, documents=[first]))
    archive.decide(
        OWNER, a_decision("2", signed=start, effective=again, documents=[issuing("HD-MC-01", "1.1", DIGEST)])
    )
    assert ("ST220" in codes(archive, day)) == (again > last + timedelta(days=1))
