"""Where pages are: one tree of addresses over the portal and all agencies, and relative links within it.

Reads: a publication.
Returns: addresses by document code; a document that is not published has none.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sotay.history.ledger import COUNTS_FIRST, Standing
from sotay.model.decision import Action
from sotay.model.document import DocumentKind
from sotay.model.version import Version
from sotay.rendering.versions.document_history import DocumentHistory, document_histories
from sotay.usecases.publication import AgencyPublication, Entry, Publication

PROCEDURES = "thu-tuc/"
LIFE_EVENTS = "su-kien/"
AGENCIES = "co-quan/"
COMMUNES = "xa-phuong/"
SEARCH = "tim-kiem/"
"""The page of search, with its index below it."""
DOCUMENTS = "tai-lieu/"
REGISTER = "danh-muc/"
RECORDS = "ho-so/"
"""The records of an agency, on its internal site only."""
STAFF = "can-bo/"
"""How an agency's documents stand, for its staff and its head."""
LEGAL = "van-ban/"
OPEN_DATA = "du-lieu-mo/"
"""The page on the open data of the portal."""
API = "api/"
"""The files of open data of the portal."""
ABOUT = "gioi-thieu/"
HISTORY = "lich-su/"
"""Below the page of a document: its history."""
VERSIONS = "v/"
"""Below the page of a document: its versions, each at an address that never changes."""
COMPARISONS = "so-sanh/"
"""Below the page of a document: every two of its versions compared."""
FEED = "feed.xml"
"""Below a site, and below the portal's page of a procedure: what changes."""


@dataclass(frozen=True, slots=True)
class Home:
    """The one page of a document below which its history, versions and comparisons are."""

    agency: str | None
    """Whose site it is on; None for the portal."""
    address: str
    """Its folder within that site."""


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
    def histories(self) -> Mapping[str, DocumentHistory]:
        """All versions of each published document, by code."""
        return document_histories(self.publication)

    def home_of(self, code: str) -> Home | None:
        """Return where the history of a document is: at the portal, else on its issuer's site; None if nowhere."""
        if code in self.portal:
            return Home(None, self.portal[code])
        issuer = self.issuer.get(code)
        return Home(issuer, self.by_agency[issuer][code]) if issuer else None

    @cached_property
    def issuer(self) -> Mapping[str, str]:
        """The agency that issued each document; one that only adopted it where the issuer shows it no more."""
        found: dict[str, str] = {}
        entries = [(agency.id, entry) for agency in self.publication.agencies for entry in agency.entries]
        for agency, entry in sorted(entries, key=lambda pair: _as_issuer(pair[1])):
            found.setdefault(entry.code, agency)
        return found

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of all published documents, by code: of what counts on the day, as its issuer has it."""
        entries = (entry for agency in self.publication.agencies for entry in agency.entries)
        found: dict[str, str] = {}
        for entry in sorted(entries, key=_as_issuer):
            found.setdefault(entry.code, entry.control.title or entry.code)
        return found

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

    def history(self, code: str, tail: str = HISTORY) -> str | None:
        """Return the link to a document's history, or to what else stands below its one home; None if nowhere."""
        home = self.addresses.home_of(code)
        if home is None:
            return None
        whole = f"{home.agency}/{home.address}" if home.agency else home.address
        return relative(self._whole, whole + tail)

    @property
    def _whole(self) -> str:
        return f"{self.agency}/{self.address}" if self.agency else self.address


def relative(start: str, target: str) -> str:
    """Return the relative link from one folder to another, with a closing slash."""
    path = posixpath.relpath("/" + target, "/" + start)
    return path + "/"


def version_tail(version: Version) -> str:
    """Return where a version stands below the page of its document."""
    return f"{VERSIONS}{version}/"


def comparison_tail(old: Version, new: Version) -> str:
    """Return where the comparison of two versions stands below the page of their document."""
    return f"{COMPARISONS}{old}..{new}/"


def codes_that_move(agency: AgencyPublication | None, addresses: Addresses) -> Mapping[str, str]:
    """Return the further addresses of procedures, by code and national codes, each with the address it leads to.

    An address of a version never changes: it goes on leading to its version when the national code of a procedure,
    and with it its page, has changed.
    """
    entries = agency.entries if agency else [procedure.issued for procedure in addresses.publication.procedures]
    pages = addresses.by_agency[agency.id] if agency else addresses.portal
    taken = set(pages.values())
    moved: dict[str, str] = {}
    for entry in _by_choice(entry for entry in entries if entry.kind is DocumentKind.PROCEDURE):
        for name in _names(entry, addresses.histories[entry.code]):
            address, page = f"{PROCEDURES}{name}/", pages[entry.code]
            if address not in taken and address not in moved:
                moved[address] = page
                moved |= {address + tail: page + tail for tail in _tails(entry.code, agency, addresses)}
    return moved


def _names(entry: Entry, history: DocumentHistory) -> Iterable[str]:
    """Every name by which a procedure is or once was addressed."""
    texts = (entry, *history.versions)
    return dict.fromkeys((entry.code, *(code for text in texts for code in text.control.tthc)))


def _tails(code: str, agency: AgencyPublication | None, addresses: Addresses) -> Iterable[str]:
    """What stands below the page of a document, if it is at home on this site."""
    home = addresses.home_of(code)
    if home and home.agency == (agency.id if agency else None):
        yield HISTORY
        yield from (version_tail(entry.period.version) for entry in addresses.histories[code].versions)


def _as_issuer(entry: Entry) -> tuple[bool, int]:
    return entry.period.action is not Action.ISSUE, COUNTS_FIRST.index(entry.standing)


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
    return sorted(entries, key=lambda entry: (COUNTS_FIRST.index(entry.standing), entry.code))
