"""The internal steps of a procedure as a timeline: who holds the dossier, for how long, and where it goes next.

Phases are headings within it; what is done only in some case says so, and is not in the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sotay.model.procedure import Clock, Duration, Step
from sotay.rendering.addresses import Standpoint
from sotay.rendering.form_links import FormLink, form_link
from sotay.rendering.versions.document_history import day_of_facts
from sotay.text.wording import duration_words, step_words
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One step in words."""

    action: str
    role: str
    agency: str | None
    """The agency, where another one than that of the page acts."""
    time: str
    is_counted: bool
    """Whether the time limit runs during the step."""
    produces: str | None
    handover: str | None
    forms: tuple[FormLink, ...]
    phase: str | None = None
    """The phase, with its limit, where the step is its first."""
    when: str | None = None
    """The case, where the step is done only in one."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All steps, and their sum where they are in one unit."""

    steps: tuple[TimelineStep, ...]
    total: str | None

    @property
    def has_cases(self) -> bool:
        """Whether some steps are done only in some case."""
        return any(step.when for step in self.steps)


def timeline(entry: Entry, standpoint: Standpoint) -> Timeline | None:
    """Return the steps of a document, or None if it has none."""
    steps = entry.control.steps
    if not steps:
        return None
    phases = _phase_openings(entry)
    day = day_of_facts(entry, standpoint.addresses.publication.day)
    opened = (_step(step, standpoint, day, phase) for step, phase in zip(steps, phases, strict=True))
    return Timeline(tuple(opened), _total(steps))


def _step(step: Step, standpoint: Standpoint, day: date, phase: str | None) -> TimelineStep:
    province = standpoint.addresses.publication.province
    role = province.role_by_id.get(step.role)
    forms = (form_link(code, standpoint, day) for code in step.forms)
    return TimelineStep(
        action=step.action,
        role=role.name if role else step.role,
        agency=_agency_name(step.agency, standpoint),
        time=step_words(step.time) if step.time else "",
        is_counted=step.clock is Clock.RUNS,
        produces=step.produces,
        handover=step.handover,
        forms=tuple(form for form in forms if form),
        phase=phase,
        when=step.when,
    )


def _phase_openings(entry: Entry) -> Iterator[str | None]:
    """For every step, the phase that begins with it; a step without phase, where the clock stops, begins none."""
    limits = _phase_limits(entry)
    current = None
    for step in entry.control.steps:
        begins = step.phase if step.phase != current else None
        current = step.phase or current
        limit = limits.get(begins or "")
        yield f"{begins}, {limit}" if begins and limit else begins


def _phase_limits(entry: Entry) -> Mapping[str, str]:
    """How long each phase may take, unless the ways of filing differ in it."""
    limits: dict[str, set[str]] = {}
    for channel in entry.control.channels:
        limit = entry.time_limit_of(channel)
        for phase in limit.phases if limit else ():
            limits.setdefault(phase.name, set()).add(duration_words(phase))
    return {name: next(iter(words)) for name, words in limits.items() if len(words) == 1}


def _agency_name(identifier: str | None, standpoint: Standpoint) -> str | None:
    """The name of another agency, of the province or a partner; a step of the page's own agency names none."""
    if identifier is None or identifier == standpoint.agency:
        return None
    province = standpoint.addresses.publication.province
    if identifier in province.agency_by_id:
        return province.agency_by_id[identifier].agency.short_name
    partner = province.partner_by_id.get(identifier)
    return partner.name if partner else identifier


def _total(steps: Sequence[Step]) -> str | None:
    times = [step.time for step in steps if step.time and step.clock is Clock.RUNS and step.when is None]
    units = {time.unit for time in times}
    if len(units) != 1 or len(times) < 2:  # noqa: PLR2004 - one step needs no sum
        return None
    value = sum((time.value for time in times), Decimal(0))
    return step_words(Duration(value=value, unit=times[0].unit)) if value else None
