"""Who took over from an agency, and whose tasks an agency took over.

Reads: a publication and an agency's id.
Returns: agencies, by their order; whoever took over and is gone by the day is followed to those who came after.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.usecases.publication import AgencyPublication, Publication


def heirs(publication: Publication, agency_id: str) -> tuple[AgencyPublication, ...]:
    """Return who has the tasks of an abolished agency on the day.

    Where it names no successor, its tasks went to several: to the successors of the agencies below it.
    """
    found = set(_heirs(publication, agency_id, {agency_id}))
    return tuple(agency for agency in publication.agencies if agency.id in found)


def forerunners(publication: Publication, agency_id: str) -> tuple[AgencyPublication, ...]:
    """Return the agencies that exist on the day and whose tasks go to an agency."""
    return tuple(
        agency
        for agency in publication.agencies
        if agency.agency.successor == agency_id and agency.agency.exists_on(publication.day)
    )


def _heirs(publication: Publication, agency_id: str, seen: set[str]) -> Iterator[str]:
    for successor in _named(publication, agency_id):
        if successor.id in seen:
            continue
        seen.add(successor.id)
        if successor.agency.is_gone(publication.day):
            yield from _heirs(publication, successor.id, seen)
        else:
            yield successor.id


def _named(publication: Publication, agency_id: str) -> Iterator[AgencyPublication]:
    successor = publication.agency_by_id[agency_id].agency.successor
    below = (one.agency.successor for one in publication.agencies if one.agency.parent == agency_id)
    for named in (successor,) if successor else below:
        agency = publication.agency_by_id.get(named or "")
        if agency:
            yield agency
