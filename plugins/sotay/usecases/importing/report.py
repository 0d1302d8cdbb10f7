"""What an import did: every draft with its fate and what it leaves to a person, and every line that is no record.

Reads: drafts and what became of their files.
Returns: an ImportReport; `rendering.import_report` puts it into words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sotay.model.phrase import Phrase
from sotay.usecases.importing.draft import Defect, Draft


class Outcome(StrEnum):
    """What became of a draft's file."""

    WRITTEN = "written"
    """It is new, or the record has changed and nobody had edited the draft."""
    UNCHANGED = "unchanged"
    """The same text is there already."""
    EDITED = "edited"
    """A person has edited the draft since it was written; it was left alone."""
    MOVED = "moved"
    """A file of that name stands in another place of the folder; it was left alone."""
    OCCUPIED = "occupied"
    """A file that no import wrote stands in its place; it was left alone."""
    DUPLICATE = "duplicate"
    """An earlier record of this run has the same code; nothing was written."""


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One record of an import."""

    draft: Draft
    """What was made of it."""
    file: str
    """The file of the record, as named by the user."""
    line: int
    """Its line, counted from 1."""
    outcome: Outcome
    """What became of the draft's file."""
    path: str
    """Where the draft is, or would be, within the folder."""

    @property
    def title(self) -> str:
        """The title of the procedure."""
        return str(self.draft.values["title"])


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that is not a record."""

    file: str
    """The file, as named by the user."""
    line: int
    """Counted from 1."""
    reason: Phrase
    """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class NeededField:
    """A field that `procedures/fields.yml` must have before the drafts can move into the library."""

    id: str
    """The id that the drafts name."""
    name: str
    """The name as the records write it."""
    drafts: int
    """How many drafts name it."""


@dataclass(frozen=True, slots=True)
class DefectCount:
    """How often a kind of defect was found."""

    defect: Defect
    places: int
    """How many places of drafts."""
    records: int
    """How many records."""


@dataclass(frozen=True)
class ImportReport:
    """Everything an import did."""

    folder: str
    """The folder of the drafts, as named by the user."""
    entries: tuple[ImportEntry, ...]
    """The records, in the order they were read."""
    unread: tuple[UnreadLine, ...]
    """The lines that are no records."""

    @property
    def read(self) -> int:
        """How many lines held something: records and errors."""
        return len(self.entries) + len(self.unread)

    @cached_property
    def outcomes(self) -> Counter[Outcome]:
        """How many drafts met each fate."""
        return Counter(entry.outcome for entry in self.entries)

    @cached_property
    def defects(self) -> tuple[DefectCount, ...]:
        """The defects found, the one of most records first."""
        places: Counter[Defect] = Counter()
        records: Counter[Defect] = Counter()
        for entry in self.entries:
            found = [unsettled.defect for unsettled in entry.draft.unsettled]
            places.update(found)
            records.update(set(found))
        counts = [DefectCount(defect, places[defect], records[defect]) for defect in places]
        return tuple(sorted(counts, key=lambda count: (-count.records, count.defect.id)))

    @cached_property
    def fields(self) -> tuple[NeededField, ...]:
        """The fields that the drafts name, by id."""
        drafts = Counter(entry.draft.folder for entry in self.entries if "field" in entry.draft.values)
        names = {entry.draft.folder: entry.draft.field_name for entry in reversed(self.entries)}
        return tuple(NeededField(field, names[field], drafts[field]) for field in sorted(drafts))

    @cached_property
    def legal_numbers(self) -> tuple[str, ...]:
        """The legal documents that the drafts rest on, for `procedures/legal.yml`."""
        return tuple(sorted({number for entry in self.entries for number in entry.draft.values.get("legal_basis", ())}))

    @cached_property
    def settled(self) -> int:
        """How many records leave nothing to a person but what every draft needs."""
        return sum(not entry.draft.unsettled for entry in self.entries)
