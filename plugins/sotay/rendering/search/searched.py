"""What search knows of one document: the words by which it is found, the facts by which it is filtered and shown.

Reads: an entry of the publication.
Returns: a Searched; only what the edition publishes of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sotay.model.document import Document, DocumentKind
from sotay.model.procedure import Applicant, ChannelKind, DossierItem, Level
from sotay.rendering.key_facts import cost_words, counter_of, time_words
from sotay.rendering.listing import is_over
from sotay.rendering.validity import badge
from sotay.text.labels import KINDS
from sotay.text.wording import channel_words, is_charged_on
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class Searched:
    """One document as search knows it."""

    address: str
    """Its page, relative to the root of the site."""
    title: str
    """Its title, as the page has it."""
    kind: DocumentKind
    """Procedures stand before all other kinds."""
    field: str | None
    """The id of its field; None for documents that are no procedures."""
    codes: tuple[str, ...]
    """Its national codes, then its own code."""
    where: str
    """Who receives it, in words; of other documents, what kind it is."""
    time: str = ""
    """How long it takes, in words."""
    fee: str = ""
    """What it costs, in words."""
    ways: str = ""
    """How to file, in words."""
    badge: str = ""
    """How it stands, unless simply in force."""
    is_over: bool = False
    """Whether it is no longer in force."""
    is_free: bool = False
    """Whether nobody pays for it."""
    is_online: bool = False
    """Whether it can be filed online."""
    levels: tuple[Level, ...] = ()
    """Who carries it out."""
    applicants: tuple[Applicant, ...] = ()
    """For whom it is."""
    agencies: tuple[str, ...] = ()
    """The ids of the agencies that carry it out."""
    keywords: tuple[str, ...] = ()
    """What people type, as the document states it."""
    papers: tuple[str, ...] = ()
    """The papers of its dossier, by name."""
    results: tuple[str, ...] = ()
    """What people receive."""
    legal: tuple[str, ...] = ()
    """The numbers of the legal documents it cites."""


def searched_procedure(
    entry: Entry, address: str, field: str, day: date, performers: Sequence[Entry] | None = None
) -> Searched:
    """Return a procedure as search knows it; with `performers` as the portal shows it, else as its agency does."""
    control = entry.control
    authority = control.authority
    counter = counter_of(entry) if performers is None and entry.is_performed else None
    executing = (authority.executing if authority else None) or entry.agency.name
    return Searched(
        address=address,
        title=control.title or entry.code,
        kind=DocumentKind.PROCEDURE,
        field=field,
        codes=(*control.tthc, entry.code),
        where=counter.name if counter else executing,
        time=time_words(entry),
        fee=cost_words(entry, day),
        ways=channel_words(channel.kind for channel in control.channels),
        badge="" if entry.is_in_force else badge(entry).short,
        is_over=is_over(entry),
        is_free=_is_free(entry, day),
        is_online=any(channel.kind is ChannelKind.ONLINE for channel in control.channels),
        levels=control.levels,
        applicants=control.applicants,
        agencies=tuple(performer.agency.id for performer in performers or ()),
        keywords=control.keywords,
        papers=tuple(dict.fromkeys(item.name for item in _papers(control))),
        results=tuple(result.name for result in control.results),
        legal=control.legal_basis,
    )


def searched_document(entry: Entry, address: str) -> Searched:
    """Return a document of another kind as search knows it."""
    return Searched(
        address=address,
        title=entry.control.title or entry.code,
        kind=entry.kind,
        field=None,
        codes=(entry.code,),
        where=KINDS[entry.kind],
        badge="" if entry.is_in_force else badge(entry).short,
        is_over=is_over(entry),
        keywords=entry.control.keywords,
        legal=entry.control.legal_basis,
    )


def _papers(control: Document) -> Sequence[DossierItem]:
    dossier = control.dossier
    if dossier is None:
        return ()
    return (*dossier.common, *(item for case in dossier.cases for item in case.items))


def _is_free(entry: Entry, day: date) -> bool:
    """Whether every fee that is charged is nothing; a procedure that states no fee is not called free."""
    by_channel = [fee for channel in entry.control.channels for fee in entry.fees_of(channel)]
    charged = [fee for fee in by_channel or entry.control.fees if is_charged_on(fee, day)]
    return bool(charged) and all(fee.amount == 0 for fee in charged)
