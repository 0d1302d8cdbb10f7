"""The text of a YAML file to a value of the schema: agencies, decisions, registers, settings.

Reads: the text of one YAML file and its path.
Returns: the value, or None, with every fault of its form.
"""

from __future__ import annotations

from typing import TypeVar

from sotay.markup.conform import conform
from sotay.markup.yaml_values import read_yaml
from sotay.model.schema import Value
from sotay.model.source import Source

ValueT = TypeVar("ValueT", bound=Value)


def read_values(schema: type[ValueT], path: str, text: str) -> tuple[Source, ValueT | None]:
    """Read a YAML file; None where a value lacks what its type cannot do without."""
    read = read_yaml(text)
    conformed = conform(schema, read)
    return Source(path, text, conformed.lines, conformed.problems), conformed.value
