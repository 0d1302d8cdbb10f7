"""Legal documents, as schema.org tells them."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.model.legal import LegalDocument
from sotay.rendering.open_data.legal import Force, force_on
from sotay.rendering.site_view import SiteView
from sotay.rendering.structured_data.thing import Thing, thing

_FORCE = {Force.IN_FORCE: "InForce", Force.UPCOMING: "NotInForce", Force.ENDED: "NotInForce"}


def legislation(documents: Sequence[LegalDocument], view: SiteView) -> Sequence[Thing]:
    """Return legal documents; whether one is in force is said only where the register knows its dates."""
    return [_legislation(document, view) for document in documents]


def _legislation(document: LegalDocument, view: SiteView) -> Thing:
    force = _FORCE.get(force_on(document, view.publication.day))
    return thing(
        "Legislation",
        name=document.title,
        legislationIdentifier=document.number,
        legislationPassedBy=thing("Organization", name=document.issuer),
        legislationDate=document.signed.isoformat() if document.signed else None,
        legislationLegalForce=f"https://schema.org/{force}" if force else None,
        inLanguage="vi",
    )
