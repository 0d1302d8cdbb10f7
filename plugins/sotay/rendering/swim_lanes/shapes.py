"""What a chart of lanes is made of, in pixels from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Style(StrEnum):
    """How a text is set."""

    AGENCY = "agency"
    ROLE = "role"
    ACTION = "action"
    TIME = "time"
    NOTE = "note"
    HANDOVER = "handover"
    PHASE = "phase"

    @property
    def size(self) -> int:
        """The size of its letters."""
        return 13 if self in (Style.AGENCY, Style.ROLE, Style.ACTION, Style.PHASE) else 12

    @property
    def weight(self) -> int:
        """The weight of its font."""
        return 400 if self in (Style.ACTION, Style.NOTE, Style.HANDOVER) else 600

    @property
    def line(self) -> int:
        """From one line to the next."""
        return self.size + 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Halfway between its sides."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, from the left end of its base line."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with text in it."""

    box: Box
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class StepPanel:
    """One step."""

    box: Box
    lines: tuple[TextLine, ...]
    is_counted: bool
    """Whether the time limit runs during it."""
    is_case: bool
    """Whether it is done only in some case."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way of the dossier from one step to the next."""

    points: tuple[Point, ...]
    is_handover: bool
    """Whether it leads to another agency."""
    label: Panel | None
    """How the dossier goes there; stands upon the line."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole chart."""

    width: float
    height: float
    tracks: tuple[Box, ...]
    """The lanes from top to bottom."""
    agencies: tuple[Panel, ...]
    """Whose lanes they are; none where there is only one agency."""
    roles: tuple[Panel, ...]
    phases: tuple[Panel, ...]
    steps: tuple[StepPanel, ...]
    """In order."""
    arrows: tuple[Arrow, ...]
