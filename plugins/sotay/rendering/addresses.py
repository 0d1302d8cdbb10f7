"""Where pages are: one tree of addresses over the portal and all agencies, and relative links within it.

Reads: a publication.
Returns: addresses by document code; a document that is not published has none.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sotay.history.ledger import Standing
from sotay.model.decision import Action
from sotay.model.document import DocumentKind
from sotay.usecases.publication import AgencyPublication, Entry, Publication

PROCEDURES = "thu-tuc/"
LIFE_EVENTS = "su-kien/"
AGENCIES = "co-quan/"
DOCUMENTS = "tai-lieu/"
REGISTER = "danh-muc/"
LEGAL = "van-ban/"
ABOUT = "gioi-thieu/"

_FIRST_CHOICE = (Standing.IN_FORCE, Standing.UPCOMING, Standing.SUPERSEDED, Standing.WITHDRAWN, Standing.LAPSED)


@dataclass(frozen=True)
class Addresses:
    """The addresses of everything that is published."""

    publication: Publication

    @cached_property
    def portal(self) -> Mapping[str, str]:
        """The portal's pages of procedures, by document code."""
        return _addresses(procedure.issued for procedure in self.publication.procedures)

    @cached_property
    def by_agency(self) -> Mapping[str, Mapping[str, str]]:
        """The pages of documents on each agency's site, by agency and document code."""
        return {agency.id: _addresses(agency.entries) for agency in self.publication.agencies}

    @cached_property
    def issuer(self) -> Mapping[str, str]:
        """The agency that issued each document; one that only adopted it where the issuer shows it no more."""
        found: dict[str, str] = {}
        for agency in self.publication.agencies:
            for entry in agency.entries:
                if entry.period.action is Action.ISSUE or entry.code not in found:
                    found[entry.code] = agency.id
        return found

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of all published documents, by code."""
        return {e.code: e.control.title or e.code for agency in self.publication.agencies for e in agency.entries}

    @cached_property
    def replacements(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the documents that state that they replace a document, by its code; none that is over."""
        found: dict[str, dict[str, None]] = {}
        for agency in self.publication.agencies:
            for entry in agency.entries:
                if entry.standing in (Standing.IN_FORCE, Standing.UPCOMING):
                    for code in entry.control.replaces:
                        found.setdefault(code, {})[entry.code] = None
        return {code: tuple(by) for code, by in found.items()}


@dataclass(frozen=True)
class Standpoint:
    """The place of one page; links are worked out from here."""

    addresses: Addresses
    agency: str | None
    """The agency whose site the page is on; None on the portal."""
    address: str = ""
    """The page's folder within its site."""

    def here(self, address: str = "") -> str:
        """Return the link to a page of the same site."""
        return relative(self.address, address)

    def portal(self, address: str = "") -> str:
        """Return the link to a page of the portal."""
        return relative(self._whole, address)

    def site(self, agency: str, address: str = "") -> str:
        """Return the link to a page of an agency's site."""
        return relative(self._whole, f"{agency}/{address}")

    def document(self, code: str) -> str | None:
        """Return the link to a document: on this site, else on the portal, else at its issuer; None if nowhere."""
        own = self.addresses.by_agency.get(self.agency, {}) if self.agency else {}
        if code in own:
            return self.here(own[code])
        if code in self.addresses.portal:
            return self.portal(self.addresses.portal[code])
        issuer = self.addresses.issuer.get(code)
        return self.site(issuer, self.addresses.by_agency[issuer][code]) if issuer else None

    @property
    def _whole(self) -> str:
        return f"{self.agency}/{self.address}" if self.agency else self.address


def relative(start: str, target: str) -> str:
    """Return the relative link from one folder to another, with a closing slash."""
    path = posixpath.relpath("/" + target, "/" + start)
    return path + "/"


def codes_that_move(agency: AgencyPublication | None, addresses: Addresses) -> Mapping[str, str]:
    """Return the further addresses of procedures, by code and national codes, each with the address it leads to."""
    entries = agency.entries if agency else [procedure.issued for procedure in addresses.publication.procedures]
    pages = addresses.by_agency[agency.id] if agency else addresses.portal
    taken = set(pages.values())
    moved: dict[str, str] = {}
    for entry in _by_choice(entry for entry in entries if entry.kind is DocumentKind.PROCEDURE):
        for name in (entry.code, *entry.control.tthc):
            address = f"{PROCEDURES}{name}/"
            if address not in taken:
                moved.setdefault(address, pages[entry.code])
    return moved


def _addresses(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Give each document its address; of two procedures with one national code the one in force has it."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for entry in _by_choice(entries):
        if entry.kind is DocumentKind.PROCEDURE:
            name = entry.document.address if entry.document.address not in taken else entry.code
            taken.add(name)
            found[entry.code] = f"{PROCEDURES}{name}/"
        else:
            found[entry.code] = f"{DOCUMENTS}{entry.code}/"
    return found


def _by_choice(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (_FIRST_CHOICE.index(entry.standing), entry.code))
