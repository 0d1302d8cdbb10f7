"""What a repository recorded, in order: commits, and the texts of a document one after another.

Reads: commits with what each changed, and what every text says of itself.
Returns: the texts of each document, oldest first; identity is the code, whatever file or folder held it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sotay.model.calendar import VIETNAM
from sotay.model.version import Version


@dataclass(frozen=True, slots=True)
class Commit:
    """One recording of the repository."""

    id: str
    """Its full name."""
    parents: tuple[str, ...]
    """The commits that it follows; two or more for a merge."""
    time: datetime
    """When it was made, in UTC; never a legal date."""
    author: str
    """Who wrote what it records."""
    subject: str
    """The first line of its message."""

    @property
    def short(self) -> str:
        """Its short name."""
        return self.id[:7]

    @property
    def day(self) -> date:
        """The day in Vietnam on which it was made."""
        return self.time.astimezone(VIETNAM).date()


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to one file: another text, or none."""

    path: str
    """Relative to the province's root."""
    blob: str | None
    """The name of the new content; None where the file was deleted."""


@dataclass(frozen=True, slots=True)
class FileTouch:
    """What one commit did to a file that is followed."""

    commit: Commit
    blob: str | None
    """The name of the content that it gave the file; None where it deleted it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says of itself in its front matter."""

    code: str | None
    """Its code, if stated well-formed."""
    version: Version | None
    """Its version, if stated well-formed."""
    is_generated: bool = False
    """Whether it names a model."""


@dataclass(frozen=True, slots=True)
class RecordedText:
    """A text of a document, and the commit that first had it."""

    code: str
    """The code that it states; without one, the name of its file."""
    version: Version | None
    """The version that it states."""
    path: str
    """Where it was then, relative to the province's root."""
    blob: str
    """The name of its content."""
    commit: Commit
    """The first commit that had it."""


def in_order(commits: Collection[Commit]) -> tuple[Commit, ...]:
    """Return commits with every parent before its children; else the earlier made first.

    The order does not depend on how the commits were found, nor on clocks that were wrong.
    """
    by_id = {commit.id: commit for commit in commits}
    waits_for = {commit.id: sum(parent in by_id for parent in set(commit.parents)) for commit in commits}
    children: dict[str, list[Commit]] = {}
    for commit in commits:
        for parent in set(commit.parents):
            children.setdefault(parent, []).append(commit)
    ready = [(commit.time, commit.id) for commit in commits if not waits_for[commit.id]]
    heapq.heapify(ready)
    ordered: list[Commit] = []
    while ready:
        commit = by_id[heapq.heappop(ready)[1]]
        ordered.append(commit)
        for child in children.get(commit.id, ()):
            waits_for[child.id] -= 1
            if not waits_for[child.id]:
                heapq.heappush(ready, (child.time, child.id))
    return tuple(ordered)


def texts_by_code(
    commits: Iterable[Commit],
    changes_of: Callable[[Commit], Iterable[Change]],
    head_of: Callable[[str], Head | None],
) -> Mapping[str, tuple[RecordedText, ...]]:
    """Return every distinct text of each document, oldest first; `commits` are in order.

    `head_of` gives what a text says of itself, None for what is no text of a document.
    A text that comes back after it was changed or deleted is the same text: it is told once.
    """
    found: dict[str, dict[str, RecordedText]] = {}
    for commit in commits:
        for text in _new_texts(commit, changes_of(commit), head_of):
            found.setdefault(text.code, {}).setdefault(text.blob, text)
    return {code: tuple(texts.values()) for code, texts in found.items()}


def _new_texts(
    commit: Commit, changes: Iterable[Change], head_of: Callable[[str], Head | None]
) -> Iterator[RecordedText]:
    for change in changes:
        head = head_of(change.blob) if change.blob else None
        if change.blob and head:
            stem = change.path.rpartition("/")[2].rpartition(".")[0]
            yield RecordedText(head.code or stem, head.version, change.path, change.blob, commit)
