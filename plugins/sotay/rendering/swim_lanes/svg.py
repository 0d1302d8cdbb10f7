"""A chart of lanes as SVG: colours come from the style sheet, so that dark pages and paper have their own.

Reads: a chart, its name and its description.
Returns: one element without ids of its own but those of its name and description.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sotay.rendering.swim_lanes.shapes import Arrow, Box, Chart, Panel, Point, StepPanel, TextLine

_HEAD = 4


def svg(chart: Chart, title: str, description: str) -> Markup:
    """Return the chart; its words are told by the list of steps, so that it is one picture to those who listen."""
    width, height = _number(chart.width), _number(chart.height)
    opening = Markup(
        '<svg class="lanes" role="img" aria-labelledby="so-do-ten" aria-describedby="so-do-mo-ta" width="{0}"'
        ' height="{1}" viewBox="0 0 {0} {1}"><title id="so-do-ten">{2}</title><desc id="so-do-mo-ta">{3}</desc>'
    ).format(width, height, title, description)
    return Markup("").join([opening, *_shapes(chart), Markup("</svg>")])


def _shapes(chart: Chart) -> Iterator[Markup]:
    for index, track in enumerate(chart.tracks):
        yield _rect(track, "track track--other" if index % 2 else "track")
    for kind, panels in (("agency", chart.agencies), ("role", chart.roles)):
        for panel in panels:
            yield _panel(panel, kind)
    for arrow in chart.arrows:
        yield from _arrow(arrow)
    for phase in chart.phases:
        yield _panel(phase, "phase")
    for step in chart.steps:
        yield _step(step)


def _step(step: StepPanel) -> Markup:
    kind = "step" if step.is_counted else "step step--stopped"
    return _panel(Panel(step.box, step.lines), f"{kind} step--case" if step.is_case else kind)


def _panel(panel: Panel, kind: str) -> Markup:
    return Markup("<g>{}{}</g>").format(_rect(panel.box, kind), _texts(panel.lines))


def _rect(box: Box, kind: str) -> Markup:
    classes = " ".join(f"lanes__{one}" for one in kind.split())
    x, y, width, height = map(_number, (box.x, box.y, box.width, box.height))
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" fill="none" stroke="currentColor"/>').format(
        classes, x, y, width, height
    )


def _texts(lines: Iterable[TextLine]) -> Markup:
    pattern = Markup(
        '<text class="lanes__text lanes__text--{}" x="{}" y="{}" font-size="{}" font-weight="{}">{}</text>'
    )
    return Markup("").join(
        pattern.format(
            line.style.value, _number(line.x), _number(line.y), line.style.size, line.style.weight, line.text
        )
        for line in lines
    )


def _arrow(arrow: Arrow) -> Iterator[Markup]:
    kind = "lanes__arrow lanes__arrow--handover" if arrow.is_handover else "lanes__arrow"
    yield Markup('<polyline class="{}" points="{}" fill="none" stroke="currentColor"/>').format(
        kind, _points(arrow.points)
    )
    x, y = arrow.points[-1]
    tip = ((x - _HEAD, y - 2 * _HEAD), (x + _HEAD, y - 2 * _HEAD), (x, y))
    yield Markup('<polygon class="{} lanes__tip" points="{}"/>').format(kind, _points(tip))
    if arrow.label:
        yield _panel(arrow.label, "handover")


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """A number as short as it can be written, to a tenth of a pixel, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
