"""Files that a change touches beside documents and new decisions: registers, agencies, pages, attached files.

Reads: two states of a province.
Returns: the files by path, each with what in it changed where that can be said short.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.model.agency import Agency
from sotay.model.province import Province


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that a change adds, changes or removes."""

    path: str
    details: tuple[str, ...] = ()
    """The keys of an agency, in Vietnamese; the numbers of legal documents."""


def changed_files(before: Province, after: Province) -> Iterator[ChangedFile]:
    """Yield the files that changed, by path; documents and decisions that were added are told elsewhere."""
    old, new = _contents(before), _contents(after)
    told = {document.source.path for province in (before, after) for document in province.documents}
    told |= {decision.source.path for files in after.agencies for decision in files.decisions} - old.keys()
    details = {**_agency_details(before, after), after.legal.source.path: tuple(_legal_details(before, after))}
    for path in sorted((old.keys() | new.keys()) - told):
        if old.get(path) != new.get(path) and (old.get(path) or new.get(path)):
            yield ChangedFile(path, details.get(path, ()))


def _contents(province: Province) -> dict[str, str]:
    """What tells one content of a file from another: its text, or its digest and size."""
    texts = {source.path: source.text for source in province.sources}
    return texts | {file.path: f"{file.sha256} {file.size} {file.damage}" for file in province.attachments}


def _agency_details(before: Province, after: Province) -> dict[str, tuple[str, ...]]:
    told = {}
    for files in after.agencies:
        was = before.agency_by_id.get(files.id)
        if was and was.agency != files.agency:
            told[files.file.source.path] = tuple(_keys(was.agency, files.agency))
    return told


def _keys(old: Agency, new: Agency) -> Iterator[str]:
    for key, schema in Agency.model_fields.items():
        if getattr(old, key) != getattr(new, key):
            yield schema.title or key


def _legal_details(before: Province, after: Province) -> Iterator[str]:
    old, new = before.legal_by_number, after.legal_by_number
    yield from (number for number in (*new, *(n for n in old if n not in new)) if old.get(number) != new.get(number))
