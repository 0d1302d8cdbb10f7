"""The files that the page of a form or a record offers: only those whose bytes are the ones that were stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sotay.model.attachment import Attachment
from sotay.model.document import AttachedFile
from sotay.usecases.publication import Entry

_KINDS = {"docx": "Word", "dotx": "Word", "xlsx": "Excel", "xltx": "Excel", "pptx": "PowerPoint", "pdf": "PDF"}
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page offers."""

    name: str
    """Its name, beside the page."""
    path: str
    """Where it lies in the repository."""
    kind: str
    """Which program opens it."""
    size: str
    """How long it takes to load, in the words of a telephone."""


def downloads(entry: Entry, attachments: Sequence[Attachment]) -> Iterator[Download]:
    """Yield the files of a form in force."""
    if entry.is_in_force:
        yield from sound_files(entry.document.source.path.rpartition("/")[0], entry.control.attachments, attachments)


def sound_files(folder: str, stated: Iterable[AttachedFile], attachments: Sequence[Attachment]) -> Iterator[Download]:
    """Yield the files that a text in a folder names; one that was changed, is damaged or holds macros is left out."""
    for named in stated:
        path = f"{folder}/{named.file}"
        found = next((file for file in attachments if file.path == path), None)
        if found and found.sha256 == named.sha256 and not found.damage and not found.has_macros:
            kind = _KINDS.get(found.ending, found.ending.upper())
            yield Download(found.name, found.path, kind, _size(found.size))


def _size(count: int) -> str:
    if count < _KILO * _KILO:
        return f"{max(1, round(count / _KILO))} KB"
    return f"{count / _KILO / _KILO:.1f} MB".replace(".", ",")
