"""What the sites show on a day: only versions that a decision put into force, and of them what an edition may show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sotay.history.ledger import COUNTS_FIRST, Period, Standing
from sotay.model.agency import Agency, Override
from sotay.model.decision import Action, Decision
from sotay.model.document import Document, DocumentFile, DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.procedure import Channel, Fee, TimeLimit
from sotay.model.province import Province
from sotay.model.record import RecordFile
from sotay.model.release import Edition
from sotay.model.version import Version
from sotay.text.ssh_keys import PublicKey


@dataclass(frozen=True)
class Revision:
    """What the repository was when it was read."""

    commit: str
    """Short name of the commit."""
    has_changes: bool
    """Whether files differed from that commit."""
    full: str = ""
    """The commit's whole name."""
    known_on: date | None = None
    """The day whose knowledge is shown, where a past state was asked for; None for the present one."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice of the rules on a document, for those who answer for it."""

    rule: str
    """The code of the rule."""
    title: Phrase
    """What should be so."""
    path: str
    """The file, relative to the repository."""
    line: int
    """Counted from 1."""
    fact: Phrase | None
    """What is otherwise; None in the public edition."""


@dataclass(frozen=True)
class PublishedVersion:
    """One version of a document as its page shows it for ever: the text, and from when to when it held."""

    document: DocumentFile
    """The text whose fingerprint the decision names."""
    period: Period
    """The version, its decision, and from when to when it held."""
    standing: Standing
    """How the version stands on the day."""

    @property
    def version(self) -> Version:
        """Lần ban hành, sửa đổi."""
        return self.period.version


@dataclass(frozen=True)
class Entry:
    """One document as one agency has it on a day: the version that counts, and what comes next."""

    agency: Agency
    """The agency whose decision counts."""
    document: DocumentFile
    """The text of the version."""
    period: Period
    """The version, its decision, and from when to when it holds."""
    standing: Standing
    """In force, upcoming, superseded or withdrawn on the day."""
    upcoming: Period | None = None
    """The version after it, where one is approved already."""
    overrides: tuple[Override, ...] = ()
    """The agency's own terms in effect on the day, as the agency states them."""
    versions: tuple[PublishedVersion, ...] = ()
    """Every version that this agency ever put into force and that may be shown, oldest first; upcoming ones too."""

    @property
    def code(self) -> str:
        """The document's code."""
        return self.document.code

    @property
    def control(self) -> Document:
        """The front matter as approved."""
        return self.document.control

    @property
    def kind(self) -> DocumentKind:
        """The kind of document."""
        return self.control.kind or DocumentKind.INSTRUCTION

    @property
    def is_in_force(self) -> bool:
        """Whether it is in force on the day."""
        return self.standing is Standing.IN_FORCE

    @property
    def is_performed(self) -> bool:
        """Whether the agency carries the procedure out itself, being of its level."""
        return self.kind is DocumentKind.PROCEDURE and self.agency.level in self.control.levels

    def time_limit_of(self, channel: Channel) -> TimeLimit | None:
        """The time limit at this agency: its own if a decision allows it, else the national one."""
        own = (o.time_limit for o in self.overrides if o.time_limit and o.channel in (None, channel.kind))
        return next(own, None) or self.control.time_limit_of(channel)

    def fees_of(self, channel: Channel) -> tuple[Fee, ...]:
        """The fees at this agency: its own if a decision allows them, else those of the procedure."""
        own = (o.fees for o in self.overrides if o.fees and o.channel in (None, channel.kind))
        return next(own, None) or self.control.fees_of(channel)


@dataclass(frozen=True)
class AgencyPublication:
    """What one agency's site shows."""

    id: str
    agency: Agency
    entries: tuple[Entry, ...]
    """One for each document, by code."""
    records: tuple[RecordFile, ...] = ()
    """Its records up to the day, by date; none in the public edition."""

    @cached_property
    def by_code(self) -> Mapping[str, Entry]:
        """The entries by document code."""
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def procedures(self) -> tuple[Entry, ...]:
        """The administrative procedures that the agency carries out."""
        return tuple(entry for entry in self.entries if entry.is_performed)

    def of_kind(self, *kinds: DocumentKind) -> tuple[Entry, ...]:
        """Return the documents of some kinds."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)


def as_issued(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Return each document once, as issued; where its owner has changed, as the one whose version counts on the day."""
    found: dict[str, Entry] = {}
    issued = [entry for entry in entries if entry.period.action is Action.ISSUE]
    for entry in sorted(issued, key=lambda e: (COUNTS_FIRST.index(e.standing), -e.period.starts.toordinal())):
        found.setdefault(entry.code, entry)
    return found.values()


@dataclass(frozen=True)
class ProcedureAcross:
    """One procedure across the province: as its owner issued it, and who carries it out."""

    issued: Entry
    """As the owner issued it."""
    performers: tuple[Entry, ...]
    """As each agency that carries it out has it, by the agencies' order."""

    @property
    def address(self) -> str:
        """Its name in addresses."""
        return self.issued.document.address


@dataclass(frozen=True)
class Publication:
    """The whole province as its sites show it on a day."""

    province: Province
    day: date
    revision: Revision | None
    """None where the files are not under Git."""
    agencies: tuple[AgencyPublication, ...]
    procedures: tuple[ProcedureAcross, ...]
    """By field, then title."""
    edition: Edition = Edition.PUBLIC
    """For whom the sites are made."""
    signed_with: Mapping[tuple[str, str, date], PublicKey] = field(default_factory=dict)
    """The key of each valid signature, by the id of the agency, the number and the date of its decision."""
    advice: Mapping[str, tuple[Advice, ...]] = field(default_factory=dict)
    """What the rules advise on the documents, by their codes."""

    @property
    def is_internal(self) -> bool:
        """Whether the sites are made for the staff."""
        return self.edition is Edition.INTERNAL

    @cached_property
    def current_agencies(self) -> tuple[AgencyPublication, ...]:
        """The agencies that exist on the day."""
        return tuple(one for one in self.agencies if one.agency.exists_on(self.day))

    @cached_property
    def agency_by_id(self) -> Mapping[str, AgencyPublication]:
        """The agencies by id."""
        return {agency.id: agency for agency in self.agencies}

    def key_of(self, decision: Decision, agency: Agency) -> PublicKey | None:
        """Return the key with which an agency's decision is validly signed, or None."""
        return self.signed_with.get((agency.id, decision.number, decision.date))

    @cached_property
    def procedure_by_code(self) -> Mapping[str, ProcedureAcross]:
        """The procedures by document code."""
        return {procedure.issued.code: procedure for procedure in self.procedures}
