"""Who holds the dossier and for how long: the times of the steps, added up for each role of each agency.

Reads: the steps, and the same steps in words.
Returns: one line for each role, in the order of the lanes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sotay.deadlines.working_time import added_up
from sotay.model.procedure import Clock, Step
from sotay.rendering.swim_lanes.layout import lane_of, lanes_of
from sotay.rendering.timeline import TimelineStep
from sotay.text.wording import step_words


@dataclass(frozen=True, slots=True)
class Holder:
    """A role, and how long it holds the dossier."""

    role: str
    agency: str
    """Empty where all steps are of one agency."""
    steps: str
    """The numbers of its steps: `1, 6`."""
    time: str
    """What counts in every case; empty where no time is stated."""
    besides: tuple[str, ...]
    """What comes on top in some case, or while the clock is stopped."""


def holders(steps: Sequence[Step], told: Sequence[TimelineStep], own: str) -> tuple[Holder, ...]:
    """Return who holds the dossier; nothing where a single role does, or where no step states a time."""
    lanes = lanes_of(told, own)
    if len(lanes) == 1 or not any(step.time for step in steps):
        return ()
    is_shared = len({lane.agency for lane in lanes}) > 1
    found = []
    for lane in lanes:
        numbers = [number for number, step in enumerate(told) if lane_of(step, own) == lane]
        theirs = [steps[number] for number in numbers]
        found.append(
            Holder(
                role=lane.role,
                agency=lane.agency if is_shared else "",
                steps=", ".join(str(number + 1) for number in numbers),
                time=_sum(step for step in theirs if _is_counted(step) and not step.when),
                besides=tuple(_besides(theirs)),
            )
        )
    return tuple(found)


def _is_counted(step: Step) -> bool:
    return step.clock is Clock.RUNS


def _sum(steps: Iterable[Step]) -> str:
    """Times of one unit as one number; of several units, one after the other."""
    sums = added_up(step.time for step in steps if step.time)
    return " và ".join(step_words(one) for one in sums if one.value) or ("ngay khi nhận" if sums else "")


def _besides(steps: Sequence[Step]) -> list[str]:
    """Cases by their names, then what does not count."""
    cases = dict.fromkeys(step.when for step in steps if step.when and _is_counted(step))
    told = [(_sum(s for s in steps if s.when == case and _is_counted(s)), f"nếu {case}") for case in cases]
    told.append((_sum(step for step in steps if not _is_counted(step)), "không tính vào thời hạn"))
    return [f"thêm {time} {why}" for time, why in told if time]
