"""Where the files of a past state lie on disk while a site is built from them.

Reads: the repository around a root folder, and a revision or day of which it is asked what was known then.
Returns: the root itself where it stands at that commit, else a temporary folder that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.engine.known_state import known_state
from sotay.sources.git.checkout import checked_out, day_of
from sotay.sources.git.repository import revision_of


@dataclass(frozen=True, slots=True)
class PastTree:
    """The files of a province as they were at a commit."""

    root: Path
    """Where they lie; a repository that stands at the commit."""
    known_at: date | None
    """The day whose knowledge is asked for: asked there, it leads to the same commit. None for the present."""


@contextmanager
def past_tree(root: Path, known_at: str | None) -> Iterator[PastTree]:
    """Yield the files that a repository held at a revision, or by the end of a day; None for those at hand.

    Raises what `known_state` raises.
    """
    revision = known_state(root, known_at).revision if known_at else None
    if revision is None:
        yield PastTree(root, None)
        return
    known_on, present = revision.known_on or day_of(root, revision.full), revision_of(root)
    if present and present.full == revision.full and not present.has_changes:
        yield PastTree(root, known_on)
        return
    with checked_out(root, revision.full) as folder:
        yield PastTree(folder, known_on)
