"""What took effect between two days, by legal dates only."""

from __future__ import annotations

from datetime import date

from sotay.usecases.report_changes import ChangeEvent, Happening, changes_between
from tests.support.builders import COMMUNE, OWNER, Archive

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DEARER = [{"amount": 10000, "unit": "bản"}]
TERMS = {"procedure": "QT-HT-06", "time_limit": {"value": 2, "unit": "working_day"}}


def told(
    archive: Archive, first: date = FIRST, last: date = LAST, agency: str | None = None
) -> tuple[ChangeEvent, ...]:
    return changes_between(archive.examined(last), first, last, agency)


def brief(events: tuple[ChangeEvent, ...]) -> list[tuple[str, str, Happening, str]]:
    return [(f"{event.day:%m-%d}", event.agency.id, event.happening, str(event.version or "")) for event in events]


def a_life() -> Archive:
    """Issued and adopted in July, amended at its owner in September, withdrawn by the commune in October."""
    archive = Archive().procedure("QT-HT-06", title="Cấp bản sao").issue("QT-HT-06").adopt("QT-HT-06")
    archive.procedure("QT-HT-06", title="Cấp bản sao", version="1.1", fees=DEARER)
    archive.issue("QT-HT-06", serial="60", signed=date(2026, 8, 20), effective=date(2026, 9, 1))
    return archive.withdraw("QT-HT-06", by=COMMUNE, symbol="UBND", effective=date(2026, 10, 1))


def test_a_life_is_told_in_the_order_of_effect() -> None:
    assert brief(told(a_life())) == [
        ("07-01", COMMUNE, Happening.ADOPTED, "1.0"),
        ("07-01", OWNER, Happening.ISSUED, "1.0"),
        ("09-01", OWNER, Happening.ISSUED, "1.1"),
        ("10-01", COMMUNE, Happening.WITHDRAWN, ""),
    ]


def test_both_ends_are_in_and_one_agency_can_be_asked_for() -> None:
    archive = a_life()
    assert len(told(archive, date(2026, 9, 1), date(2026, 9, 1))) == 1
    assert told(archive, date(2026, 9, 2), date(2026, 9, 30)) == ()
    assert {event.agency.id for event in told(archive, agency=COMMUNE)} == {COMMUNE}


def test_a_text_that_is_missing_is_not_guessed() -> None:
    """The first version is nowhere to be found, so what the second one changes cannot be said."""
    second = told(a_life(), date(2026, 9, 1))[0]
    assert (str(second.before), second.said) == ("1.0", ())


def test_what_was_decided_after_the_last_day_was_not_known_then() -> None:
    archive = Archive().procedure("QT-HT-06").issue("QT-HT-06", signed=date(2026, 8, 1), effective=date(2026, 7, 1))
    assert told(archive, last=date(2026, 7, 31)) == ()
    assert len(told(archive, last=date(2026, 8, 1))) == 1


def test_an_end_with_the_agency_is_a_lapse() -> None:
    archive = Archive().procedure("QT-HT-06").issue("QT-HT-06").adopt("QT-HT-06")
    archive.agency(COMMUNE, level="commune", valid_to="2026-08-31")
    assert brief(told(archive, agency=COMMUNE))[-1] == ("09-01", COMMUNE, Happening.LAPSED, "")


def test_own_terms_are_told_in_words() -> None:
    archive = Archive().procedure("QT-HT-06").issue("QT-HT-06").adopt("QT-HT-06", serial="17")
    archive.agency(COMMUNE, level="commune", overrides=[{**TERMS, "decision": "18/QĐ-UBND"}]).permit(serial="18")
    event = next(event for event in told(archive) if event.happening is Happening.LOCAL_TERMS)
    assert event.said == ("Thêm thời hạn riêng: 2 ngày làm việc",)
    assert (str(event.version), str(event.before)) == ("1.0", "1.0")


def test_own_terms_after_others_are_not_called_new() -> None:
    archive = Archive().procedure("QT-HT-06").issue("QT-HT-06")
    for serial, effective in (("18", date(2026, 7, 1)), ("19", date(2026, 8, 1))):
        stated = {**TERMS, "decision": f"{serial}/QĐ-UBND"}
        archive.agency(COMMUNE, level="commune", overrides=[stated]).permit(serial=serial, effective=effective)
    assert {event.said for event in told(archive, agency=COMMUNE)} == {()}
