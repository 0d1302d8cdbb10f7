"""What a release rests on, as its manifest says it.

Reads: a publication, the files made of it, and the programs that made them.
Returns: the manifest. A public one names no internal document: neither its code nor its fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from sotay.model.decision import Decision
from sotay.model.manifest import (
    FORMAT,
    IssuedDocument,
    Manifest,
    ManifestKind,
    NamedProvince,
    PackRequest,
    PublishedFile,
    TakenDecision,
    Tool,
    VersionInForce,
)
from sotay.model.province import FileOf
from sotay.model.release import Edition
from sotay.usecases.publication import Publication


def release_manifest(
    publication: Publication,
    files: Iterable[PublishedFile],
    tools: Iterable[Tool],
    request: PackRequest | None = None,
) -> Manifest:
    """Return the manifest of the files that were made of a publication; of an audit pack, if one was asked for."""
    settings, revision = publication.province.settings.value, publication.revision
    return Manifest(
        format=FORMAT,
        kind=ManifestKind.AUDIT_PACK if request else ManifestKind.SITE,
        request=request,
        generator=tuple(tools),
        province=NamedProvince(code=_on_one_line(settings.code), name=_on_one_line(settings.name)),
        edition=publication.edition,
        as_of=publication.day,
        known_at=revision.known_on if revision else None,
        commit=(revision.full or None) if revision else None,
        has_changes=bool(revision and revision.has_changes),
        decisions=tuple(sorted(_decisions(publication), key=lambda decision: decision.path)),
        in_force=tuple(_in_force(publication)),
        files=tuple(sorted(files, key=lambda file: file.path)),
    )


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text as decisions are listed by it."""
    return f"sha256:{sha256(text.encode(errors='surrogatepass')).hexdigest()}"


def _on_one_line(text: str) -> str:
    """A text of a file without what cannot be shown; a state of the past may hold what no rule had seen yet."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _decisions(publication: Publication) -> Iterator[TakenDecision]:
    """The decisions signed up to the day: what was signed later can have had no part in what is shown."""
    shown = _Shown(publication)
    for files in publication.province.agencies:
        for file in files.decisions:
            if file.value.date <= publication.day:
                yield _decision(files.id, file, shown)


def _decision(agency: str, file: FileOf[Decision], shown: _Shown) -> TakenDecision:
    decision = file.value
    items = (
        IssuedDocument(code=item.code, action=item.action, version=item.version, fingerprint=item.fingerprint)
        for item in decision.documents
    )
    return TakenDecision(
        path=file.source.path,
        agency=agency,
        number=decision.number,
        date=decision.date,
        effective_date=decision.effective_date,
        sha256=text_digest(file.source.text),
        documents=tuple(item for item in items if item in shown),
    )


class _Shown:
    """What of the decisions the readers of an edition may know."""

    def __init__(self, publication: Publication) -> None:
        self._is_internal = publication.edition is Edition.INTERNAL
        entries = [entry for agency in publication.agencies for entry in agency.entries]
        self._codes = {entry.code for entry in entries}
        self._versions = {(e.code, version.period.fingerprint) for e in entries for version in e.versions}

    def __contains__(self, item: IssuedDocument) -> bool:
        if self._is_internal:
            return True
        return (item.code, item.fingerprint) in self._versions if item.version else item.code in self._codes


def _in_force(publication: Publication) -> Iterator[VersionInForce]:
    paths = {
        (files.id, file.value.number, file.value.date): file.source.path
        for files in publication.province.agencies
        for file in files.decisions
    }
    for agency in sorted(publication.agencies, key=lambda agency: agency.id):
        for entry in sorted(agency.entries, key=lambda entry: entry.code):
            if entry.is_in_force:
                period = entry.period
                yield VersionInForce(
                    agency=agency.id,
                    code=entry.code,
                    version=period.version,
                    fingerprint=period.fingerprint,
                    since=period.starts,
                    decision=paths[agency.id, period.decision.number, period.decision.date],
                )
