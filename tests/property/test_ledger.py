"""Whatever an agency decides and whenever, at most one version of a document is in force on a day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sotay.history.ledger import Standing, fold_decisions
from sotay.model.decision import Decision
from tests.support.strategies import days, stories


@given(stories(), days)
def test_at_most_one_version_of_a_document_is_in_force_on_any_day(story: list[Decision], day: date) -> None:
    ledger = fold_decisions(story)
    for code in ledger.codes():
        in_force = [period for period in ledger.of(code) if period.standing(day) is Standing.IN_FORCE]
        assert len(in_force) <= 1
        assert ledger.in_force(code, day) == (in_force[0] if in_force else None)


@given(stories())
def test_the_periods_of_a_document_never_overlap(story: list[Decision]) -> None:
    ledger = fold_decisions(story)
    for code in ledger.codes():
        in_turn = [period for period in ledger.of(code) if not period.is_void]
        for before, after in pairwise(in_turn):
            assert before.ends
            assert before.ends < after.starts


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_decisions_are_read_does_not_matter(story: list[Decision], random: object) -> None:
    shuffled = list(story)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold_decisions(shuffled) == fold_decisions(story)


@given(stories(), days)
def test_what_is_upcoming_will_be_in_force_and_what_has_ended_was(story: list[Decision], day: date) -> None:
    ledger = fold_decisions(story)
    for code in ledger.codes():
        upcoming, ended = ledger.upcoming(code, day), ledger.last_ended(code, day)
        if upcoming:
            assert ledger.in_force(code, upcoming.starts) == upcoming
        if ended:
            assert ended.ends
            assert ledger.in_force(code, ended.ends) == ended


@given(stories())
def test_what_is_in_force_was_put_there_by_a_decision_of_that_day(story: list[Decision]) -> None:
    for period in fold_decisions(story).periods:
        assert period.starts == period.decision.effective_date
        assert any(item.code == period.code and item.version == period.version for item in period.decision.documents)


@given(stories(), days)
def test_a_temporary_version_is_not_in_force_after_its_last_day(story: list[Decision], day: date) -> None:
    for period in fold_decisions(story).periods:
        item = next(item for item in period.decision.documents if item.code == period.code)
        if item.valid_to and day > item.valid_to:
            assert period.standing(day) is not Standing.IN_FORCE


@given(stories())
def test_a_period_ends_by_another_decision_by_its_own_last_day_or_not_at_all(story: list[Decision]) -> None:
    ledger = fold_decisions(story)
    for period in ledger.periods:
        item = next(item for item in period.decision.documents if item.code == period.code)
        if period.lapses:
            assert period.ends == item.valid_to
            assert period.standing(date.max) is Standing.LAPSED
        elif period.ends is None:
            assert item.valid_to is None
            assert period is ledger.of(period.code)[-1]
        else:
            assert period.ended_by
            assert item.valid_to is None or period.ends < item.valid_to or period.is_void


@given(stories(), st.sampled_from(["QT-HT-01", "QT-HT-04"]))
def test_the_periods_of_a_code_are_those_of_the_whole_ledger(story: list[Decision], code: str) -> None:
    ledger = fold_decisions(story)
    assert ledger.of(code) == tuple(period for period in ledger.periods if period.code == code)
