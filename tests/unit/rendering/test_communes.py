"""Communes: those with a site, those without, and the old names that lead to the new ones."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sotay.rendering.addresses import Addresses
from sotay.rendering.communes import commune_choice, commune_lines, communes_file, communes_page
from sotay.rendering.site_view import SiteView
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 10, 1)
REGISTER = """communes:
  - {code: "05977", name: Phường Đông Kinh, former: [Phường Vĩnh Trại]}
  - {code: "06079", name: Xã Hồng Phong}
  - {code: "06001", name: Xã Đoàn Kết}
"""


@pytest.fixture
def archive() -> Archive:
    archive = Archive().file("sites/communes.yml", REGISTER)
    return archive.agency(COMMUNE, level="commune", code="05977", short_name="UBND phường Đông Kinh", order=1)


def view_of(archive: Archive) -> SiteView:
    publication = publish_province(archive.examined(DAY), None)
    return SiteView(publication, Addresses(publication))


def told(archive: Archive) -> list[dict[str, Any]]:
    (file,) = communes_file(view_of(archive))
    assert file.address == "xa-phuong/danh-sach.json"
    found: list[dict[str, Any]] = json.loads(file.content)
    return found


def test_communes_stand_in_the_order_of_their_names_without_their_kind(archive: Archive) -> None:
    assert [line.name for line in commune_lines(view_of(archive))] == [
        "Xã Đoàn Kết",
        "Phường Đông Kinh",
        "Xã Hồng Phong",
    ]


def test_a_commune_with_a_site_leads_there_and_one_without_leads_nowhere(archive: Archive) -> None:
    assert [(line.name, line.href) for line in commune_lines(view_of(archive)) if line.href] == [
        ("Phường Đông Kinh", f"../{COMMUNE}/")
    ]


def test_several_agencies_of_one_commune_are_all_its_places_the_first_by_order_its_site(archive: Archive) -> None:
    archive.agency("cong-an-phuong", level="commune", code="05977", order=2)
    by_name = {one["name"]: one for one in told(archive)}
    assert by_name["Phường Đông Kinh"]["agencies"] == [COMMUNE, "cong-an-phuong"]
    assert by_name["Phường Đông Kinh"]["office"] == "UBND phường Đông Kinh"
    assert by_name["Xã Hồng Phong"] == {"code": "06079", "name": "Xã Hồng Phong", "former": [], "agencies": []}


def test_a_commune_that_was_merged_leads_to_the_one_that_has_its_tasks(archive: Archive) -> None:
    gone = {"level": "commune", "valid_to": "2025-06-30"}
    archive.agency("phuong-vinh-trai", name="Ủy ban nhân dân phường Vĩnh Trại", successor=COMMUNE, **gone)
    archive.agency("xa-a", name="Ủy ban nhân dân xã An", successor="xa-b", **gone)
    archive.agency("xa-b", name="Ủy ban nhân dân xã Bình", successor=COMMUNE, **gone)
    by_name = {one["name"]: one for one in told(archive)}
    assert by_name["Phường Đông Kinh"]["former"] == ["Phường Vĩnh Trại", "Xã An", "Xã Bình"]


def test_a_province_without_a_register_has_no_page_and_no_form() -> None:
    view = view_of(Archive())
    assert [*communes_page(view), *communes_file(view)] == []
    assert commune_choice(view.publication, view.at("")) is None
