"""The papers of a dossier by who needs them: everyone, or the applicants of one case; and which stand where now.

Reads: two dossiers.
Returns: the papers that stayed in their group, those that a group lost and got, and those that passed between
everyone and single cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sotay.model.procedure import Dossier, DossierCase, DossierItem
from sotay.redline.fields.named_parts import pair_by_name
from sotay.redline.list_pairs import Pairing
from sotay.text.paper_name import same_name

_PAPERS_ALIKE = 0.7
_CASES_ALIKE = 0.6
EVERYONE = ""
"""The case of the papers that every applicant needs."""


@dataclass(slots=True)
class Group:
    """What happened to the papers of one case."""

    case: str
    """The case as the new dossier names it, or the old one if it is gone; `EVERYONE` for every case."""
    stayed: list[tuple[DossierItem, DossierItem]] = field(default_factory=list)
    gone: list[DossierItem] = field(default_factory=list)
    added: list[DossierItem] = field(default_factory=list)
    orders: tuple[Sequence[DossierItem], ...] = ()
    """All papers as they stood and as they stand, if those that stayed stand in another order."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paper that passed from everyone to single cases, or from single cases to everyone."""

    old: DossierItem
    old_cases: tuple[str, ...]
    new: DossierItem
    new_cases: tuple[str, ...]


def named_cases(dossier: Dossier) -> tuple[DossierCase, ...]:
    """Return the cases that apply to some applicants only; one without a name applies to all."""
    return tuple(case for case in dossier.cases if case.when)


def pair_cases(old: Dossier, new: Dossier) -> Pairing:
    """Return which named case is which."""
    return pair_by_name(named_cases(old), named_cases(new), lambda case: case.when or "", _CASES_ALIKE)


def standing_groups(old: Dossier, new: Dossier, cases: Pairing) -> list[Group]:
    """Return the groups that both dossiers have, that of everyone first."""
    olds, news = named_cases(old), named_cases(new)
    standing = [(olds[pair.old].items, news[pair.new].items, news[pair.new].when or "") for pair in cases.pairs]
    return [_group(_of_everyone(old), _of_everyone(new), EVERYONE), *(_group(*items) for items in standing)]


def take_passages(old: Dossier, new: Dossier, groups: Sequence[Group], single: Sequence[Group]) -> list[Passage]:
    """Take the papers out of the groups that passed between everyone and single cases, and return them.

    `single` are the groups of the cases that only one of the dossiers has.
    """
    everyone, *cases = groups
    gone = {_key(paper) for group in (*cases, *single) for paper in group.gone}
    added = {_key(paper) for group in (*cases, *single) for paper in group.added}
    outwards = [_key(paper) for paper in everyone.gone if _key(paper) in added]
    inwards = [_key(paper) for paper in everyone.added if _key(paper) in gone]
    passed = dict.fromkeys([*outwards, *inwards])
    for group in groups:
        group.gone = [paper for paper in group.gone if _key(paper) not in passed]
        group.added = [paper for paper in group.added if _key(paper) not in passed]
    olds, news = _standing(old), _standing(new)
    return [Passage(*olds[key], *news[key]) for key in passed]


def _standing(dossier: Dossier) -> dict[str, tuple[DossierItem, tuple[str, ...]]]:
    """The papers of a dossier, each with the cases in which it stands; `EVERYONE` stands for all of them."""
    places = [(paper, EVERYONE) for paper in _of_everyone(dossier)]
    places += [(paper, case.when or "") for case in named_cases(dossier) for paper in case.items]
    standing: dict[str, tuple[DossierItem, tuple[str, ...]]] = {}
    for paper, case in places:
        first, cases = standing.get(_key(paper), (paper, ()))
        is_said = case in cases or EVERYONE in cases
        standing[_key(paper)] = (first, cases if is_said else (*cases, case))
    return standing


def _key(paper: DossierItem) -> str:
    return same_name(paper.name) or paper.name


def _of_everyone(dossier: Dossier) -> tuple[DossierItem, ...]:
    return (*dossier.common, *(paper for case in dossier.cases if not case.when for paper in case.items))


def _group(old: tuple[DossierItem, ...], new: tuple[DossierItem, ...], case: str) -> Group:
    pairing = pair_by_name(old, new, lambda paper: paper.name, _PAPERS_ALIKE, lambda paper: paper.form)
    return Group(
        case,
        stayed=[(old[pair.old], new[pair.new]) for pair in pairing.pairs],
        gone=[old[place] for place in pairing.gone],
        added=[new[place] for place in pairing.added],
        orders=(old, new) if any(pair.is_moved for pair in pairing.pairs) else (),
    )
