"""Who took over from whom: followed to those who exist on the day, and never round in a circle."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.usecases.publication import AgencyPublication, Publication
from sotay.usecases.publish_province import publish_province
from sotay.usecases.succession import forerunners, heirs
from tests.support.builders import COMMUNE, Archive

EVE, REFORM = date(2025, 6, 30), date(2025, 7, 1)
MERGED = date(2024, 12, 1)


def after_reform() -> Archive:
    """A commune that went into another, which went into a third with its neighbour; and their district."""
    archive = Archive()
    archive.agency(COMMUNE, level="commune", valid_from="2025-07-01")
    archive.agency("xa-moi", level="commune", valid_from="2025-07-01")
    archive.agency("huyen-cu", level="district", valid_to="2025-06-30")
    below = {"level": "commune", "parent": "huyen-cu"}
    archive.agency("xa-a", **below, valid_to="2024-11-30", successor="xa-b")
    archive.agency("xa-b", **below, valid_to="2025-06-30", successor=COMMUNE)
    archive.agency("xa-c", **below, valid_to="2025-06-30", successor="xa-moi")
    return archive


def on(day: date, archive: Archive | None = None) -> Publication:
    return publish_province((archive or after_reform()).examined(day), None)


def ids(agencies: tuple[AgencyPublication, ...]) -> set[str]:
    return {agency.id for agency in agencies}


@pytest.mark.parametrize(("day", "heir"), [(MERGED, "xa-b"), (EVE, "xa-b"), (REFORM, COMMUNE)])
def test_a_successor_that_is_gone_is_followed_to_its_own(day: date, heir: str) -> None:
    assert ids(heirs(on(day), "xa-a")) == {heir}


def test_the_tasks_of_a_district_without_successor_went_to_those_of_its_communes() -> None:
    assert ids(heirs(on(REFORM), "huyen-cu")) == {COMMUNE, "xa-moi"}


def test_communes_that_name_each_other_have_no_heir() -> None:
    archive = after_reform()
    archive.agency("xa-b", level="commune", valid_to="2025-06-30", successor="xa-a")
    assert heirs(on(REFORM, archive), "xa-a") == ()


def test_a_successor_that_nobody_knows_is_nobody() -> None:
    archive = after_reform().agency("xa-c", level="commune", valid_to="2025-06-30", successor="xa-nao-do")
    assert heirs(on(REFORM, archive), "xa-c") == ()


def test_before_an_agency_is_founded_others_have_its_tasks() -> None:
    assert ids(forerunners(on(EVE), COMMUNE)) == {"xa-b"}
    assert forerunners(on(REFORM), COMMUNE) == ()


@pytest.mark.parametrize(
    ("day", "there"),
    [(EVE, {"so-tu-phap", "huyen-cu", "xa-b", "xa-c"}), (REFORM, {"so-tu-phap", COMMUNE, "xa-moi"})],
)
def test_an_agency_exists_from_its_first_day_to_its_last(day: date, there: set[str]) -> None:
    assert ids(on(day).current_agencies) == there


def test_nobody_is_named_as_carrying_out_a_procedure_before_it_is_founded() -> None:
    archive = Archive().procedure().agency(COMMUNE, level="commune", valid_from="2026-08-01")
    archive.issue("QT-HT-01").adopt("QT-HT-01", effective=date(2026, 8, 1), signed=date(2026, 6, 20))
    performers = {
        day: [one.agency.id for one in on(day, archive).procedure_by_code["QT-HT-01"].performers]
        for day in (date(2026, 7, 31), date(2026, 8, 1))
    }
    assert performers == {date(2026, 7, 31): [], date(2026, 8, 1): [COMMUNE]}
