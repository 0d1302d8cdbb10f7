"""The types and properties of schema.org (version 29) that pages use, each property with the types it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

PARENTS: Final[dict[str, tuple[str, ...]]] = {
    "Thing": (),
    "Action": ("Thing",),
    "SearchAction": ("Action",),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "WebSite": ("CreativeWork",),
    "Legislation": ("CreativeWork",),
    "Dataset": ("CreativeWork",),
    "DataDownload": ("MediaObject",),
    "MediaObject": ("CreativeWork",),
    "Intangible": ("Thing",),
    "Audience": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "EntryPoint": ("Intangible",),
    "GovernmentService": ("Service",),
    "ItemList": ("Intangible",),
    "ListItem": ("Intangible",),
    "Offer": ("Intangible",),
    "OpeningHoursSpecification": ("StructuredValue",),
    "ContactPoint": ("StructuredValue",),
    "PostalAddress": ("ContactPoint",),
    "PropertyValue": ("StructuredValue",),
    "Service": ("Intangible",),
    "ServiceChannel": ("Intangible",),
    "StructuredValue": ("Intangible",),
    "Organization": ("Thing",),
    "GovernmentOrganization": ("Organization",),
    "LocalBusiness": ("Organization", "Place"),
    "GovernmentOffice": ("LocalBusiness",),
    "Place": ("Thing",),
    "AdministrativeArea": ("Place",),
    "Country": ("AdministrativeArea",),
}
"""The types, each with what it is a kind of."""

DOMAINS: Final[dict[str, tuple[str, ...]]] = {
    "about": ("CreativeWork",),
    "address": ("Organization", "Place"),
    "addressCountry": ("PostalAddress",),
    "addressRegion": ("PostalAddress",),
    "alternateName": ("Thing",),
    "areaServed": ("Organization", "Service", "ContactPoint"),
    "audience": ("Service", "CreativeWork"),
    "audienceType": ("Audience",),
    "availableChannel": ("Service",),
    "availableLanguage": ("ServiceChannel", "ContactPoint"),
    "closes": ("OpeningHoursSpecification",),
    "containedInPlace": ("Place",),
    "contentUrl": ("MediaObject",),
    "dateModified": ("CreativeWork",),
    "dayOfWeek": ("OpeningHoursSpecification",),
    "description": ("Thing",),
    "disambiguatingDescription": ("Thing",),
    "dissolutionDate": ("Organization",),
    "distribution": ("Dataset",),
    "encodingFormat": ("CreativeWork",),
    "foundingDate": ("Organization",),
    "identifier": ("Thing",),
    "inLanguage": ("CreativeWork",),
    "isRelatedTo": ("Service",),
    "item": ("ListItem",),
    "itemListElement": ("ItemList",),
    "jurisdiction": ("GovernmentService", "Legislation"),
    "legislationDate": ("Legislation",),
    "legislationIdentifier": ("Legislation",),
    "legislationLegalForce": ("Legislation",),
    "legislationPassedBy": ("Legislation",),
    "license": ("CreativeWork",),
    "location": ("Organization",),
    "mainEntity": ("CreativeWork",),
    "name": ("Thing",),
    "offers": ("Service", "CreativeWork"),
    "openingHoursSpecification": ("Place",),
    "opens": ("OpeningHoursSpecification",),
    "parentOrganization": ("Organization",),
    "position": ("ListItem", "CreativeWork"),
    "potentialAction": ("Thing",),
    "price": ("Offer",),
    "priceCurrency": ("Offer",),
    "processingTime": ("ServiceChannel",),
    "propertyID": ("PropertyValue",),
    "provider": ("Service", "CreativeWork"),
    "query-input": ("SearchAction",),
    "serviceLocation": ("ServiceChannel",),
    "serviceOperator": ("GovernmentService",),
    "serviceOutput": ("Service",),
    "servicePostalAddress": ("ServiceChannel",),
    "serviceType": ("Service",),
    "spatialCoverage": ("CreativeWork",),
    "streetAddress": ("PostalAddress",),
    "target": ("Action",),
    "telephone": ("Organization", "Place", "ContactPoint"),
    "termsOfService": ("Service",),
    "text": ("CreativeWork",),
    "url": ("Thing",),
    "urlTemplate": ("EntryPoint",),
    "validFrom": ("Offer", "OpeningHoursSpecification"),
    "validThrough": ("Offer", "OpeningHoursSpecification"),
    "value": ("PropertyValue",),
}
"""The properties, each with the types it may stand at; `query-input` is an annotation of an action's property."""


def faults(data: Any) -> list[str]:
    """Return the types that are unknown, and the properties that do not belong where they stand."""
    return sorted(set(_faults(data)))


def _faults(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _faults(one)
    elif isinstance(value, dict):
        kind = value.get("@type")
        if kind is not None and kind not in PARENTS:
            yield kind
        for name, inner in value.items():
            if kind in PARENTS and not name.startswith("@") and not _kinds(kind) & {*DOMAINS.get(name, ())}:
                yield f"{kind}.{name}"
            yield from _faults(inner)


def _kinds(kind: str) -> set[str]:
    return {kind}.union(*(_kinds(parent) for parent in PARENTS[kind]))
