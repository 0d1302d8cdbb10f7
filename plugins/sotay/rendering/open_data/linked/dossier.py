"""What a person must bring and fulfil, in linked data: papers as evidence, cases and conditions as requirements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.procedure import ChannelKind, DossierItem, ItemKind
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.concepts import CASE, CONDITION, PAPERS_SCHEME, REQUIREMENTS_SCHEME
from sotay.rendering.open_data.linked.nodes import Name, Node, Ref, node, typed, words
from sotay.rendering.site_view import SiteView
from sotay.text.wording import channel_words, copies_words, sentence_case
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a dossier and where it belongs."""

    at: Ref
    item: DossierItem
    case: Ref | None
    """The case that it is asked for in; None for every case."""


class Demands:
    """The papers, cases and conditions of a service."""

    def __init__(self, entry: Entry, page: str, view: SiteView) -> None:
        """Give each its name, by its place in the dossier."""
        self.entry, self.view = entry, view
        dossier = entry.control.dossier
        cases = [case for case in (dossier.cases if dossier else ()) if case.when]
        self.cases = {names.part(page, CASE, number): case for number, case in enumerate(cases, start=1)}
        self.conditions = {
            names.part(page, CONDITION, number): condition
            for number, condition in enumerate(entry.control.conditions, start=1)
        }
        self.papers = tuple(self._papers(page))

    def _papers(self, page: str) -> Iterator[Paper]:
        """Every paper in the order of the dossier; what is only a note is none."""
        dossier = self.entry.control.dossier
        if dossier is None:
            return
        by_case = {id(case): name for name, case in self.cases.items()}
        groups = [(None, dossier.common), *((by_case.get(id(case)), case.items) for case in dossier.cases)]
        asked = [(item, case) for case, items in groups for item in items if item.kind is not ItemKind.NOTE]
        for number, (item, case) in enumerate(asked, start=1):
            yield Paper(names.part(page, "giay-to", number), item, case)

    @property
    def requirements(self) -> tuple[Ref, ...]:
        """The names of all cases and conditions."""
        return (*self.cases, *self.conditions)

    @property
    def forms(self) -> tuple[Ref, ...]:
        """The names of the forms that the dossier asks for."""
        return tuple(dict.fromkeys(names.form(paper.item.form) for paper in self.papers if paper.item.form))

    def of_channels(self) -> dict[ChannelKind, tuple[Ref, ...]]:
        """Return the papers that only some ways to file ask for, by way."""
        found: dict[ChannelKind, tuple[Ref, ...]] = {}
        for paper in self.papers:
            for kind in paper.item.channels:
                found[kind] = (*found.get(kind, ()), paper.at)
        return found

    def nodes(self) -> Iterator[Node]:
        """Yield papers, cases and conditions."""
        for paper in self.papers:
            yield self._paper(paper)
        for at, case in self.cases.items():
            evidence = tuple(paper.at for paper in self.papers if paper.case == at)
            yield self._requirement(at, case.when or "", CASE, evidence)
        for at, condition in self.conditions.items():
            yield self._requirement(at, condition, CONDITION, ())

    def _requirement(self, at: Ref, title: str, kind: str, evidence: tuple[Ref, ...]) -> Node:
        return node(
            at,
            "cv:Requirement",
            ("dct:identifier", typed(f"{self.entry.code}-{at.address.partition('#')[2]}")),
            ("dct:title", words(title)),
            ("dct:type", (names.concept(REQUIREMENTS_SCHEME, kind),)),
            ("cv:hasSupportingEvidence", evidence),
        )

    def _paper(self, paper: Paper) -> Node:
        item = paper.item
        return node(
            paper.at,
            "cv:Evidence",
            ("dct:identifier", typed(f"{self.entry.code}-{paper.at.address.partition('#')[2]}")),
            ("dct:title", words(item.name)),
            ("dct:description", words(_paper_words(item))),
            ("dct:type", (names.concept(PAPERS_SCHEME, item.kind.value),)),
            ("dct:language", (Name("language:VIE"),)),
            ("dct:conformsTo", (names.form(item.form),) if item.form else ()),
            ("cv:supportsRequirement", (paper.case,) if paper.case else ()),
        )


def _paper_words(item: DossierItem) -> str:
    """How it is handed in, when, and what else is said of it."""
    parts = [copies_words(item)]
    if item.condition:
        parts.append(item.condition)
    if item.channels:
        parts.append(f"chỉ khi nộp {channel_words(item.channels)}")
    if item.retrieved_from:
        parts.append(f"cơ quan tra cứu tại {item.retrieved_from}")
    if item.note:
        parts.append(item.note)
    return sentence_case("; ".join(parts))
