"""What an agency applied ends with it; what it issued for others goes on until somebody takes it over."""

from __future__ import annotations

from datetime import date

from sotay.history.ledger import Standing
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, OWNER, Archive

LAST = date(2026, 8, 31)
AFTER = date(2026, 9, 1)


def published(archive: Archive, day: date) -> Publication:
    return publish_province(archive.examined(day), None)


def standing(archive: Archive, agency: str, day: date, code: str = "QT-HT-01") -> Standing:
    return published(archive, day).agency_by_id[agency].by_code[code].standing


def an_archive() -> Archive:
    return Archive().procedure().issue("QT-HT-01").adopt("QT-HT-01")


def test_what_it_adopted_holds_on_its_last_day_and_no_more_on_the_next() -> None:
    archive = an_archive().agency(COMMUNE, level="commune", valid_to=LAST.isoformat())
    assert standing(archive, COMMUNE, LAST) is Standing.IN_FORCE
    assert standing(archive, COMMUNE, AFTER) is Standing.LAPSED
    assert published(archive, LAST).procedures[0].performers
    assert published(archive, AFTER).procedures[0].performers == ()
    assert [agency.id for agency in published(archive, AFTER).current_agencies] == [OWNER]


def test_an_earlier_end_by_decision_stays_as_decided() -> None:
    archive = an_archive().agency(COMMUNE, level="commune", valid_to="2026-12-31")
    archive.withdraw("QT-HT-01", by=COMMUNE, serial="91", symbol="UBND", effective=AFTER)
    assert standing(archive, COMMUNE, date(2027, 1, 1)) is Standing.WITHDRAWN


def test_a_version_that_would_begin_after_its_last_day_never_does() -> None:
    archive = Archive().procedure().issue("QT-HT-01")
    archive.adopt("QT-HT-01", effective=AFTER).agency(COMMUNE, level="commune", valid_to=LAST.isoformat())
    assert "QT-HT-01" not in published(archive, AFTER).agency_by_id[COMMUNE].by_code


def test_what_it_issued_goes_on_where_others_apply_it() -> None:
    archive = an_archive().agency(OWNER, valid_to=LAST.isoformat())
    assert standing(archive, OWNER, AFTER) is Standing.IN_FORCE
    assert standing(archive, COMMUNE, AFTER) is Standing.IN_FORCE


def test_what_it_issued_for_itself_ends_with_it() -> None:
    archive = Archive().document().issue("HD-MC-01").agency(OWNER, valid_to=LAST.isoformat())
    assert standing(archive, OWNER, AFTER, "HD-MC-01") is Standing.LAPSED


def test_an_agency_without_a_last_day_goes_on() -> None:
    assert standing(an_archive(), COMMUNE, date(2099, 1, 1)) is Standing.IN_FORCE
