"""Every two versions of a document, as links that a script may turn into two lists to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from sotay.model.version import Version
from sotay.rendering.addresses import Standpoint, comparison_tail
from sotay.rendering.site_view import Link
from sotay.rendering.versions.document_history import DocumentHistory


@dataclass(frozen=True, slots=True)
class VersionPairs:
    """A version with the older ones that it can be compared with."""

    version: str
    older: tuple[Link, ...]
    """Newest first; the label is the version."""


def version_pairs(
    history: DocumentHistory, standpoint: Standpoint, shown: tuple[Version, Version] | None = None
) -> tuple[VersionPairs, ...]:
    """Return all pairs, by the newer version, newest first; `shown` are the two that the page itself compares."""
    versions = [entry.period.version for entry in history.versions]
    return tuple(
        VersionPairs(
            version=str(new),
            older=tuple(
                Link(
                    str(old), standpoint.history(history.code, comparison_tail(old, new)) or "", _here(old, new, shown)
                )
                for old in reversed(versions[:place])
            ),
        )
        for place, new in reversed(list(enumerate(versions)))
        if place
    )


def _here(old: Version, new: Version, shown: tuple[Version, Version] | None) -> str:
    return "page" if shown == (old, new) else ""
