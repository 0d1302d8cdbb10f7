"""The papers of a procedure by case and way of filing: what to bring, and what the agency looks up itself.

Reads: a procedure as an agency has it.
Returns: the papers of every case, then those of each case, then what nobody has to bring; each says when it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from sotay.model.procedure import DossierCase, DossierItem, ItemKind
from sotay.rendering.addresses import Standpoint
from sotay.rendering.form_links import FormLink, form_link
from sotay.rendering.versions.document_history import day_of_facts
from sotay.rendering.ways import way_slug
from sotay.text.fold import slug
from sotay.text.wording import channel_words, copies_words
from sotay.usecases.publication import Entry

_LONGEST_SLUG = 60
_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, ready to be ticked off."""

    anchor: str
    """Unique within the page."""
    key: str
    """What a tick is remembered by: the same for the same paper in several cases, whatever its place."""
    name: str
    amount: str
    """`1 bản chính`, `xuất trình`, `không phải mang`."""
    item: DossierItem
    """The paper as the procedure states it."""
    case: str
    """The only case that needs it, by its name in addresses; empty for every case."""
    case_words: str
    """That case as the procedure calls it."""
    notes: tuple[str, ...]
    form: FormLink | None

    @property
    def only_for(self) -> str:
        """The only ways of filing that need it, in words; empty for all."""
        return channel_words(self.item.channels)

    @property
    def ways(self) -> tuple[str, ...]:
        """The only ways of filing that need it, by their names in addresses; empty for all."""
        return tuple(way_slug(kind) for kind in self.item.channels)

    @property
    def is_brought(self) -> bool:
        """Whether the applicant has to have it at hand."""
        return self.item.kind in (ItemKind.SUBMIT, ItemKind.PRESENT)


@dataclass(frozen=True, slots=True)
class PaperList:
    """The papers of one case; without a name they are those of every case."""

    slug: str
    """The case in addresses; empty for every case."""
    when: str | None
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """The whole dossier."""

    sets: int | None
    common: PaperList | None
    cases: tuple[PaperList, ...]
    looked_up: tuple[Paper, ...]
    """What the agency takes from databases itself, of all cases."""

    @property
    def choices(self) -> tuple[PaperList, ...]:
        """The cases of which a person has to choose one; none where there is only one."""
        named = tuple(case for case in self.cases if case.when)
        return named if len(named) > 1 else ()


def dossier_view(entry: Entry, standpoint: Standpoint) -> DossierView | None:
    """Return the papers of a procedure, with the forms of its time, or None if it states none."""
    dossier = entry.control.dossier
    if dossier is None:
        return None
    day = day_of_facts(entry, standpoint.addresses.publication.day)
    common = PaperList("", None, tuple(_papers("", "", dossier.common, "giay-to", standpoint, day)))
    cases = tuple(
        PaperList(
            name, case.when, tuple(_papers(name, case.when or "", case.items, f"giay-to-{index}", standpoint, day))
        )
        for index, (name, case) in enumerate(_named(dossier.cases), start=1)
    )
    several = len(cases) > 1
    kept = (_without_looked_up(case) for case in cases)
    return DossierView(
        sets=dossier.sets,
        common=_without_looked_up(common) if any(map(_is_listed, common.papers)) else None,
        cases=tuple(case for case in kept if case.papers or (several and case.when)),
        looked_up=tuple(paper for case in (common, *cases) for paper in case.papers if not _is_listed(paper)),
    )


def _is_listed(paper: Paper) -> bool:
    return paper.item.kind is not ItemKind.RETRIEVED


def _without_looked_up(papers: PaperList) -> PaperList:
    """What is to be brought, then what is to be known."""
    listed = filter(_is_listed, papers.papers)
    return replace(papers, papers=tuple(sorted(listed, key=lambda paper: not paper.is_brought)))


def _named(cases: Sequence[DossierCase]) -> Iterator[tuple[str, DossierCase]]:
    """Name each case for addresses: after its words, so that an address outlives another order."""
    taken: dict[str, int] = {}
    for case in cases:
        name = _short(slug(case.when or ""))
        taken[name] = taken.get(name, 0) + 1
        yield (name if taken[name] == 1 or not name else f"{name}-{taken[name]}"), case


def _short(name: str) -> str:
    """Cut a name between words."""
    return name if len(name) <= _LONGEST_SLUG else name[: _LONGEST_SLUG + 1].rpartition("-")[0]


def _papers(
    case: str, words: str, items: Iterable[DossierItem], prefix: str, standpoint: Standpoint, day: date
) -> Iterator[Paper]:
    taken: dict[str, int] = {}
    for index, item in enumerate(items, start=1):
        key = _key(item)
        taken[key] = taken.get(key, 0) + 1
        yield Paper(
            anchor=f"{prefix}-{index}",
            key=key if taken[key] == 1 else f"{key}-{taken[key]}",
            name=item.name,
            amount=copies_words(item),
            item=item,
            case=case,
            case_words=words,
            notes=tuple(_notes(item)),
            form=form_link(item.form, standpoint, day) if item.form else None,
        )


def _key(item: DossierItem) -> str:
    stated = f"{item.name}|{item.kind.value}|{item.originals}|{item.copies}"
    return sha256(stated.encode()).hexdigest()[:_KEY_LENGTH]


def _notes(item: DossierItem) -> Iterator[str]:
    if item.retrieved_from:
        yield f"Cơ quan tự tra cứu trong {item.retrieved_from}."
    if item.note:
        yield item.note
    if item.portal_form:
        yield f"Mẫu trên Cổng Dịch vụ công quốc gia: {item.portal_form}."
