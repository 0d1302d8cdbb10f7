"""The ledger: decisions folded into what is in force; only their dates of effect count."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.history.ledger import Ledger, Standing, fold_decisions
from sotay.model.decision import DecisionItem
from sotay.model.version import Version
from tests.support.builders import a_decision, adopting, issuing, permitting, withdrawing

MAY, JUNE, JULY, AUGUST = (date(2026, month, 1) for month in (5, 6, 7, 8))


def in_force(ledger: Ledger, day: date, code: str = "QT-HT-01") -> str | None:
    period = ledger.in_force(code, day)
    return str(period.version) if period else None


def test_before_any_decision_nothing_is_in_force() -> None:
    ledger = fold_decisions([a_decision("1", effective=JULY, documents=[issuing("QT-HT-01", "1.0")])])
    assert in_force(ledger, JUNE) is None
    assert in_force(ledger, date(2026, 6, 30)) is None


def test_a_version_is_in_force_from_the_first_to_the_last_day() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=JUNE, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", effective=AUGUST, documents=[issuing("QT-HT-01", "1.1")]),
        ]
    )
    assert [in_force(ledger, day) for day in (JUNE, date(2026, 7, 31), AUGUST)] == ["1.0", "1.0", "1.1"]


def test_adopting_a_version_puts_it_into_force_for_the_agency_that_adopts() -> None:
    ledger = fold_decisions([a_decision("1", effective=JUNE, documents=[adopting("QT-HT-01", "2.0")])])
    assert in_force(ledger, JUNE) == "2.0"


def test_what_an_amendment_replaces_is_superseded_and_names_what_ended_it() -> None:
    second = a_decision("2", effective=JULY, documents=[issuing("QT-HT-01", "1.1")])
    ledger = fold_decisions([a_decision("1", effective=JUNE, documents=[issuing("QT-HT-01", "1.0")]), second])
    first = ledger.of("QT-HT-01")[0]
    assert first.standing(AUGUST) is Standing.SUPERSEDED
    assert (first.ends, first.ended_by, first.withdrawn) == (date(2026, 6, 30), second, False)


def test_a_withdrawn_document_is_in_force_until_the_eve_and_then_withdrawn() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=JUNE, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", effective=JULY, documents=[withdrawing("QT-HT-01")]),
        ]
    )
    assert in_force(ledger, date(2026, 6, 30)) == "1.0"
    assert in_force(ledger, JULY) is None
    last = ledger.last_ended("QT-HT-01", JULY)
    assert last
    assert last.standing(JULY) is Standing.WITHDRAWN


def test_a_withdrawn_document_can_be_issued_anew() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=MAY, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", effective=JUNE, documents=[withdrawing("QT-HT-01")]),
            a_decision("3", effective=AUGUST, documents=[issuing("QT-HT-01", "2.0")]),
        ]
    )
    assert [in_force(ledger, day) for day in (MAY, JUNE, JULY, AUGUST)] == ["1.0", None, None, "2.0"]


def test_withdrawing_what_was_never_issued_changes_nothing() -> None:
    ledger = fold_decisions([a_decision("1", effective=JUNE, documents=[withdrawing("QT-HT-01")])])
    assert ledger.codes() == ()


def test_an_approved_version_is_upcoming_until_its_day() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=JUNE, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", signed=JUNE, effective=AUGUST, documents=[issuing("QT-HT-01", "1.1")]),
        ]
    )
    upcoming = ledger.upcoming("QT-HT-01", JULY)
    assert upcoming
    assert upcoming.version == Version(1, 1)
    assert upcoming.standing(JULY) is Standing.UPCOMING
    assert ledger.upcoming("QT-HT-01", AUGUST) is None


def test_of_two_decisions_with_effect_on_one_day_the_later_signed_one_counts() -> None:
    decisions = [
        a_decision("2", signed=date(2026, 6, 20), effective=JULY, documents=[issuing("QT-HT-01", "1.1")]),
        a_decision("1", signed=date(2026, 6, 10), effective=JULY, documents=[issuing("QT-HT-01", "1.0")]),
    ]
    assert in_force(fold_decisions(decisions), JULY) == "1.1"
    assert in_force(fold_decisions(reversed(decisions)), JULY) == "1.1"


def test_of_two_decisions_of_one_day_the_higher_number_counts() -> None:
    ninth = a_decision("9", effective=JULY, documents=[issuing("QT-HT-01", "1.0")])
    tenth = a_decision("10", effective=JULY, documents=[issuing("QT-HT-01", "1.1")])
    assert in_force(fold_decisions([tenth, ninth]), JULY) == "1.1"


def test_a_version_replaced_before_its_first_day_was_never_to_come() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", signed=MAY, effective=JULY, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", signed=JUNE, effective=JULY, documents=[issuing("QT-HT-01", "1.1")]),
        ]
    )
    upcoming = ledger.upcoming("QT-HT-01", JUNE)
    assert upcoming
    assert upcoming.version == Version(1, 1)
    assert ledger.of("QT-HT-01")[0].standing(JUNE) is Standing.SUPERSEDED


def test_a_version_withdrawn_before_its_first_day_is_never_in_force() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", signed=MAY, effective=JULY, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", signed=JUNE, effective=JULY, documents=[withdrawing("QT-HT-01")]),
        ]
    )
    assert ledger.upcoming("QT-HT-01", JUNE) is None
    assert in_force(ledger, JULY) is None
    assert ledger.last_ended("QT-HT-01", AUGUST) is None


def test_the_order_in_which_decisions_are_read_does_not_matter() -> None:
    decisions = [
        a_decision("1", effective=MAY, documents=[issuing("QT-HT-01", "1.0"), issuing("QT-HT-04", "1.0")]),
        a_decision("2", effective=JUNE, documents=[withdrawing("QT-HT-04")]),
        a_decision("3", effective=JULY, documents=[issuing("QT-HT-01", "2.0")]),
    ]
    assert fold_decisions(decisions) == fold_decisions(reversed(decisions))


def test_documents_have_periods_of_their_own() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=MAY, documents=[issuing("QT-HT-04", "1.0"), issuing("QT-HT-01", "1.0")]),
            a_decision("2", effective=JUNE, documents=[withdrawing("QT-HT-04")]),
        ]
    )
    assert ledger.codes() == ("QT-HT-01", "QT-HT-04")
    assert in_force(ledger, JULY, "QT-HT-01") == "1.0"
    assert in_force(ledger, JULY, "QT-HT-04") is None


def test_an_item_without_a_version_ends_what_was_and_begins_nothing() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=MAY, documents=[issuing("QT-HT-01", "1.0")]),
            a_decision("2", effective=JUNE, documents=[issuing("QT-HT-01", None)]),
        ]
    )
    assert in_force(ledger, JULY) is None


TERMS = "sha256:" + "a" * 64


def test_own_terms_hold_from_the_effect_of_the_decision_that_permits_them() -> None:
    ledger = fold_decisions([a_decision("18", effective=JULY, documents=[permitting("QT-HT-01", TERMS)])])
    assert ledger.permits(TERMS, "18/QĐ-UBND", JUNE) is None
    assert ledger.permits(TERMS, "18/QĐ-UBND", JULY)


def test_own_terms_permitted_twice_hold_from_the_earlier_permission() -> None:
    items = [permitting("QT-HT-01", TERMS)]
    ledger = fold_decisions(
        [a_decision("18", effective=AUGUST, documents=items), a_decision("18", effective=JUNE, documents=items)]
    )
    assert ledger.permits(TERMS, "18/QĐ-UBND", JULY)


@pytest.mark.parametrize(("terms", "number"), [(TERMS, "19/QĐ-UBND"), ("sha256:" + "b" * 64, "18/QĐ-UBND")])
def test_other_terms_or_another_decision_are_not_permitted(terms: str, number: str) -> None:
    ledger = fold_decisions([a_decision("18", effective=JULY, documents=[permitting("QT-HT-01", TERMS)])])
    assert ledger.permits(terms, number, AUGUST) is None


def test_permitting_own_terms_is_no_version() -> None:
    ledger = fold_decisions([a_decision("18", effective=JULY, documents=[permitting("QT-HT-01", TERMS)])])
    assert ledger.codes() == ()


def temporary(version: str, last: date) -> DecisionItem:
    return issuing("QT-HT-01", version).model_copy(update={"valid_to": last})


def test_a_temporary_version_lapses_after_its_last_day_without_another_decision() -> None:
    ledger = fold_decisions([a_decision("1", effective=JUNE, documents=[temporary("1.0", date(2026, 7, 31))])])
    period = ledger.of("QT-HT-01")[0]
    assert [in_force(ledger, day) for day in (date(2026, 7, 31), AUGUST)] == ["1.0", None]
    assert period.standing(AUGUST) is Standing.LAPSED
    assert (period.lapses, period.ended_by) == (True, None)
    assert ledger.last_ended("QT-HT-01", AUGUST) == period


def test_a_temporary_version_that_is_replaced_before_its_last_day_ends_then() -> None:
    second = a_decision("2", effective=JULY, documents=[issuing("QT-HT-01", "1.1")])
    ledger = fold_decisions([a_decision("1", effective=JUNE, documents=[temporary("1.0", AUGUST)]), second])
    first = ledger.of("QT-HT-01")[0]
    assert (first.ends, first.ended_by, first.lapses) == (date(2026, 6, 30), second, False)
    assert first.standing(JULY) is Standing.SUPERSEDED


def test_a_temporary_version_that_is_withdrawn_on_its_last_day_ends_on_the_eve() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=JUNE, documents=[temporary("1.0", JULY)]),
            a_decision("2", effective=JULY, documents=[withdrawing("QT-HT-01")]),
        ]
    )
    assert in_force(ledger, JULY) is None
    assert ledger.of("QT-HT-01")[0].standing(JULY) is Standing.WITHDRAWN


def test_what_follows_after_the_last_day_does_not_end_what_has_lapsed() -> None:
    ledger = fold_decisions(
        [
            a_decision("1", effective=JUNE, documents=[temporary("1.0", date(2026, 6, 30))]),
            a_decision("2", effective=JULY, documents=[issuing("QT-HT-01", "1.1")]),
            a_decision("3", effective=AUGUST, documents=[withdrawing("QT-HT-01")]),
        ]
    )
    first, second = ledger.of("QT-HT-01")
    assert (first.ends, first.ended_by) == (date(2026, 6, 30), None)
    assert second.standing(AUGUST) is Standing.WITHDRAWN
    assert in_force(ledger, JULY) == "1.1"


def test_a_last_day_before_the_first_leaves_nothing_in_force() -> None:
    ledger = fold_decisions([a_decision("1", effective=JULY, documents=[temporary("1.0", JUNE)])])
    assert ledger.of("QT-HT-01")[0].is_void
    assert in_force(ledger, JULY) is None
    assert ledger.upcoming("QT-HT-01", MAY) is None
