"""“Tôi ở xã nào”: the communes and wards of the province, with the sites of those that have one.

Reads: the register of communes and the agencies of a publication.
Returns: the page of all communes, and the file by which a script finds one by name, also by a former name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sotay.model.commune import Commune
from sotay.model.procedure import Level
from sotay.rendering.addresses import COMMUNES, SEARCH, Standpoint
from sotay.rendering.site_page import DataFile, PageKind, SitePage
from sotay.rendering.site_view import Fill, SiteView
from sotay.text.collation import sort_key
from sotay.text.search_key import plain_key
from sotay.text.wording import sentence_case
from sotay.usecases.publication import AgencyPublication, Publication
from sotay.usecases.succession import heirs

_COMMITTEE = "Ủy ban nhân dân "
_DATA = "danh-sach.json"


@dataclass(frozen=True, slots=True)
class CommuneLine:
    """A commune in the list."""

    code: str
    name: str
    former: tuple[str, ...]
    agencies: tuple[AgencyPublication, ...]
    """Those of its agencies that have a site here, the committee first: by the agencies' order."""
    href: str
    """Link to the first one's site; empty where there is none."""


@dataclass(frozen=True, slots=True)
class CommuneChoice:
    """What the form needs by which a person chooses where they live."""

    href: str
    """Link to the list of all."""
    common_href: str
    """Link to the procedures of communal level, for communes without a site."""
    example: str
    """What to type, as an example."""
    stays: bool
    """Whether the page stays where it is when somebody has chosen."""


def commune_choice(publication: Publication, standpoint: Standpoint, *, stays: bool = False) -> CommuneChoice | None:
    """Return the form for a page of the portal; None where the province has no register of communes."""
    communes = publication.province.communes.value.communes
    if not communes:
        return None
    return CommuneChoice(
        href=standpoint.portal(COMMUNES),
        common_href=f"{standpoint.portal(SEARCH)}?cap={Level.COMMUNE.value}",
        example=plain_key(communes[0].name),
        stays=stays,
    )


def communes_page(view: SiteView) -> Iterator[SitePage]:
    """Yield the page of all communes, if the province has a register of them."""
    choice = commune_choice(view.publication, view.at(COMMUNES))
    if choice is None:
        return
    lines = commune_lines(view)
    register = view.publication.province.communes.value
    yield view.page(
        COMMUNES,
        "Xã, phường của ông, bà",
        PageKind.LISTING,
        Fill(
            "communes.html",
            {
                "crumbs": view.crumbs(COMMUNES),
                "choice": choice,
                "with_site": [line for line in lines if line.href],
                "without": [line for line in lines if not line.href],
                "source": register.source,
            },
        ),
        description=f"{len(lines)} xã, phường của tỉnh và trang thủ tục của từng nơi",
    )


def communes_file(view: SiteView) -> Iterator[DataFile]:
    """Yield the file for the script that finds a commune by name; addresses are relative to the portal's home."""
    lines = commune_lines(view)
    if lines:
        told = [
            {"code": line.code, "name": line.name, "former": line.former}
            | {"agencies": [agency.id for agency in line.agencies]}
            | ({"office": line.agencies[0].agency.short_name} if line.agencies else {})
            for line in lines
        ]
        yield DataFile(f"{COMMUNES}{_DATA}", json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def commune_lines(view: SiteView) -> tuple[CommuneLine, ...]:
    """Return all communes by name."""
    agencies = _by_code(view.publication)
    gone = _gone(view.publication)
    lines = (
        _line(commune, agencies.get(commune.code, []), gone, view)
        for commune in view.publication.province.communes.value.communes
    )
    return tuple(sorted(lines, key=lambda line: sort_key(line.name.partition(" ")[2])))


def _line(
    commune: Commune, agencies: list[AgencyPublication], gone: Mapping[str, list[str]], view: SiteView
) -> CommuneLine:
    names = [*commune.former, *(name for agency in agencies for name in gone.get(agency.id, ()))]
    former = {plain_key(name): name for name in reversed(names)}
    href = view.at(COMMUNES).site(agencies[0].id) if agencies else ""
    return CommuneLine(commune.code, commune.name, tuple(former.values())[::-1], tuple(agencies), href)


def _by_code(publication: Publication) -> Mapping[str, list[AgencyPublication]]:
    found: dict[str, list[AgencyPublication]] = {}
    for one in publication.current_agencies:
        if one.agency.level is Level.COMMUNE and one.agency.code:
            found.setdefault(one.agency.code, []).append(one)
    return found


def _gone(publication: Publication) -> Mapping[str, list[str]]:
    """The former communes that agencies state to have been merged, by the agency that has their tasks today."""
    found: dict[str, list[str]] = {}
    for one in publication.agencies:
        if one.agency.level is Level.COMMUNE and one.agency.is_gone(publication.day):
            for heir in heirs(publication, one.id):
                name = sentence_case(one.agency.name.removeprefix(_COMMITTEE))
                found.setdefault(heir.id, []).append(name)
    return found
