"""One pass over the log: every commit, and what it changed in the files of the province.

Reads: the commits that lead to one commit.
Returns: plain facts; a merge counts with the texts that none of its parents has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from sotay.sources.git.door import GitRepository
from sotay.sources.province_files import FOLDERS, is_ours, printable_name

_FORMAT = "--format=%H%n%P%n%ct%n%an%n%s"
_LOG = (
    "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-relative", "--no-color", "--encoding=UTF-8", _FORMAT,
    f"-O{os.devnull}",  # the user's own order of files could name a file that is not there
    "-c",  # of a merge: only what differs from all its parents
    "--full-history", "--sparse",  # every commit, also one that the merge after it threw away
)  # fmt: skip
_REGULAR = frozenset({b"100644", b"100755", b"100664"})  # the last one stands in very old repositories


class LoggedCommit(NamedTuple):
    """A commit as the log tells it; a tuple, because tens of thousands are kept and read again."""

    id: str
    parents: tuple[str, ...]
    time: int
    """Seconds since 1970, of the committer."""
    author: str
    subject: str
    changes: tuple[tuple[str, str | None], ...]
    """Path below the province's root, and its new content; None where the file, or what can be read of it, is gone."""


def read_log(repository: GitRepository, commit: str, after: str | None = None) -> Iterator[LoggedCommit]:
    """Yield the commits that lead to a commit, without those that lead to another one."""
    known = [f"^{after}"] if after else []
    # From the province's folder, names stand for what is below it; so do they at the top of a bare repository.
    said = repository.ask(*_LOG, commit, *known, "--", *FOLDERS)
    prefix = printable_name(repository.prefix)
    head: list[str] = []
    changes: list[tuple[str, str | None]] = []
    tokens = iter(said.split(b"\0"))
    for token in tokens:
        entry = token.removeprefix(b"\n")
        if entry.startswith(b":"):
            path = printable_name(os.fsdecode(next(tokens))).removeprefix(prefix)
            if is_ours(path):
                changes.append((path, _new_content(entry)))
        elif entry:
            if head:
                yield _commit(head, changes)
            head, changes = entry.decode("utf-8", "replace").split("\n"), []
    if head:
        yield _commit(head, changes)


def _commit(head: list[str], changes: list[tuple[str, str | None]]) -> LoggedCommit:
    id_, parents, time, author, subject = head
    return LoggedCommit(id_, tuple(parents.split()), int(time), author, subject, tuple(changes))


def _new_content(entry: bytes) -> str | None:
    """The content that a line of the raw log gives a file: as many colons as parents, then their modes and names."""
    parents = len(entry) - len(entry.lstrip(b":"))
    words = entry.lstrip(b":").split()
    return words[2 * parents + 1].decode() if words[parents] in _REGULAR else None
