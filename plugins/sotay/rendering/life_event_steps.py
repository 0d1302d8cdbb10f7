"""The steps of an event of life as a page shows them: numbers, “hoặc” and “và”, procedures with their key facts.

Reads: an event and a publication.
Returns: groups of steps; procedures that are not published or are over do not appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sotay.model.catalogue import Choice, Join, LifeEvent, LifeEventStep
from sotay.rendering.key_facts import cost_words, key_facts, time_words
from sotay.rendering.listing import is_over
from sotay.rendering.paper_counts import SharedPaper, paper_words, shared_papers
from sotay.rendering.site_view import Link, SiteView
from sotay.rendering.validity import Badge, badge
from sotay.text.labels import CHOICE_WORDS, JOIN_WORDS
from sotay.usecases.publication import Entry, ProcedureAcross

_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class StepProcedure:
    """A procedure of a step, with what a person wants to know before opening it."""

    title: str
    href: str
    code: str
    facts: tuple[tuple[str, str], ...]
    """Time, fee, papers, place: term and answer; only those that are known."""
    badge: Badge | None


@dataclass(frozen=True, slots=True)
class StepView:
    """One thing to do."""

    title: str
    join: str
    """What it is to the step above: empty where it simply follows."""
    joint: str
    """The same in more words."""
    when: str
    note: str
    choice: str
    """What stands between its procedures: `hoặc`, `và`, or empty for one procedure."""
    procedures: tuple[StepProcedure, ...]


@dataclass(frozen=True, slots=True)
class OnePlace:
    """The agencies of which each carries out all procedures of an event."""

    links: tuple[Link, ...]
    more: int
    """How many others do so, too."""


@dataclass(frozen=True, slots=True)
class EventSteps:
    """All steps of an event."""

    groups: tuple[tuple[StepView, ...], ...]
    """Steps under one number: the first, and those joined to it."""
    papers: tuple[SharedPaper, ...]
    one_place: OnePlace | None
    count: int
    """How many procedures it leads to."""


def event_steps(event: LifeEvent, view: SiteView, address: str) -> EventSteps:
    """Return the steps of an event for a page of the portal; a step whose procedures are all gone is left out."""
    kept = list(_kept(event, view))
    groups: list[list[StepView]] = []
    for step, procedures in kept:
        if step.join is Join.THEN or not groups:
            groups.append([])
        groups[-1].append(_step(step, procedures, view, address, is_first=not groups[-1]))
    everything = [across for _, procedures in kept for across in procedures]
    return EventSteps(
        groups=tuple(map(tuple, groups)),
        papers=shared_papers(_alternatives_together(kept)),
        one_place=_one_place(everything, view, address),
        count=len(everything),
    )


def _kept(event: LifeEvent, view: SiteView) -> Iterator[tuple[LifeEventStep, list[ProcedureAcross]]]:
    """The steps that are shown, with their procedures; each joined to what is left before it.

    The first that is left of alternatives stands where they stood, and so does what could be done before or after them.
    """
    vacant: Join | None = None
    for step in event.steps:
        procedures = known_procedures(step, view)
        join = step.join if step.join is Join.THEN else vacant or step.join
        if procedures or not step.procedures:
            yield step.model_copy(update={"join": join}), procedures
            vacant = None
        elif join is not Join.OR:  # else what it stood instead of is still there
            vacant = join


def known_procedures(step: LifeEventStep, view: SiteView) -> list[ProcedureAcross]:
    """Return the procedures of a step that are in force or to come."""
    known = view.publication.procedure_by_code
    return [known[code] for code in step.procedures if code in known and not is_over(known[code].issued)]


def _alternatives_together(
    kept: Iterable[tuple[LifeEventStep, Sequence[ProcedureAcross]]],
) -> list[tuple[str, list[Entry]]]:
    """The procedures of each step; nobody takes two steps of which one is instead of the other."""
    found: list[tuple[str, list[Entry]]] = []
    for step, procedures in kept:
        if step.join is not Join.OR or not found:
            found.append((step.title, []))
        found[-1][1].extend(across.issued for across in procedures)
    return found


def _step(
    step: LifeEventStep, procedures: Sequence[ProcedureAcross], view: SiteView, address: str, *, is_first: bool
) -> StepView:
    join, joint = ("", "") if is_first else JOIN_WORDS[step.join]
    choice = CHOICE_WORDS[step.choose or Choice.ALL] if len(procedures) > 1 else ""
    return StepView(
        title=step.title,
        join=join,
        joint=joint,
        when=step.when or "",
        note=step.note or "",
        choice=choice,
        procedures=tuple(_procedure(across, view, address) for across in procedures),
    )


def _procedure(across: ProcedureAcross, view: SiteView, address: str) -> StepProcedure:
    entry, day = across.issued, view.publication.day
    place = key_facts(entry, day, len(across.performers))[2]
    facts = (
        ("Thời hạn", time_words(entry)),
        # Words made for running text say again what they are about.
        ("Lệ phí", cost_words(entry, day).removeprefix("lệ phí ")),
        ("Giấy tờ", paper_words(entry)),
        (place.term, place.value),
    )
    return StepProcedure(
        title=entry.control.title or entry.code,
        href=view.at(address).here(view.addresses.portal[entry.code]),
        code=", ".join(entry.control.tthc) or entry.code,
        facts=tuple((term, value) for term, value in facts if value),
        badge=None if entry.is_in_force else badge(entry),
    )


def _one_place(procedures: Iterable[ProcedureAcross], view: SiteView, address: str) -> OnePlace | None:
    current = [across for across in procedures if across.issued.is_in_force]
    if len(current) < 2:  # noqa: PLR2004 - one procedure is always at one place
        return None
    by_procedure = [{e.agency.id for e in across.performers if e.is_in_force} for across in current]
    everywhere = set.intersection(*by_procedure)
    agencies = [agency for agency in view.publication.current_agencies if agency.id in everywhere]
    if not agencies:
        return None
    links = tuple(Link(a.agency.short_name, view.at(address).site(a.id)) for a in agencies[:_MOST_PLACES])
    return OnePlace(links, max(0, len(agencies) - _MOST_PLACES))
