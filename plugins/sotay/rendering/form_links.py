"""Links to forms: each to the version that goes with the facts of a page, with the files that it offers.

Reads: the code of a form, and the page from which it is named.
Returns: a link, or None where the form is not published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Standing
from sotay.model.procedure import Dossier
from sotay.rendering.addresses import Standpoint, version_tail
from sotay.rendering.downloads import downloads
from sotay.rendering.versions.document_history import DocumentHistory, periods_of
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of a form to download."""

    href: str
    kind: str
    """Which program opens it."""
    size: str


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form to fill in."""

    code: str
    title: str
    href: str
    version: str
    files: tuple[FormFile, ...] = ()


def forms_of(dossier: Dossier | None) -> tuple[str, ...]:
    """Return the codes of the forms that a dossier names, each once."""
    if dossier is None:
        return ()
    papers = [*dossier.common, *(item for case in dossier.cases for item in case.items)]
    return tuple(dict.fromkeys(item.form for item in papers if item.form))


def form_link(code: str, standpoint: Standpoint, day: date) -> FormLink | None:
    """Return the link to a form as it holds on a day, or None if it is not published."""
    href, issuer = standpoint.document(code), standpoint.addresses.issuer.get(code)
    if href is None or issuer is None:
        return None
    agencies = standpoint.addresses.publication.agency_by_id
    here = agencies.get(standpoint.agency or "")
    own = here.by_code.get(code) if here else None
    entry = own or agencies[issuer].by_code[code]
    then = _held_on(day, own, standpoint.addresses.histories[code])
    if then and then.period.version != entry.period.version:
        entry, href = then, standpoint.history(code, version_tail(then.period.version)) or href
    offered = downloads(entry, standpoint.addresses.publication.province.attachments)
    files = tuple(FormFile(href + file.name, file.kind, file.size) for file in offered)
    return FormLink(code, entry.control.title or code, href, str(entry.period.version), files)


def _held_on(day: date, own: Entry | None, history: DocumentHistory) -> Entry | None:
    """The version that held on a day, here or as issued, if it has a page."""
    periods = periods_of(own) if own else history.periods
    shown = {entry.period.version for entry in history.versions}
    held = (entry for entry in periods if entry.period.standing(day) is Standing.IN_FORCE)
    return next((entry for entry in held if entry.period.version in shown), None)
