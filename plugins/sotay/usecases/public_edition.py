"""What of everything that is decided everybody may see: the one gate between what is internal and the public edition.

Reads: the agencies with all that their decisions put into force.
Returns: the same without internal documents, internal versions, records, notes to staff, and any mention of them as
data. A document whose version that counts is internal is left out with all its versions, at every agency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sotay.model.attachment import Attachment
from sotay.model.document import DocumentFile
from sotay.model.province import Province
from sotay.usecases.public_text import public_text
from sotay.usecases.publication import AgencyPublication, Entry, PublishedVersion, as_issued


def public_agencies(agencies: tuple[AgencyPublication, ...]) -> tuple[AgencyPublication, ...]:
    """Return what each agency shows to everybody."""
    everything = [entry for agency in agencies for entry in agency.entries]
    withdrawn_from_view = {entry.code for entry in as_issued(everything) if not entry.document.is_public}
    codes = {entry.code for entry in everything if entry.document.is_public} - withdrawn_from_view
    texts = _PublicTexts(frozenset(codes))
    return tuple(replace(agency, entries=tuple(_entries(agency, texts)), records=()) for agency in agencies)


def public_province(province: Province, agencies: tuple[AgencyPublication, ...]) -> Province:
    """Return a province without the texts of its working tree, its records, and files that no public document names."""
    return replace(
        province,
        agencies=tuple(replace(files, records=()) for files in province.agencies),
        documents=(),
        attachments=tuple(_named(province, agencies)),
        unreadable=(),
    )


class _PublicTexts:
    """The texts of versions as everybody may read them, each worked out once."""

    def __init__(self, codes: frozenset[str]) -> None:
        self.codes = codes
        self._known: dict[int, tuple[DocumentFile, DocumentFile]] = {}

    def of(self, document: DocumentFile) -> DocumentFile:
        """Return the public text of a document; the same one for the same document."""
        # The document is kept beside its public text, so that its identity is not given to another one.
        if id(document) not in self._known:
            self._known[id(document)] = document, public_text(document, self.codes)
        return self._known[id(document)][1]


def _entries(agency: AgencyPublication, texts: _PublicTexts) -> Iterator[Entry]:
    for entry in agency.entries:
        if entry.code in texts.codes and entry.document.is_public:
            versions = tuple(_versions(entry, texts))
            is_announced = any(version.period == entry.upcoming for version in versions)
            yield replace(
                entry,
                document=texts.of(entry.document),
                upcoming=entry.upcoming if is_announced else None,
                versions=versions,
            )


def _versions(entry: Entry, texts: _PublicTexts) -> Iterator[PublishedVersion]:
    for version in entry.versions:
        if version.document.is_public:
            yield replace(version, document=texts.of(version.document))


def _named(province: Province, agencies: tuple[AgencyPublication, ...]) -> Iterator[Attachment]:
    """The files that the public versions of forms name."""
    versions = [version.document for agency in agencies for entry in agency.entries for version in entry.versions]
    paths = {
        f"{document.source.path.rpartition('/')[0]}/{named.file}"
        for document in versions
        for named in document.control.attachments
    }
    return (file for file in province.attachments if file.path in paths)
