"""Texts that were read before: a second check reads only what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar, cast

from sotay.model.document import Body, DocumentFile
from sotay.model.record import RecordFile
from sotay.model.schema import Value
from sotay.model.source import Source
from sotay.sources.sealed_store import SealedStore, sealed_store
from sotay.usecases.reading import PlainReading, Reading

ReadT = TypeVar("ReadT")
ValueT = TypeVar("ValueT", bound=Value)


def reading() -> Reading:
    """Return the reading that the user's settings ask for: remembered, or anew where nothing may be kept."""
    store = sealed_store()
    return RememberedReading(store) if store else PlainReading()


class RememberedReading:
    """Reads a text once and remembers the value by path and text."""

    def __init__(self, store: SealedStore) -> None:
        self._store = store
        self._plain = PlainReading()

    def document(self, path: str, text: str) -> DocumentFile:
        """Read a controlled document with every fault of its form."""
        return self._remembered(lambda: self._plain.document(path, text), "document", path, text)

    def record(self, path: str, text: str) -> RecordFile | Source:
        """Read a record; only its source where it lacks what a record cannot do without."""
        return self._remembered(lambda: self._plain.record(path, text), "record", path, text)

    def body(self, text: str) -> Body:
        """Parse a Markdown text."""
        return self._remembered(lambda: self._plain.body(text), "body", "", text)

    def values(self, schema: type[ValueT], path: str, text: str) -> tuple[Source, ValueT | None]:
        """Read a YAML file; None where a value lacks what its type cannot do without."""
        return self._remembered(lambda: self._plain.values(schema, path, text), schema.__qualname__, path, text)

    def _remembered(self, read: Callable[[], ReadT], *source: str) -> ReadT:
        name = sha256("\0".join(source).encode(errors="surrogatepass")).hexdigest()
        kept = self._store.find(name)
        if kept is not None:
            return cast("ReadT", kept)
        value = read()
        self._store.keep(name, value)
        return value


class RecentReading:
    """Reads as another reading does, and has the documents that were read last at hand."""

    def __init__(self, reading: Reading, most: int = 500) -> None:
        self._reading = reading
        self._document = lru_cache(most)(reading.document)

    def document(self, path: str, text: str) -> DocumentFile:
        """Read a controlled document with every fault of its form."""
        return self._document(path, text)

    def record(self, path: str, text: str) -> RecordFile | Source:
        """Read a record; only its source where it lacks what a record cannot do without."""
        return self._reading.record(path, text)

    def body(self, text: str) -> Body:
        """Parse a Markdown text."""
        return self._reading.body(text)

    def values(self, schema: type[ValueT], path: str, text: str) -> tuple[Source, ValueT | None]:
        """Read a YAML file; None where a value lacks what its type cannot do without."""
        return self._reading.values(schema, path, text)
