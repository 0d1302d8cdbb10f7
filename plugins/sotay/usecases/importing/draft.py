"""A draft: what an import could make of a source, and what it left to a person.

Reads: nothing; these are the values that the parts of an import hand to each other.
Returns: frozen values; `Draft` goes to `rendering.draft_markdown`, its `unsettled` to the import report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sotay.model.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Defect:
    """A kind of thing that an import leaves to a person."""

    id: str
    """Its stable name in the JSON report."""
    label: Phrase
    """What it is called in a table."""
    remedy: Phrase
    """What the person does about it."""

    @classmethod
    def of(cls, name: str, vi: str, en: str, remedy_vi: str, remedy_en: str) -> Defect:
        """Make a defect of its name, and its label and remedy in two languages."""
        return cls(name, Phrase(vi, en), Phrase(remedy_vi, remedy_en))


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One thing of one draft that a person must settle."""

    defect: Defect
    """Its kind."""
    place: str
    """The key of the front matter that it is about, dotted; or the heading of the body."""
    fact: Phrase
    """What is the case here, with the names and values at hand."""
    quote: str = ""
    """The source's own words, whole."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Source text that has no key, kept in the body: Markdown under a heading."""

    heading: str
    """The heading it stands under."""
    markdown: str
    """Blocks of Markdown, safe to render."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a source gives to a draft."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the front matter."""
    unsettled: tuple[Unsettled, ...] = ()
    """What a person must settle."""
    kept: tuple[Kept, ...] = ()
    """What has no key."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a controlled document."""

    code: str
    """Its code, also its file name."""
    folder: str
    """The folder of its field."""
    field_name: str
    """The name of its field as the source writes it; empty where it names none."""
    values: Mapping[str, Any]
    """The front matter: texts, whole numbers, lists and mappings, in the order of the schema."""
    body: str
    """The Markdown text."""
    unsettled: tuple[Unsettled, ...]
    """What a person must settle, in the order of the schema."""
    address: str = ""
    """Where the source says its original is published."""

    @property
    def path(self) -> str:
        """Its file within the folder of drafts."""
        return f"{self.folder}/{self.code}.md"
