"""Holds a published folder against what should be: its manifest, the decisions, the commit, and what was built anew.

Reads: values that others found; no question here is answered by what the folder says of itself alone.
Returns: deviations, one for each thing that is not as it should be, by path.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from sotay.model.decision import Decision
from sotay.model.manifest import Manifest, ManifestKind, PublishedFile, TakenDecision, VersionInForce
from sotay.model.province import FileOf, Province
from sotay.model.release import Release
from sotay.model.verification import Departure, Deviation
from sotay.usecases.release_manifest import text_digest

EntryT = TypeVar("EntryT")


def compare_files(
    listed: Iterable[PublishedFile], found: Iterable[PublishedFile], others: Collection[str]
) -> tuple[Deviation, ...]:
    """Hold the files of a folder against those that its manifest lists; `others` lie there and are no plain files."""
    strange = [Deviation(Departure.NOT_A_FILE, path) for path in others]
    kinds = (Departure.FILE_ADDED, Departure.FILE_REMOVED, Departure.FILE_CHANGED)
    differing = _differing(found, listed, lambda file: file.path)
    named = [Deviation(kinds[_which(there, wanted)], path) for path, there, wanted in differing if path not in others]
    return tuple(sorted([*strange, *named], key=lambda deviation: deviation.subject))


def compare_rebuilt(published: Iterable[PublishedFile], rebuilt: Iterable[PublishedFile]) -> tuple[Deviation, ...]:
    """Hold the files of a folder against those that the same commit gives when it is built anew."""
    kinds = (Departure.REBUILT_WITHOUT, Departure.REBUILT_BESIDES, Departure.REBUILT_DIFFERS)
    differing = _differing(published, rebuilt, lambda file: file.path)
    return tuple(Deviation(kinds[_which(there, anew)], path) for path, there, anew in differing)


def compare_statements(stated: Manifest, borne_out: Manifest) -> tuple[Deviation, ...]:
    """Hold what a manifest says of itself and its province against what its commit bears out."""
    names = ("format", "kind", "province", "has_changes")
    return tuple(
        Deviation(Departure.STATEMENT_DIFFERS, name)
        for name in names
        if getattr(stated, name) != getattr(borne_out, name)
    )


def compare_decisions(stated: Iterable[TakenDecision], borne_out: Iterable[TakenDecision]) -> tuple[Deviation, ...]:
    """Hold the decisions that a manifest lists against those that its commit holds."""
    kinds = (Departure.DECISION_FORGED, Departure.DECISION_LEFT_OUT, Departure.DECISION_DIFFERS)
    differing = _differing(stated, borne_out, lambda decision: decision.path)
    return tuple(
        Deviation(kinds[_which(one, other)], path, {"number": decision.number})
        for path, one, other in differing
        for decision in filter(None, (one or other,))
    )


def compare_with_today(stated: Iterable[TakenDecision], today: Province) -> tuple[Deviation, ...]:
    """Hold the decisions that a manifest lists against those that the repository holds today."""
    sources = (*today.unreadable, *(file.source for file in _decisions(today)))
    digests = {source.path: text_digest(source.text) for source in sources}
    return tuple(_changed_since(stated, digests))


def decisions_besides(stated: Iterable[TakenDecision], today: Province) -> int:
    """Count the decisions of the repository today that a manifest does not list."""
    listed = {decision.path for decision in stated}
    return sum(1 for file in _decisions(today) if file.source.path not in listed)


def _changed_since(stated: Iterable[TakenDecision], digests: Mapping[str, str]) -> Iterator[Deviation]:
    for decision in sorted(stated, key=lambda decision: decision.path):
        facts = {"number": decision.number, "effective": decision.effective_date.isoformat()}
        if decision.path not in digests:
            yield Deviation(Departure.DECISION_REMOVED_SINCE, decision.path, facts)
        elif digests[decision.path] != decision.sha256:
            yield Deviation(Departure.DECISION_EDITED_SINCE, decision.path, facts)


def compare_in_force(
    stated: Iterable[VersionInForce], borne_out: Iterable[VersionInForce], with_text: Callable[[VersionInForce], bool]
) -> tuple[Deviation, ...]:
    """Hold what a manifest says is in force against what follows from the decisions at its commit.

    `with_text` says whether history holds the text that a version's fingerprint names.
    """
    found: list[Deviation] = []
    for name, one, other in _differing(stated, borne_out, lambda version: f"{version.agency}/{version.code}"):
        if one and not with_text(one):
            facts = {"version": str(one.version), "fingerprint": one.fingerprint or ""}
            found.append(Deviation(Departure.TEXT_NOT_FOUND, name, facts))
        else:
            found.append(Deviation(Departure.IN_FORCE_DIFFERS, name, {"stated": _said(one), "follows": _said(other)}))
    return tuple(found)


def _said(version: VersionInForce | None) -> str:
    """The version and its fingerprint in short; empty where nothing is in force."""
    return f"{version.version} ({(version.fingerprint or '')[:15]}…, {version.since})" if version else ""


def records_of(manifest: Manifest, releases: Iterable[FileOf[Release]]) -> tuple[FileOf[Release], ...]:
    """Return the records of the release that a manifest describes; there are none of audit packs."""
    if manifest.kind is not ManifestKind.SITE:
        return ()
    wanted = (manifest.commit, manifest.as_of, manifest.edition, manifest.known_at)
    return tuple(
        file
        for file in releases
        if (file.value.commit, file.value.as_of, file.value.edition, file.value.known_at) == wanted
    )


def compare_records(digest: str, records: Iterable[FileOf[Release]]) -> tuple[Deviation, ...]:
    """Hold the digest of a manifest against the records of the same release."""
    return tuple(
        Deviation(Departure.RECORD_DIFFERS, file.source.path, {"recorded": file.value.digest, "found": digest})
        for file in records
        if file.value.digest != digest
    )


def _decisions(province: Province) -> Iterator[FileOf[Decision]]:
    for files in province.agencies:
        yield from files.decisions


def _differing(
    ones: Iterable[EntryT], others: Iterable[EntryT], name: Callable[[EntryT], str]
) -> Iterator[tuple[str, EntryT | None, EntryT | None]]:
    """Pair the entries of two lists by name, and yield the pairs that are not equal, by name."""
    left, right = {name(entry): entry for entry in ones}, {name(entry): entry for entry in others}
    for key in sorted(left.keys() | right.keys()):
        one, other = left.get(key), right.get(key)
        if one != other:
            yield key, one, other


def _which(one: object, other: object) -> int:
    """0 where only the first is there, 1 where only the second is, 2 where they differ."""
    if other is None:
        return 0
    return 1 if one is None else 2
