"""The papers of a procedure: those of every case, then those of each case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Standing
from sotay.model.procedure import ChannelKind, Dossier, DossierItem, ItemKind
from sotay.rendering.addresses import Standpoint, version_tail
from sotay.rendering.versions.document_history import DocumentHistory, day_of_facts, periods_of
from sotay.text.labels import CHANNELS
from sotay.text.wording import channel_words, copies_words
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form to fill in."""

    code: str
    title: str
    href: str
    version: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, ready to be ticked off."""

    anchor: str
    """Unique within the page."""
    name: str
    amount: str
    """`1 bản chính`, `xuất trình`, `không phải mang`."""
    kind: ItemKind
    condition: str | None
    channels: tuple[ChannelKind, ...]
    """The only ways of filing that need it; empty for all."""
    notes: tuple[str, ...]
    form: FormLink | None

    @property
    def only_for(self) -> str:
        """The only ways of filing that need it, in words."""
        return channel_words(self.channels)

    @property
    def is_brought(self) -> bool:
        """Whether the applicant has to have it at hand."""
        return self.kind in (ItemKind.SUBMIT, ItemKind.PRESENT)


@dataclass(frozen=True, slots=True)
class PaperList:
    """The papers of one case; without a name they are those of every case."""

    when: str | None
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """The whole dossier."""

    sets: int | None
    common: PaperList | None
    cases: tuple[PaperList, ...]
    ways: tuple[dict[str, str], ...]
    """The ways of filing, for the script that narrows the list: value and words."""


def dossier_view(entry: Entry, standpoint: Standpoint) -> DossierView | None:
    """Return the papers of a procedure, with the forms of its time, or None if it states none."""
    dossier = entry.control.dossier
    if dossier is None:
        return None
    day = day_of_facts(entry, standpoint.addresses.publication.day)
    common = _list(None, dossier.common, "giay-to", standpoint, day)
    cases = [
        _list(case.when, case.items, f"giay-to-{index}", standpoint, day)
        for index, case in enumerate(dossier.cases, start=1)
        if case.items
    ]
    ways = tuple({"value": c.kind.value, "words": CHANNELS[c.kind]} for c in entry.control.channels)
    return DossierView(dossier.sets, common if common.papers else None, tuple(cases), ways)


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
    return FormLink(code, entry.control.title or code, href, str(entry.period.version))


def _held_on(day: date, own: Entry | None, history: DocumentHistory) -> Entry | None:
    """The version that held on a day, here or as issued, if it has a page."""
    periods = periods_of(own) if own else history.periods
    shown = {entry.period.version for entry in history.versions}
    held = (entry for entry in periods if entry.period.standing(day) is Standing.IN_FORCE)
    return next((entry for entry in held if entry.period.version in shown), None)


def _list(
    when: str | None, items: tuple[DossierItem, ...], prefix: str, standpoint: Standpoint, day: date
) -> PaperList:
    papers = (_paper(item, f"{prefix}-{index}", standpoint, day) for index, item in enumerate(items, start=1))
    return PaperList(when, tuple(papers))


def _paper(item: DossierItem, anchor: str, standpoint: Standpoint, day: date) -> Paper:
    notes = []
    if item.retrieved_from:
        notes.append(f"Cơ quan tự tra cứu trong {item.retrieved_from}.")
    if item.note:
        notes.append(item.note)
    if item.portal_form:
        notes.append(f"Mẫu trên Cổng Dịch vụ công quốc gia: {item.portal_form}.")
    form = form_link(item.form, standpoint, day) if item.form else None
    return Paper(anchor, item.name, copies_words(item), item.kind, item.condition, item.channels, tuple(notes), form)
