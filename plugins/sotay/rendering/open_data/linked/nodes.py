"""Linked data as values: nodes with their facts, in the order in which they are written.

There are no nodes without a name: two makings of the same catalogue are the same text, and everything can be cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from sotay.rendering.addresses import OPEN_DATA

PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "country": "http://publications.europa.eu/resource/authority/country/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "currency": "http://publications.europa.eu/resource/authority/currency/",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frequency": "http://publications.europa.eu/resource/authority/frequency/",
    "language": "http://publications.europa.eu/resource/authority/language/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies by the short names under which CPSV-AP 3.2 uses them; and those of the EU Publications Office."""

LANGUAGE: Final = "vi"
_OWN: Final = f"{OPEN_DATA}#"
"""Where our own terms are below the portal: on the page on the data, which says what they mean."""


def prefixes(base: str) -> dict[str, str]:
    """Return all vocabularies by their short names; `tv` has what no vocabulary has a word for."""
    return {**PREFIXES, "tv": base + _OWN}


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing by its address: below the portal, or whole."""

    address: str


@dataclass(frozen=True, slots=True)
class Name:
    """A thing of a known vocabulary by its short name: `cv:Channel`."""

    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """Vietnamese words."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A value with its type; plain text without one."""

    text: str
    datatype: str | None = None
    """A short name: `xsd:date`."""


Term = Ref | Name | Words | Typed
Fact = tuple[str, tuple[Term, ...]]
"""A property by its short name, and its values."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: what it is, and what is stated of it."""

    at: Ref | Name
    kinds: tuple[str, ...]
    """The short names of its classes."""
    facts: tuple[Fact, ...]


def node(at: Ref | Name, kind: str, *facts: tuple[str, Iterable[Term | None]]) -> Node:
    """Return a thing; values that are not known and properties without a value are left out."""
    known = ((name, tuple(value for value in values if value is not None)) for name, values in facts)
    return Node(at, tuple(kind.split()), tuple((name, values) for name, values in known if values))


def words(text: str | None) -> tuple[Words, ...]:
    """Return Vietnamese words as the values of a property; none if there are none."""
    return (Words(text),) if text else ()


def typed(text: object, datatype: str | None = None) -> tuple[Typed, ...]:
    """Return a value as the values of a property; none if it is not known."""
    return () if text is None or text == "" else (Typed(str(text), datatype),)


def part_of_address(text: str) -> str:
    """Return a text as a part of an address, with everything escaped that an address cannot hold; letters stay."""
    kept = (letter if letter.isalpha() else quote(letter, safe="-._/") for letter in text)
    return "".join(kept)
