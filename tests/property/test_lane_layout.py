"""Whatever the steps, the chart can be read: nothing lies on anything else, all text is inside its box."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sotay.rendering.swim_lanes.layout import lane_of, lanes_of, layout
from sotay.rendering.swim_lanes.shapes import Arrow, Box, Chart, Panel, StepPanel
from sotay.rendering.swim_lanes.svg import svg
from sotay.rendering.swim_lanes.text_lines import lines_of, width_of
from sotay.rendering.timeline import TimelineStep

SVG = "{http://www.w3.org/2000/svg}"
OWN = "Ủy ban nhân dân cấp xã"
letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"))
words = st.lists(st.text("aăâeêioôơuưyđhnghtrừễợậmw–,&<'\"", min_size=1, max_size=9), min_size=1, max_size=16).map(
    " ".join
)
texts = words | st.text(letters, min_size=1, max_size=60).filter(str.strip)
steps = st.lists(
    st.builds(
        TimelineStep,
        action=texts,
        role=st.sampled_from(["Công chức một cửa", "Công chức tư pháp – hộ tịch", "Lãnh đạo", "Văn thư"]) | texts,
        agency=st.none() | st.sampled_from(["Công an cấp xã", "Cơ quan bảo hiểm xã hội"]),
        time=st.sampled_from(["", "4 giờ", "1,5 ngày làm việc"]),
        is_counted=st.booleans(),
        produces=st.none(),
        handover=st.none() | texts,
        forms=st.just(()),
        phase=st.none() | texts,
        when=st.none() | texts,
    ),
    min_size=1,
    max_size=12,
)


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def panels(chart: Chart) -> list[Panel | StepPanel]:
    labels = [arrow.label for arrow in chart.arrows if arrow.label]
    return [*chart.agencies, *chart.roles, *chart.phases, *chart.steps, *labels]


def crosses(arrow: Arrow, box: Box) -> bool:
    """Whether a line of an arrow runs through the inside of a box."""
    lines = (Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in pairwise(arrow.points))
    return not all(apart(line, box) for line in lines)


@given(steps)
def test_no_panel_lies_on_another_and_none_leaves_the_picture(told: list[TimelineStep]) -> None:
    chart = layout(told, OWN)
    found = panels(chart)
    assert all(apart(one.box, other.box) for one, other in combinations(found, 2))
    for panel in found:
        assert panel.box.x >= 0
        assert panel.box.y >= 0
        assert panel.box.right <= chart.width
        assert panel.box.bottom <= chart.height


@given(steps)
def test_every_text_is_inside_its_panel_and_whole(told: list[TimelineStep]) -> None:
    chart = layout(told, OWN)
    for panel in panels(chart):
        for line in panel.lines:
            assert panel.box.x < line.x
            assert line.x + width_of(line.text, line.style.size, line.style.weight) <= panel.box.right
            assert panel.box.y + line.style.size <= line.y + 2
            assert line.y < panel.box.bottom
        assert all(one.y < other.y for one, other in pairwise(panel.lines))
    for number, (step, shown) in enumerate(zip(told, chart.steps, strict=True), start=1):
        said = "".join("".join(line.text.split()) for line in shown.lines)
        assert said.startswith("".join(f"{number}. {step.action}".split()))
        assert said.endswith("".join((step.when or "").split()))


@given(steps)
def test_every_step_is_in_its_lane_below_the_one_before(told: list[TimelineStep]) -> None:
    chart, lanes = layout(told, OWN), lanes_of(told, OWN)
    assert len(set(lanes)) == len(lanes) == len(chart.tracks)
    for step, shown in zip(told, chart.steps, strict=True):
        track = chart.tracks[lanes.index(lane_of(step, OWN))]
        assert track.x < shown.box.x
        assert shown.box.right < track.right
        assert track.bottom > shown.box.bottom
    assert all(one.box.bottom < other.box.y for one, other in pairwise(chart.steps))


@given(steps)
def test_arrows_lead_from_step_to_step_and_cross_no_box(told: list[TimelineStep]) -> None:
    chart = layout(told, OWN)
    boxes = [panel.box for panel in (*chart.agencies, *chart.roles, *chart.steps)]
    assert len(chart.arrows) == len(told) - 1
    for arrow, (one, other), (before, step) in zip(chart.arrows, pairwise(chart.steps), pairwise(told), strict=True):
        assert arrow.points[0] == (one.box.middle, one.box.bottom)
        assert arrow.points[-1] == (other.box.middle, other.box.y)
        assert not any(crosses(arrow, box) for box in boxes)
        assert arrow.is_handover == (before.agency != step.agency) == (arrow.label is not None)


@given(steps)
def test_the_picture_is_well_formed_says_every_step_once_and_has_no_styles(told: list[TimelineStep]) -> None:
    text = str(svg(layout(told, OWN), "Sơ đồ & tên <1>", "Mô tả"))
    assert text == str(svg(layout(told, OWN), "Sơ đồ & tên <1>", "Mô tả"))
    root = ET.fromstring(  # noqa: S314 - it is our own
        text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    assert root.find(f"{SVG}title").text == "Sơ đồ & tên <1>"  # type: ignore[union-attr]
    assert all("style" not in element.attrib for element in root.iter())
    boxes = [rect for rect in root.iter(f"{SVG}rect") if "lanes__step" in rect.get("class", "").split()]
    assert len(boxes) == len(told)


@given(texts, st.integers(40, 300))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int) -> None:
    lines = lines_of(text, room, 13, 400)
    assert "".join(_solid(lines)) == "".join(text.split())
    assert all(width_of(line, 13, 400) <= room for line in lines if len(line) > 1)


def _solid(lines: Iterable[str]) -> Iterable[str]:
    return ("".join(line.split()) for line in lines)
