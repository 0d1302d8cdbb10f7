"""What each thing of the catalogue is called in linked data: addresses below the portal that never change.

A procedure is named after its page, an agency after its site; what belongs to no page is named after the page on the
data.
"""

from __future__ import annotations

from sotay.model.procedure import ChannelKind
from sotay.rendering.addresses import API, LIFE_EVENTS, OPEN_DATA
from sotay.rendering.open_data.linked.nodes import Ref, part_of_address
from sotay.text.fold import slug

CHANNEL_NAMES = {ChannelKind.COUNTER: "truc-tiep", ChannelKind.ONLINE: "truc-tuyen", ChannelKind.POST: "buu-chinh"}
"""Ways to file in addresses."""
DATASET = Ref(f"{OPEN_DATA}#danh-muc")
PROVINCE = Ref("#tinh")


def service(page: str) -> Ref:
    """Return the name of the service that a page is about."""
    return Ref(f"{page}#dich-vu")


def part(page: str, *steps: object) -> Ref:
    """Return the name of a part of the service that a page is about."""
    return Ref(f"{page}#{'-'.join(map(str, steps))}")


def agency(identifier: str) -> Ref:
    """Return the name of an agency."""
    return Ref(f"{identifier}/#co-quan")


def other_organisation(name: str) -> Ref:
    """Return the name of an organisation that has no site here."""
    return concept("co-quan", part_of_address(name.replace(" ", "-")))


def life_event(identifier: str) -> Ref:
    """Return the name of a life event."""
    return Ref(f"{LIFE_EVENTS}{identifier}/#su-kien")


def legal(number: str) -> Ref:
    """Return the name of a legal document."""
    return Ref(f"{API}legal.json#{part_of_address(number)}")


def concept(scheme: str, identifier: str) -> Ref:
    """Return the name of a member of a closed list."""
    return Ref(f"{OPEN_DATA}#{scheme}-{identifier}")


def scheme_name(scheme: str) -> Ref:
    """Return the name of a closed list."""
    return Ref(f"{OPEN_DATA}#{scheme}")


def form(code: str) -> Ref:
    """Return the name of a kind of paper: a form of the library."""
    return concept("mau", slug(code))
