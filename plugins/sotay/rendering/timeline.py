"""The internal steps of a procedure as a timeline: who holds the dossier, for how long, and where it goes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sotay.model.procedure import Clock, Duration, Step
from sotay.rendering.addresses import Standpoint
from sotay.rendering.dossier import FormLink, form_link
from sotay.rendering.wording import step_words
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


@dataclass(frozen=True, slots=True)
class Timeline:
    """All steps, and their sum where they are in one unit."""

    steps: tuple[TimelineStep, ...]
    total: str | None


def timeline(entry: Entry, standpoint: Standpoint) -> Timeline | None:
    """Return the steps of a document, or None if it has none."""
    steps = entry.control.steps
    if not steps:
        return None
    return Timeline(tuple(_step(step, standpoint) for step in steps), _total(steps))


def _step(step: Step, standpoint: Standpoint) -> TimelineStep:
    province = standpoint.addresses.publication.province
    role = province.role_by_id.get(step.role)
    forms = (form_link(code, standpoint) for code in step.forms)
    return TimelineStep(
        action=step.action,
        role=role.name if role else step.role,
        agency=_agency_name(step.agency, standpoint),
        time=step_words(step.time) if step.time else "",
        is_counted=step.clock is Clock.RUNS,
        produces=step.produces,
        handover=step.handover,
        forms=tuple(form for form in forms if form),
    )


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
    times = [step.time for step in steps if step.time and step.clock is Clock.RUNS]
    units = {time.unit for time in times}
    if len(units) != 1 or len(times) < 2:  # noqa: PLR2004 - one step needs no sum
        return None
    value = sum((time.value for time in times), Decimal(0))
    return step_words(Duration(value=value, unit=times[0].unit)) if value else None
