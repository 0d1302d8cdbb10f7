"""Where a procedure is carried out: all places at a glance while they are few, folded while they are many."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.rendering.portal_pages import portal_site
from sotay.usecases.publish_province import publish_province
from tests.support.builders import Archive

DAY = date(2026, 8, 1)


def carried_out_by(count: int) -> str:
    """Return the page of a procedure on the portal that so many communes apply."""
    archive = Archive().procedure("QT-HT-01").issue("QT-HT-01")
    for number in range(count):
        commune = f"xa-so-{number:02}"
        archive.agency(commune, level="commune").adopt("QT-HT-01", by=commune, serial=f"{number + 1}")
    site = portal_site(publish_province(archive.examined(DAY), None))
    return next(page.html for page in site.pages if page.address == "thu-tuc/1.001193/")


@pytest.mark.parametrize(("count", "is_folded"), [(12, False), (13, True)])
def test_many_places_and_their_decisions_are_folded(count: int, *, is_folded: bool) -> None:
    html = carried_out_by(count)
    assert html.count('<li data-agency="xa-so-') == count
    assert html.count(", Quyết định số ") == count
    assert (f"<summary>Xem cả {count} cơ quan</summary>" in html) is is_folded
    assert (f"<summary>Xem quyết định của {count} cơ quan</summary>" in html) is is_folded
