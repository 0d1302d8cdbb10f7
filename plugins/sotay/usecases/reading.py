"""How texts become values, as a port: read anew, or remembered by whoever reads."""

from __future__ import annotations

from typing import Protocol, TypeVar

from sotay.markup.markdown import parse_body
from sotay.markup.read_document import read_document
from sotay.markup.read_record import read_record
from sotay.markup.read_values import read_values
from sotay.model.document import Body, DocumentFile
from sotay.model.record import RecordFile
from sotay.model.schema import Value
from sotay.model.source import Source

ValueT = TypeVar("ValueT", bound=Value)


class Reading(Protocol):
    """Turns texts into values; the same text under the same path always gives the same value."""

    def document(self, path: str, text: str) -> DocumentFile:
        """Read a controlled document with every fault of its form."""

    def record(self, path: str, text: str) -> RecordFile | Source:
        """Read a record; only its source where it lacks what a record cannot do without."""

    def body(self, text: str) -> Body:
        """Parse a Markdown text."""

    def values(self, schema: type[ValueT], path: str, text: str) -> tuple[Source, ValueT | None]:
        """Read a YAML file; None where a value lacks what its type cannot do without."""


class PlainReading:
    """Reads every text anew."""

    def document(self, path: str, text: str) -> DocumentFile:
        """Read a controlled document with every fault of its form."""
        return read_document(path, text)

    def record(self, path: str, text: str) -> RecordFile | Source:
        """Read a record; only its source where it lacks what a record cannot do without."""
        return read_record(path, text)

    def body(self, text: str) -> Body:
        """Parse a Markdown text."""
        return parse_body(text)

    def values(self, schema: type[ValueT], path: str, text: str) -> tuple[Source, ValueT | None]:
        """Read a YAML file; None where a value lacks what its type cannot do without."""
        return read_values(schema, path, text)
