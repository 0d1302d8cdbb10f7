"""Where everything in a chart of lanes goes: lanes are columns, every step has a row of its own.

Reads: the steps in words, and what to call the agency whose steps name none.
Returns: a chart in which no box lies on another and, since nothing else stands in a row, no arrow crosses a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sotay.rendering.swim_lanes.shapes import Arrow, Box, Chart, Panel, StepPanel, Style, TextLine
from sotay.rendering.swim_lanes.text_lines import lines_of, width_of
from sotay.rendering.timeline import TimelineStep

_WIDE = 642
"""What the chart may fill before its lanes become narrow: the column of a page."""
_NARROWEST, _WIDEST = 107, 210
_AROUND = 6
_WITHIN = 8
_APART = 12
_FOR_THE_ARROW = 16
_LABEL_WIDTH = 280
_EDGE = 1

Texts = Sequence[tuple[str, Style]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A role of an agency."""

    agency: str
    role: str


def lanes_of(steps: Sequence[TimelineStep], own: str) -> tuple[Lane, ...]:
    """Return the lanes: agencies, and in each its roles, in the order in which they first act."""
    seen = tuple(dict.fromkeys(lane_of(step, own) for step in steps))
    order = list(dict.fromkeys(lane.agency for lane in seen))
    return tuple(sorted(seen, key=lambda lane: order.index(lane.agency)))


def lane_of(step: TimelineStep, own: str) -> Lane:
    """Return the lane of a step."""
    return Lane(step.agency or own, step.role)


def layout(steps: Sequence[TimelineStep], own: str) -> Chart:
    """Return the chart of some steps."""
    lanes = lanes_of(steps, own)
    each = max(_NARROWEST, min(_WIDEST, _WIDE // len(lanes)))
    whole = each * len(lanes)
    agencies = tuple(_agencies(lanes, each))
    top = max((panel.box.bottom for panel in agencies), default=_EDGE)
    roles = _in_a_row([Box(index * each + _EDGE, top, each, 0) for index in range(len(lanes))],
                      [[(lane.role, Style.ROLE)] for lane in lanes])  # fmt: skip
    drawn = _Rows(lanes, each, own).drawn(steps, roles[0].box.bottom)
    bottom = drawn.steps[-1].box.bottom + _APART
    return Chart(
        width=whole + 2 * _EDGE,
        height=bottom + _EDGE,
        tracks=tuple(Box(panel.box.x, _EDGE, each, bottom - _EDGE) for panel in roles),
        agencies=agencies,
        roles=roles,
        phases=drawn.phases,
        steps=drawn.steps,
        arrows=drawn.arrows,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    steps: tuple[StepPanel, ...]
    phases: tuple[Panel, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Draws the rows below the heads of the lanes."""

    lanes: tuple[Lane, ...]
    each: float
    own: str

    def drawn(self, steps: Sequence[TimelineStep], top: float) -> _Drawn:
        boxes: list[StepPanel] = []
        phases: list[Panel] = []
        arrows: list[Arrow] = []
        for before, step in zip([None, *steps], steps, strict=False):
            y = boxes[-1].box.bottom if boxes else top
            label = None
            if before and self._lane(before) != self._lane(step):
                label = self._label(before, step, y + _APART / 2)
                y = label.box.bottom if label else y + _APART
            if step.phase:
                phases.append(self._phase(step.phase, y + _APART / 2))
                y = phases[-1].box.bottom
            boxes.append(self._step(len(boxes) + 1, step, y + (_FOR_THE_ARROW if before else _APART)))
            if before:
                arrows.append(self._arrow(boxes[-2].box, boxes[-1].box, label, self._changes_agency(before, step)))
        return _Drawn(tuple(boxes), tuple(phases), tuple(arrows))

    def _changes_agency(self, before: TimelineStep, step: TimelineStep) -> bool:
        return self._lane(before).agency != self._lane(step).agency

    def _lane(self, step: TimelineStep) -> Lane:
        return lane_of(step, self.own)

    def _step(self, number: int, step: TimelineStep, y: float) -> StepPanel:
        x = self.lanes.index(self._lane(step)) * self.each + _EDGE + _AROUND
        panel = _panel(Box(x, y, self.each - 2 * _AROUND, 0), list(_texts(number, step)))
        return StepPanel(panel.box, panel.lines, step.is_counted, step.when is not None)

    def _phase(self, name: str, y: float) -> Panel:
        return _fitting(name, Style.PHASE, _AROUND, y, self.each * len(self.lanes) - 2 * _AROUND)

    def _label(self, before: TimelineStep, step: TimelineStep, y: float) -> Panel | None:
        """How a dossier goes to another agency, halfway between the two."""
        if not self._changes_agency(before, step):
            return None
        words = before.handover or f"Chuyển đến {self._lane(step).agency}"
        whole = self.each * len(self.lanes)
        panel = _fitting(words, Style.HANDOVER, 0, y, min(_LABEL_WIDTH, whole - 2 * _AROUND))
        ends = [self.lanes.index(self._lane(one)) * self.each + self.each / 2 for one in (before, step)]
        x = min(max(sum(ends) / 2 - panel.box.width / 2, _AROUND), whole - _AROUND - panel.box.width)
        lines = tuple(TextLine(line.x + x, line.y, line.text, line.style) for line in panel.lines)
        return Panel(Box(x, y, panel.box.width, panel.box.height), lines)

    @staticmethod
    def _arrow(start: Box, end: Box, label: Panel | None, is_handover: bool) -> Arrow:
        if start.middle == end.middle:
            return Arrow(((start.middle, start.bottom), (end.middle, end.y)), is_handover, None)
        y = label.box.y + label.box.height / 2 if label else start.bottom + _APART
        points = ((start.middle, start.bottom), (start.middle, y), (end.middle, y), (end.middle, end.y))
        return Arrow(points, is_handover, label)


def _texts(number: int, step: TimelineStep) -> Iterator[tuple[str, Style]]:
    yield f"{number}. {step.action}", Style.ACTION
    if step.time:
        yield step.time, Style.TIME
    if not step.is_counted:
        yield "Không tính vào thời hạn", Style.NOTE
    if step.when:
        yield f"Chỉ khi: {step.when}", Style.NOTE


def _agencies(lanes: Sequence[Lane], each: float) -> Iterator[Panel]:
    """One head over all lanes of an agency, where there is more than one agency."""
    groups = [(name, len(list(group))) for name, group in groupby(lanes, key=lambda lane: lane.agency)]
    if len(groups) > 1:
        starts = [sum(count for _, count in groups[:index]) for index in range(len(groups))]
        boxes = [Box(start * each + _EDGE, _EDGE, count * each, 0)
                 for start, (_, count) in zip(starts, groups, strict=True)]  # fmt: skip
        yield from _in_a_row(boxes, [[(name, Style.AGENCY)] for name, _ in groups])


def _in_a_row(boxes: Sequence[Box], texts: Sequence[Texts]) -> tuple[Panel, ...]:
    """Panels of the same height, that of the highest."""
    panels = [_panel(box, text) for box, text in zip(boxes, texts, strict=True)]
    height = max(panel.box.height for panel in panels)
    return tuple(Panel(Box(p.box.x, p.box.y, p.box.width, height), p.lines) for p in panels)


def _panel(box: Box, texts: Texts) -> Panel:
    """A panel as wide as the box, and as high as its text needs."""
    lines, y = [], box.y + _WITHIN / 2
    for text, style in texts:
        for line in lines_of(text, box.width - 2 * _WITHIN, style.size, style.weight):
            y += style.line
            lines.append(TextLine(box.x + _WITHIN, y - 2, line, style))
    return Panel(Box(box.x, box.y, box.width, y - box.y + _WITHIN), tuple(lines))


def _fitting(text: str, style: Style, x: float, y: float, widest: float) -> Panel:
    """A panel no wider than its text needs."""
    lines = lines_of(text, widest - 2 * _WITHIN, style.size, style.weight)
    longest = max((width_of(line, style.size, style.weight) for line in lines), default=0)
    return _panel(Box(x, y, min(widest, longest + 2 * _WITHIN + 1), 0), [(text, style)])
