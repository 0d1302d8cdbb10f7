"""What looking into a file can find; and the elements of a small XML part, read without trusting it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from sotay.model.attachment import Damage

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Inside:
    """What a file holds besides what a person sees."""

    has_macros: bool = False
    personal: tuple[tuple[str, str], ...] = ()
    damage: Damage | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """An element of an XML part."""

    name: str
    """Without namespace."""
    attributes: Mapping[str, str]
    """By name without namespace."""
    text: str
    """The characters between its start and the next tag."""


class NotTrustedError(Exception):
    """An XML part declares a document type: Office never does, and entities could be made to swell."""


def elements(xml: bytes, *, whole: bool = True) -> tuple[Element, ...]:
    """Return the elements of an XML part in their order; `whole` says that nothing was cut off at its end."""
    found: list[tuple[str, dict[str, str], list[str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((_local(name), {_local(key): value for key, value in attributes.items()}, []))

    def characters(text: str) -> None:
        if found:
            found[-1][2].append(text)

    def refuse(*_: object) -> None:
        raise NotTrustedError

    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(xml, whole)
    return tuple(Element(name, attributes, "".join(text).strip()) for name, attributes, text in found)


def overlapping_chunks(file: IO[bytes], overlap: int) -> Iterator[bytes]:
    """Yield a file in pieces, each beginning with the end of the one before, so that no short mark is cut in two."""
    kept = b""
    while chunk := file.read(_CHUNK):
        piece = kept + chunk
        yield piece
        kept = piece[-overlap:]


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
