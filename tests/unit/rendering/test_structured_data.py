"""What pages tell programs: only types and properties that schema.org has, only times that are exact, no claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sotay.rendering.agency_pages import agency_site
from sotay.rendering.portal_pages import portal_site
from sotay.rendering.site_page import PageKind, Site
from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.open_data import SITE, published
from tests.support.province import DAY, a_province
from tests.support.schema_org import faults

PUBLISHED = published(a_province(), DAY)
PORTAL = portal_site(PUBLISHED, SITE)
HERE = agency_site(PUBLISHED, COMMUNE, f"{SITE}{COMMUNE}/")
SITES = {"portal": PORTAL, COMMUNE: HERE, OWNER: agency_site(PUBLISHED, OWNER, f"{SITE}{OWNER}/")}


def things(site: Site, address: str) -> dict[str, Any]:
    """What a page tells, by type."""
    page = next(page for page in site.pages if page.address == address)
    assert page.structured_data
    return {one["@type"]: one for one in json.loads(json.dumps(page.structured_data))["@graph"]}


def service(**keys: Any) -> dict[str, Any]:
    archive = Archive().procedure("QT-HT-01", **keys).issue("QT-HT-01").adopt("QT-HT-01")
    found = things(portal_site(published(archive, date(2026, 8, 1)), SITE), "thu-tuc/1.001193/")
    return found["GovernmentService"]  # type: ignore[no-any-return]


def everything(site: Site) -> Iterator[tuple[str, Any]]:
    for page in site.pages:
        if page.structured_data:
            yield page.address, json.loads(json.dumps(page.structured_data))


@pytest.mark.parametrize("name", SITES)
def test_only_types_and_properties_that_schema_org_has_are_used_each_where_it_belongs(name: str) -> None:
    told = list(everything(SITES[name]))
    assert len(told) > 8
    assert {address: faults(data) for address, data in told if faults(data)} == {}
    assert {data["@context"] for _, data in told} == {"https://schema.org"}


def test_a_wrong_word_is_found() -> None:
    data = {"@graph": [{"@type": "GovernmentService", "dateModified": "2026-01-01", "provider": {"@type": "Agency"}}]}
    assert faults(data) == ["Agency", "GovernmentService.dateModified"]


@pytest.mark.parametrize("name", SITES)
def test_every_page_with_a_way_to_it_tells_the_way(name: str) -> None:
    for page in SITES[name].pages:
        if page.kind not in (PageKind.HOME, PageKind.REDIRECT) and 'class="crumbs"' in page.html:
            steps = things(SITES[name], page.address)["BreadcrumbList"]["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all(step["item"].startswith(SITE) for step in steps)
            assert steps[-1]["name"] == page.title


def test_the_way_to_a_procedure_leads_over_the_pages_that_it_shows() -> None:
    steps = things(HERE, "thu-tuc/1.001193/")["BreadcrumbList"]["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == [
        ("Tỉnh Lạng Sơn", SITE),
        ("UBND phường Đông Kinh", f"{SITE}{COMMUNE}/"),
        ("Thủ tục", f"{SITE}{COMMUNE}/thu-tuc/"),
        ("Hộ tịch", f"{SITE}{COMMUNE}/thu-tuc/#ho-tich"),
        ("Đăng ký khai sinh", f"{SITE}{COMMUNE}/thu-tuc/1.001193/"),
    ]


def test_a_procedure_is_a_service_with_what_it_needs_where_and_when() -> None:
    told = things(HERE, "thu-tuc/1.001193/")
    found = told["GovernmentService"]
    assert found["url"] == f"{SITE}{COMMUNE}/thu-tuc/1.001193/"
    assert found["identifier"][0]["value"] == "1.001193"
    assert found["serviceOperator"][0]["name"] == "Ủy ban nhân dân phường Đông Kinh"
    (counter,) = found["availableChannel"][0]["serviceLocation"]
    assert counter["address"]["streetAddress"] == "Phường Đông Kinh"
    assert counter["openingHoursSpecification"][0]["opens"] == "07:30"
    assert counter["openingHoursSpecification"][0]["dayOfWeek"][0] == "https://schema.org/Monday"
    assert found["serviceOutput"] == [{"@type": "Thing", "name": "Giấy khai sinh"}]
    assert told["WebPage"]["dateModified"] == "2026-06-15"
    assert told["WebPage"]["mainEntity"]["@id"] == found["@id"]


def test_working_days_are_no_duration_and_exact_limits_are() -> None:
    assert "processingTime" not in service()["availableChannel"][0]
    assert service()["availableChannel"][0]["description"] == "Thời hạn: 3 ngày làm việc"
    assert service(time_limit={"value": 20, "unit": "day"})["availableChannel"][0]["processingTime"] == "P20D"


def test_a_price_stands_only_where_a_number_is_stated_and_charged_on_the_day() -> None:
    fees = [
        {"amount": 8000, "unit": "bản"},
        {"set_by": "Hội đồng nhân dân tỉnh", "when": "Khác"},
        {"amount": 1, "valid_to": "2026-07-31"},
    ]
    assert service(fees=fees)["offers"] == [
        {"@type": "Offer", "price": 8000, "priceCurrency": "VND", "description": "8.000 đồng/bản"}
    ]
    assert service()["offers"][0]["price"] == 0


def test_a_procedure_that_is_over_is_no_service() -> None:
    assert set(things(HERE, "thu-tuc/1.000656/")) == {"BreadcrumbList"}


def test_the_home_of_the_portal_says_how_to_search_and_claims_no_publisher() -> None:
    site = things(PORTAL, "")["WebSite"]
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}tim-kiem/?q={{search_term_string}}"
    assert site["disambiguatingDescription"] == "Bản minh họa phần mềm."
    assert "publisher" not in site


def test_the_home_of_an_agency_has_its_office_with_address_and_hours() -> None:
    found = things(HERE, "")["GovernmentOrganization"]
    (office,) = found["location"]
    assert office["@type"] == "GovernmentOffice"
    assert [hours["closes"] for hours in office["openingHoursSpecification"]] == ["11:30", "17:00"]
    assert things(HERE, "")["WebSite"]["about"]["@id"] == found["@id"] == f"{SITE}{COMMUNE}/#co-quan"


def test_the_register_of_laws_tells_them_as_legislation_in_force_only_if_that_is_known() -> None:
    found = things(HERE, "van-ban/")["Legislation"]
    assert found["legislationIdentifier"] == "118/2025/NĐ-CP"
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    unknown = "documents:\n  - {number: 118/2025/NĐ-CP, title: Nghị định, issuer: Chính phủ, source: s}\n"
    archive = Archive().file("procedures/legal.yml", unknown).procedure("QT-HT-01").issue("QT-HT-01")
    site = agency_site(published(archive.adopt("QT-HT-01"), date(2026, 8, 1)), COMMUNE, SITE)
    assert "legislationLegalForce" not in things(site, "van-ban/")["Legislation"]


def test_the_page_on_open_data_is_a_data_set_with_its_files() -> None:
    found = things(PORTAL, "du-lieu-mo/")["Dataset"]
    urls = {one["contentUrl"] for one in found["distribution"]}
    assert {f"{SITE}api/procedures.json", f"{SITE}api/cpsv-ap.ttl", f"{SITE}api/{COMMUNE}.json"} < urls


def test_without_an_address_links_are_as_the_page_has_them_and_search_is_left_out() -> None:
    site = portal_site(PUBLISHED)
    assert "potentialAction" not in things(site, "")["WebSite"]
    steps = things(site, "thu-tuc/1.001193/")["BreadcrumbList"]["itemListElement"]
    assert [step.get("item") for step in steps[:2]] == ["../../", "../"]
    assert "https://sotay" not in json.dumps(list(everything(site)))
