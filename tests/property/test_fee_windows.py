"""Of fees with windows: one amount a day is no contradiction, two are, in whatever order they are written."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sotay.model.procedure import Fee
from sotay.rules.procedure.fee_lists import holds_on, overlap
from sotay.rules.procedure.fee_windows import contradicting

START = date(2026, 1, 1)
_days = st.integers(0, 60)


@st.composite
def fees(draw: st.DrawFn) -> Fee:
    """A fee of one case with any window that is not reversed."""
    first, last = sorted((draw(_days), draw(_days)))
    return Fee.model_validate(
        {
            "amount": draw(st.sampled_from([1000, 2000])),
            "valid_from": draw(st.sampled_from([None, (START + timedelta(first)).isoformat()])),
            "valid_to": draw(st.sampled_from([None, (START + timedelta(last)).isoformat()])),
        }
    )


@given(fees(), fees())
def test_two_fees_overlap_if_and_only_if_some_day_has_both(one: Fee, other: Fee) -> None:
    days = [START + timedelta(day) for day in range(-1, 62)]
    assert overlap(one, other) == any(holds_on(one, day) and holds_on(other, day) for day in days)


@given(st.lists(fees(), max_size=6))
def test_a_contradiction_is_found_if_and_only_if_some_day_has_two_amounts(several: list[Fee]) -> None:
    days = [START + timedelta(day) for day in range(-1, 62)]
    is_double = any(len({fee.amount for fee in several if holds_on(fee, day)}) > 1 for day in days)
    assert any(contradicting(tuple(several))) == is_double


@given(st.lists(fees(), max_size=6))
def test_the_order_of_the_fees_does_not_matter(several: list[Fee]) -> None:
    shuffled = several[::-1]
    assert any(contradicting(tuple(several))) == any(contradicting(tuple(shuffled)))
