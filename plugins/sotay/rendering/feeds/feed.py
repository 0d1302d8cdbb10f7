"""A feed as a value: what changed and when, without knowing under which address the site will be published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One change."""

    name: str
    """What makes it the same change in every feed and every build: agency, decision, document and version."""
    title: str
    summary: str
    """The change in words, as plain text."""
    address: str
    """The page to read, relative to the home of the site; it may be on another site of the province."""
    published: date
    """The day on which it was decided."""
    updated: date
    """The day on which it took effect; the day of its decision as long as that is ahead."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What changes on a site, or of one procedure."""

    address: str
    """Its file within the site."""
    title: str
    author: str
    """Who answers for what it tells."""
    notice: str
    """The notice that stands on every page of the site; may be empty."""
    page: str
    """The page that it belongs to, relative to the home of the site."""
    entries: tuple[FeedEntry, ...]
    """At least one; the latest first."""

    @property
    def updated(self) -> date:
        """The day of its latest change."""
        return max(entry.updated for entry in self.entries)
