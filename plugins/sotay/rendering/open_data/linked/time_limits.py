"""Time limits in linked data: exact ones as ISO 8601 durations, working time as a number with its unit.

`cv:processingTime` takes an `xsd:duration`, which has no working days; `P5D` for five working days would be false.
So every limit is also a `time:Duration` (OWL-Time), whose unit may be one of our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.procedure import TimeLimit, TimeUnit
from sotay.rendering.exact_time import exact_duration
from sotay.rendering.open_data.linked.nodes import Fact, Name, Node, Ref, node, typed, words
from sotay.text.labels import UNITS
from sotay.text.limit_words import limit_words
from sotay.text.wording import sentence_case

TIME_LIMIT = "tv:thoi-han"
"""The property that leads from a channel to its time limit."""
_UNIT_NAMES = {
    TimeUnit.HOUR: Name("time:unitHour"),
    TimeUnit.DAY: Name("time:unitDay"),
    TimeUnit.MONTH: Name("time:unitMonth"),
    TimeUnit.WORKING_HOUR: Name("tv:gio-lam-viec"),
    TimeUnit.WORKING_DAY: Name("tv:ngay-lam-viec"),
}


def limit_facts(limit: TimeLimit, at: Ref) -> tuple[Fact, ...]:
    """Return what is stated of a channel whose limit is the thing at an address."""
    exact = exact_duration(limit)
    return ("cv:processingTime", typed(exact, "xsd:duration")), (TIME_LIMIT, (at,))


def limit_node(limit: TimeLimit, at: Ref) -> Node:
    """Return a time limit as a thing."""
    return node(
        at,
        "time:Duration",
        ("time:numericDuration", typed(format(limit.value.normalize(), "f"), "xsd:decimal")),
        ("time:unitType", (_UNIT_NAMES[limit.unit],)),
        ("dct:description", words(sentence_case(limit_words(limit)))),
    )


def own_terms() -> Iterator[Node]:
    """Yield the words that no vocabulary has: working time, and the property of a time limit."""
    for unit in (TimeUnit.WORKING_HOUR, TimeUnit.WORKING_DAY):
        yield node(_UNIT_NAMES[unit], "time:TemporalUnit", ("skos:prefLabel", words(UNITS[unit])))
    yield node(
        Name(TIME_LIMIT),
        "rdf:Property",
        ("rdfs:label", words("thời hạn giải quyết")),
        ("rdfs:comment", words("Thời hạn của một cách nộp; đơn vị có thể là ngày hoặc giờ làm việc.")),
        ("rdfs:range", (Name("time:Duration"),)),
    )
