"""Life events in a file that could not be read everywhere: what was read is judged, what was not is left alone."""

from __future__ import annotations

import pytest

from sotay.rules.references.ways_in import LifeEventSteps
from tests.support.builders import Archive

FAULT = "  - id: ket-hon\n    name: Kết hôn\n    steps:\n      - title: Đăng ký\n"
"""A step that says neither a procedure nor a place."""


def judged(*events: str) -> list[int]:
    """The lines that the rule finds fault with."""
    archive = Archive().file("procedures/life-events.yml", "events:\n" + "".join(events))
    return [finding.place.line for finding in LifeEventSteps().check(archive.examined())]


@pytest.mark.parametrize(
    "refused",
    [
        "  - id: sinh-con\n    name: Sinh con\n    steps:\n      - {title: A, join: hoặc, note: B.}\n",
        "  - id: sinh-con\n    name: Sinh con\n    steps: một bước\n",
        "  - name: Sinh con\n    steps:\n      - {title: A, note: B.}\n",
    ],
)
def test_one_event_that_could_not_be_read_does_not_hide_another(refused: str) -> None:
    assert judged(refused, FAULT) == [1 + refused.count("\n") + 4]
    assert judged("  - {id: x, name: X, steps: [{title: A, note: B.}]}\n", refused, FAULT) == [refused.count("\n") + 6]


@pytest.mark.parametrize(
    "refused",
    [
        "  - id: sinh-con\n    name: Sinh con\n    steps:\n      - {name: A, note: B.}\n",
        "  - id: sinh-con\n    name: Sinh con\n    steps:\n      - {title: A, notes: B.}\n",
        "  - id: sinh-con\n    name: Sinh con\n    steps: một bước\n",
        "  - {id: sinh-con, name: Sinh con, steps: một bước}\n",
    ],
)
def test_nothing_is_concluded_of_an_event_that_was_read_in_part(refused: str) -> None:
    assert judged(refused) == []
    assert judged("  - {name: Không có mã}\n", refused) == []
    assert judged(refused, "  - {id: x, name: X, steps: [{title: A, note: B.}]}\n") == []
