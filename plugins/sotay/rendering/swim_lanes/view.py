"""What a page shows of the lanes of its steps: the chart, and who has the matter in hand for how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sotay.model.document import DocumentKind
from sotay.rendering.addresses import Standpoint
from sotay.rendering.swim_lanes.holders import Holder, holders
from sotay.rendering.swim_lanes.layout import lanes_of, layout
from sotay.rendering.swim_lanes.svg import svg
from sotay.rendering.timeline import Timeline, TimelineStep
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class LanesView:
    """The chart and the table."""

    chart: Markup | None
    """None where a single role does everything."""
    has_handovers: bool
    """Whether the matter goes from one agency to another."""
    holders: tuple[Holder, ...]
    is_of_dossier: bool = True
    """Whether a citizen's dossier goes through the steps; in an internal procedure it is work of the agency."""


def lanes_view(entry: Entry, shown: Timeline | None, standpoint: Standpoint) -> LanesView | None:
    """Return the lanes of a document with steps, None for others."""
    if shown is None:
        return None
    own = _own_name(entry, standpoint)
    lanes = lanes_of(shown.steps, own)
    agencies = list(dict.fromkeys(lane.agency for lane in lanes))
    title = f"Sơ đồ các bước: {entry.control.title or entry.code}"
    is_of_dossier = entry.kind is DocumentKind.PROCEDURE
    told = _description("Hồ sơ" if is_of_dossier else "Việc", shown.steps, agencies)
    chart = svg(layout(shown.steps, own), title, told) if len(lanes) > 1 else None
    return LanesView(chart, len(agencies) > 1, holders(entry.control.steps, shown.steps, own), is_of_dossier)


def _own_name(entry: Entry, standpoint: Standpoint) -> str:
    """The agency of this page; where the portal speaks for all, the kind of agency that carries it out."""
    authority = entry.control.authority
    if standpoint.agency and entry.is_performed:
        return entry.agency.short_name
    return (authority.executing if authority else None) or entry.agency.short_name


def _description(what: str, steps: Sequence[TimelineStep], agencies: Sequence[str]) -> str:
    through = f" qua {', '.join(agencies)}" if len(agencies) > 1 else ""
    return f"{what} đi{through} trong {len(steps)} bước; danh sách các bước cùng mục này nói đủ nội dung của sơ đồ."
