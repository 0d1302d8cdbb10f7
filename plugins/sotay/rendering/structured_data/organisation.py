"""Agencies, their counters and the province, as schema.org tells them."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.model.agency import Agency, Counter, OpeningHours
from sotay.rendering.site_view import SiteView
from sotay.rendering.structured_data.thing import Thing, reference, thing

COUNTRY = "VN"


def agency_address(view: SiteView, page: str, agency: str) -> str:
    """Return where the site of an agency is, as a page tells it."""
    return view.whole(page, view.at(page).site(agency))


def agency_name(view: SiteView, page: str, agency: Agency) -> Thing:
    """Return an agency with no more than its name and its site."""
    home = agency_address(view, page, agency.id)
    return thing("GovernmentOrganization", f"{home}#co-quan", name=agency.name, url=home)


def organisation(view: SiteView, page: str, agency: Agency) -> Thing:
    """Return an agency with its offices; one that does not exist on the day receives nobody."""
    parent = view.publication.agency_by_id.get(agency.parent or "")
    offices = agency.counters if agency.exists_on(view.publication.day) else ()
    return {
        **agency_name(view, page, agency),
        **thing(
            "GovernmentOrganization",
            alternateName=agency.short_name if agency.short_name != agency.name else None,
            identifier=agency.code,
            parentOrganization=agency_name(view, page, parent.agency) if parent else None,
            foundingDate=agency.valid_from.isoformat() if agency.valid_from else None,
            dissolutionDate=agency.valid_to.isoformat() if agency.valid_to else None,
            areaServed=reference(province_address(view, page)),
            location=[office(counter, view) for counter in offices],
        ),
    }


def office(counter: Counter, view: SiteView) -> Thing:
    """Return a place that receives dossiers, with its address and hours."""
    return thing(
        "GovernmentOffice",
        name=counter.name,
        address=postal_address(counter.address, view),
        telephone=counter.phone,
        openingHoursSpecification=opening_hours(counter.hours),
    )


def postal_address(written: str, view: SiteView) -> Thing:
    """Return an address as it is written, without guessing which part of it is what."""
    province = view.publication.province.settings.value.name
    return thing("PostalAddress", streetAddress=written, addressRegion=province, addressCountry=COUNTRY)


def opening_hours(hours: Sequence[OpeningHours]) -> list[Thing]:
    """Return when a place is open."""
    return [
        thing(
            "OpeningHoursSpecification",
            dayOfWeek=[f"https://schema.org/{day.value.capitalize()}" for day in span.days],
            opens=span.opens,
            closes=span.closes,
        )
        for span in hours
    ]


def province(view: SiteView, page: str) -> Thing:
    """Return the province."""
    settings = view.publication.province.settings.value
    return thing(
        "AdministrativeArea",
        province_address(view, page),
        name=settings.name,
        identifier=settings.code,
        containedInPlace=thing("Country", name="Việt Nam", identifier=COUNTRY),
    )


def province_address(view: SiteView, page: str) -> str:
    """Return what the province is called in the data of every page."""
    return view.whole(page, view.at(page).portal()) + "#tinh"
