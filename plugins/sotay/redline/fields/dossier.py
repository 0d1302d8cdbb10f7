"""The dossier: which papers are asked for now, which no longer, which otherwise, in which cases, in how many sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sotay.model.document import Document
from sotay.model.procedure import Dossier, DossierCase, DossierItem
from sotay.redline.changes import Fate, FieldChange
from sotay.redline.fields.difference import Difference, as_change, quoted, reordered
from sotay.redline.fields.dossier_groups import (
    EVERYONE,
    Group,
    Passage,
    named_cases,
    pair_cases,
    standing_groups,
    take_passages,
)
from sotay.redline.fields.facets import Facet, differences, quoted_text, told_elsewhere
from sotay.redline.fields.paper import counted_noun, paper_differences, paper_words
from sotay.redline.list_pairs import Pairing
from sotay.text.wording import sentence_case

_FIELD = "dossier"
_CASE = "trường hợp"


def dossier_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield how the dossier of a procedure changed, new papers first."""
    before, after = old.dossier or Dossier(), new.dossier or Dossier()
    cases = pair_cases(before, after)
    groups = standing_groups(before, after, cases)
    gone = [Group(case.when or "", gone=[*case.items]) for case in _at(named_cases(before), cases.gone)]
    added = [Group(case.when or "", added=[*case.items]) for case in _at(named_cases(after), cases.added)]
    passages = take_passages(before, after, groups, [*gone, *added])
    yield from _numbered("Thêm", Fate.INSERTED, [(group.case, group.added) for group in groups])
    yield from _numbered("Bớt", Fate.DELETED, [(group.case, group.gone) for group in groups])
    yield from (as_change(_FIELD, _passage(passage)) for passage in passages)
    stayed = [(group.case, pair) for group in groups for pair in group.stayed]
    stayed += [(_only(passage.new_cases), (passage.old, passage.new)) for passage in passages]
    yield from _reworded(stayed)
    yield from _cases(before, after, cases)
    yield from (as_change(_FIELD, difference) for difference in differences(before, after, _FACETS, "hồ sơ"))
    for group in groups:
        if group.orders:
            subject = f"giấy tờ ({_CASE}: {group.case})" if group.case else "giấy tờ"
            yield reordered(_FIELD, subject, *([paper.name for paper in papers] for papers in group.orders))


def _at(cases: Sequence[DossierCase], places: Iterable[int]) -> list[DossierCase]:
    return [cases[place] for place in places]


def _wheres(cases: Sequence[str]) -> Iterator[str]:
    """For whom something holds: for everyone, which needs no words, and for single cases, said together."""
    if EVERYONE in cases:
        yield ""
    if any(cases):
        yield f"{_CASE}: {'; '.join(filter(None, cases))}"


def _only(cases: Sequence[str]) -> str:
    return cases[0] if len(cases) == 1 else EVERYONE


def _numbered(verb: str, fate: Fate, papers: Iterable[tuple[str, Sequence[DossierItem]]]) -> Iterator[FieldChange]:
    """What a case got or lost, by the kind of thing; cases with the same papers together."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for case, items in papers:
        for noun, same in groupby(sorted(items, key=counted_noun), counted_noun):
            words = tuple(paper_words(paper) if fate is Fate.INSERTED else paper.name for paper in same)
            found.setdefault((noun, words), []).append(case)
    for (noun, words), cases in found.items():
        for where in _wheres(cases):
            subject, listed = f"{noun} ({where})" if where else noun, "; ".join(words)
            sentence = f"{verb} {len(words)} {subject}: {listed}"
            values = ("", listed) if fate is Fate.INSERTED else (listed, "")
            yield FieldChange(_FIELD, sentence_case(subject), fate, *values, sentence)


def _passage(passage: Passage) -> Difference:
    return Difference(f"giấy tờ {quoted(passage.new.name)}", _scope(passage.old_cases), _scope(passage.new_cases))


def _scope(cases: Sequence[str]) -> str:
    if EVERYONE in cases:
        return "cần trong mọi trường hợp"
    return f"chỉ cần trong trường hợp {', '.join(map(quoted, cases))}"


def _reworded(papers: Iterable[tuple[str, tuple[DossierItem, DossierItem]]]) -> Iterator[FieldChange]:
    """What changed in papers that stayed, cases in which the same changed together."""
    found: dict[Difference, list[str]] = {}
    for case, (before, after) in papers:
        for difference in paper_differences(before, after):
            found.setdefault(difference, []).append(case)
    for difference, cases in found.items():
        yield from (as_change(_FIELD, difference, where) for where in _wheres(cases))


def _cases(old: Dossier, new: Dossier, pairing: Pairing) -> Iterator[FieldChange]:
    olds, news = named_cases(old), named_cases(new)
    for place in pairing.added:
        yield _whole_case(Fate.INSERTED, "Thêm", news[place])
    for place in pairing.gone:
        yield _whole_case(Fate.DELETED, "Bỏ", olds[place])
    for pair in pairing.pairs:
        thing = f"{_CASE} {quoted(news[pair.new].when or '')}"
        facets = (quoted_text("when", _CASE), told_elsewhere("items"))
        told = differences(olds[pair.old], news[pair.new], facets, thing)
        yield from (as_change(_FIELD, difference) for difference in told)
    if any(pair.is_moved for pair in pairing.pairs):
        yield reordered(_FIELD, f"các {_CASE}", *([case.when or "" for case in cases] for cases in (olds, news)))


def _whole_case(fate: Fate, verb: str, case: DossierCase) -> FieldChange:
    """A case that is new or gone; of a new one, what it asks for."""
    subject, papers = f"{_CASE} {quoted(case.when or '')}", "; ".join(map(paper_words, case.items))
    is_new = fate is Fate.INSERTED
    sentence = f"{verb} {subject}: {papers}" if is_new and papers else f"{verb} {subject}"
    return FieldChange(_FIELD, sentence_case(subject), fate, *(("", papers) if is_new else (papers, "")), sentence)


def _sets(old: Dossier, new: Dossier) -> Iterator[Difference]:
    before, after = (f"{dossier.sets} bộ" if dossier.sets else "" for dossier in (old, new))
    yield Difference("số bộ hồ sơ", before, after)


_FACETS = (Facet(("sets",), _sets), told_elsewhere("common", "cases"))
