"""One decision after another: what is an error, what only a warning, and what is no fault at all."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.decision import DecisionItem
from sotay.rules.approval.decisions import RULES as DECISIONS
from sotay.rules.approval.sequence import RULES as SEQUENCE
from sotay.rules.approval.temporary import RULES as TEMPORARY
from sotay.rules.runner import run_rules
from tests.support.builders import COMMUNE, OWNER, Archive, a_decision, adopting, issuing, withdrawing

ONE, OTHER = "sha256:" + "1" * 64, "sha256:" + "2" * 64
MAY, JUNE, JULY, AUGUST = (date(2026, month, 1) for month in (5, 6, 7, 8))


def item(version: str, print_: str = ONE, last: date | None = None) -> DecisionItem:
    return issuing("HD-MC-01", version, print_).model_copy(update={"valid_to": last})


WITHDRAWN = withdrawing("HD-MC-01")


def found(*told: tuple[date, date, DecisionItem], day: date = AUGUST, by: str = OWNER) -> list[tuple[str, str, str]]:
    """Return code, severity and file of what is found in decisions that are signed and take effect as told."""
    archive = Archive().document(version="9.0")
    for number, (signed, effective, decided) in enumerate(told, start=1):
        archive.decide(by, a_decision(str(number), signed=signed, effective=effective, documents=[decided]))
    return codes(archive, day)


def codes(archive: Archive, day: date = AUGUST) -> list[tuple[str, str, str]]:
    findings = run_rules((*DECISIONS, *SEQUENCE, *TEMPORARY), archive.examined(day))
    # The texts of these versions were never written.
    about = [f for f in findings if f.code not in {"ST213", "ST214"}]
    return [(f.code, f.severity.value, f.place.path.rsplit("/", 1)[-1]) for f in about]


def test_a_gap_to_come_can_still_be_closed_and_a_past_one_only_explained() -> None:
    story = ((MAY, MAY, item("1.0")), (MAY, JUNE, WITHDRAWN), (MAY, JULY, item("1.1")))
    assert found(*story, day=MAY) == [("ST220", "warning", "2026-3.yml")]
    assert found(*story, day=JULY) == [("ST220", "advice", "2026-3.yml")]


def test_nothing_is_said_of_a_gap_while_a_decision_cannot_be_read() -> None:
    archive = Archive().document(version="9.0")
    archive.decide(OWNER, a_decision("1", effective=MAY, documents=[item("1.0", last=MAY)]))
    archive.decide(OWNER, a_decision("3", effective=JULY, documents=[item("1.1")]))
    assert codes(archive) == [("ST220", "advice", "2026-3.yml")]
    assert codes(archive.file(f"sites/{OWNER}/decisions/2026-2.yml", "number: [")) == []


def test_two_decisions_of_one_day_with_effect_on_one_day_contradict_each_other() -> None:
    assert found((MAY, JULY, item("1.0")), (MAY, JULY, item("1.1"))) == [("ST221", "error", "2026-2.yml")]


def test_a_later_decision_may_replace_a_version_before_its_first_day_but_should_say_so() -> None:
    assert found((MAY, JULY, item("1.0")), (JUNE, JULY, item("1.1"))) == [("ST221", "warning", "2026-2.yml")]


def test_a_decision_that_names_the_one_it_replaces_is_in_order() -> None:
    archive = Archive().document(version="9.0")
    archive.decide(OWNER, a_decision("1", signed=MAY, effective=JULY, documents=[item("1.0")]))
    second = a_decision("2", signed=JUNE, effective=JULY, documents=[item("1.1")])
    archive.decide(OWNER, second.model_copy(update={"subject": "Thay Quyết định số 1/QĐ-UBND"}))
    assert codes(archive) == []


def test_a_version_withdrawn_before_its_first_day_is_no_fault() -> None:
    assert found((MAY, JULY, item("1.0")), (JUNE, JULY, WITHDRAWN)) == []


def test_an_amendment_is_warned_of_a_higher_version_that_was_signed_before_it() -> None:
    story = ((MAY, MAY, item("1.0")), (MAY, AUGUST, item("2.0")), (JUNE, JULY, item("1.1")))
    assert found(*story) == [("ST221", "warning", "2026-3.yml")]


def test_a_lower_version_that_overtakes_is_told_once() -> None:
    story = ((MAY, AUGUST, item("1.1")), (JUNE, JULY, item("2.0")))
    assert found(*story) == [("ST222", "error", "2026-1.yml")]


def test_the_same_version_may_come_back_unchanged_after_it_was_withdrawn() -> None:
    story = ((MAY, MAY, item("1.0")), (JUNE, JUNE, WITHDRAWN), (JULY, JULY, item("1.0")))
    assert [code for code, _, _ in found(*story)] == ["ST220"]


@pytest.mark.parametrize(
    ("again", "severity"), [(item("1.0"), "warning"), (item("1.0", OTHER), "error"), (item("1.1", OTHER), None)]
)  # fmt: skip
def test_the_same_number_is_an_error_with_another_text(again: DecisionItem, severity: str | None) -> None:
    told = found((MAY, MAY, item("1.0")), (JULY, JULY, again))
    assert told == ([("ST222", severity, "2026-2.yml")] if severity else [])


def test_the_days_of_an_agency_bound_its_decisions() -> None:
    archive = Archive().document(version="9.0").agency(OWNER, valid_from="2026-05-15", valid_to="2026-07-15")
    archive.decide(OWNER, a_decision("1", effective=MAY, documents=[item("1.0")]))
    archive.decide(OWNER, a_decision("2", effective=JUNE, documents=[item("1.1")]))
    archive.decide(OWNER, a_decision("3", signed=JULY, effective=AUGUST, documents=[item("1.2")]))
    assert codes(archive) == [("ST223", "error", "2026-1.yml"), ("ST223", "error", "2026-3.yml")]


def test_an_agency_may_adopt_what_the_agency_above_it_owns_alone() -> None:
    own = f"sites/{OWNER}/docs/HD-NB-01.md"
    archive = Archive().document("HD-NB-01")
    archive.file(own, archive.texts.pop("procedures/mot-cua/HD-NB-01.md")).issue("HD-NB-01").adopt("HD-NB-01")
    assert codes(archive) == [("ST223", "error", "2026-18.yml")]
    assert codes(archive.agency(COMMUNE, "commune", parent=OWNER)) == []


def test_who_has_a_step_in_a_procedure_of_another_level_may_adopt_it() -> None:
    step = {"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 1, "unit": "working_day"}}
    archive = Archive().procedure("QT-HT-01", levels=["province"]).issue("QT-HT-01").adopt("QT-HT-01")
    assert codes(archive) == [("ST223", "warning", "2026-18.yml")]
    mine = Archive().procedure("QT-HT-01", levels=["province"], steps=[{**step, "agency": COMMUNE}])
    assert codes(mine.issue("QT-HT-01").adopt("QT-HT-01")) == []


def test_an_adoption_ends_with_the_temporary_version_at_the_latest() -> None:
    archive = Archive().document(valid_to="2026-12-31")
    print_ = archive.fingerprint("HD-MC-01")
    issued = issuing("HD-MC-01", "1.0", print_).model_copy(update={"valid_to": date(2026, 12, 31)})
    archive.decide(OWNER, a_decision("45", symbol="STP", documents=[issued]))

    def adopted(last: date | None) -> list[str]:
        taken = adopting("HD-MC-01", "1.0", print_).model_copy(update={"valid_to": last})
        archive.decide(COMMUNE, a_decision("18", documents=[taken]))
        return [code for code, _, _ in codes(archive)]

    assert adopted(None) == ["ST225"]
    assert adopted(date(2027, 1, 31)) == ["ST225"]
    assert adopted(date(2026, 6, 30)) == ["ST225"]
    assert adopted(date(2026, 12, 31)) == []
    assert adopted(date(2026, 10, 31)) == []


@pytest.mark.parametrize(
    ("day", "severity"),
    [(date(2026, 11, 30), None), (date(2026, 12, 1), "advice"), (date(2026, 12, 31), "advice"), (date(2027, 1, 1), "warning")],
)  # fmt: skip
def test_the_end_of_a_temporary_document_is_told_thirty_days_before(day: date, severity: str | None) -> None:
    archive = Archive().document(valid_to="2026-12-31")
    issued = issuing("HD-MC-01", "1.0", archive.fingerprint("HD-MC-01"))
    issued = issued.model_copy(update={"valid_to": date(2026, 12, 31)})
    archive.decide(OWNER, a_decision("45", symbol="STP", documents=[issued]))
    assert codes(archive, day) == ([("ST226", severity, "HD-MC-01.md")] if severity else [])


def test_who_adopts_for_a_time_is_told_that_the_owner_goes_on() -> None:
    archive = Archive().document().issue("HD-MC-01")
    taken = adopting("HD-MC-01", "1.0", archive.fingerprint("HD-MC-01"))
    taken = taken.model_copy(update={"valid_to": date(2026, 7, 31)})
    archive.decide(COMMUNE, a_decision("18", documents=[taken]))
    assert codes(archive) == [("ST226", "warning", "2026-18.yml")]
