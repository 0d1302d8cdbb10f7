"""How a commit stands to what is checked out: whether history still leads through it."""

from __future__ import annotations

from enum import StrEnum


class CommitStanding(StrEnum):
    """Whether the history of a repository has a commit."""

    IN_HISTORY = "in_history"
    """It leads to what is checked out."""
    LEFT = "left"
    """It is still there, but what is checked out was made without it."""
    ABSENT = "absent"
    """The repository does not have it."""
    UNKNOWN = "unknown"
    """The clone was cut off, so that nobody can tell here."""
