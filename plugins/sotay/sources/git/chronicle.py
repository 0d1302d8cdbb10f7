"""Everything that the repository recorded of a province up to a commit, read once and remembered.

Reads: one log, and the head of every text in it by one `cat-file`; what an earlier run read is only added to.
Returns: a Chronicle; it depends on the commit alone, so what is remembered of it can never go stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256

from sotay.errors import GitRefused
from sotay.history.timeline import Change, Commit, Head, RecordedText, in_order, texts_by_code
from sotay.sources.git.door import GitRepository
from sotay.sources.git.heads import head_of
from sotay.sources.git.log import LoggedCommit, read_log
from sotay.sources.sealed_store import SealedStore
from sotay.usecases.assemble_province import is_document

_DECISION = re.compile(r"sites/[^/]+/decisions/[^/]+\.yml")
_CODE = re.compile(rb"\b[A-Z]{2,5}(?:-[A-Z0-9]{1,10}){1,4}\b")
_LATELY = 8
"""How many commits are remembered as the ends of what was read; each branch that is worked on has its own."""


@dataclass(frozen=True)
class Chronicle:
    """The commits of a province's repository, and what their texts say of themselves."""

    logged: tuple[LoggedCommit, ...]
    """In no particular order."""
    heads: Mapping[str, Head | None]
    """By the name of the content; None for what is no text."""
    named: Mapping[str, frozenset[str]]
    """The codes that a decision's text names, by the name of its content."""

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """The commits, parents first."""
        return in_order([
            Commit(one.id, one.parents, datetime.fromtimestamp(one.time, UTC), one.author, one.subject)
            for one in self.logged
        ])  # fmt: skip

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """What each commit changed, by its id."""
        return {one.id: tuple(Change(*change) for change in one.changes) for one in self.logged}

    @cached_property
    def texts(self) -> Mapping[str, tuple[RecordedText, ...]]:
        """Every distinct text of each document, oldest first, by code."""
        return texts_by_code(self.commits, self._documents_changed, self.heads.get)

    @cached_property
    def merges(self) -> tuple[str, ...]:
        """The commits that join lines of history."""
        return tuple(commit.id for commit in self.commits if len(commit.parents) > 1)

    @cached_property
    def touching(self) -> Mapping[str, tuple[str, ...]]:
        """The commits that changed a file, by path."""
        found: dict[str, list[str]] = {}
        for commit in self.commits:
            for change in self.changes[commit.id]:
                found.setdefault(change.path, []).append(commit.id)
        return {path: tuple(commits) for path, commits in found.items()}

    @cached_property
    def deciding(self) -> Mapping[str, tuple[str, ...]]:
        """The commits that put a decision naming a document on file, by code."""
        found: dict[str, dict[str, None]] = {}
        for commit in self.commits:
            for change in self.changes[commit.id]:
                for code in self.named.get(change.blob or "", ()):
                    found.setdefault(code, {})[commit.id] = None
        return {code: tuple(commits) for code, commits in found.items()}

    @cached_property
    def paths(self) -> Mapping[str, tuple[str, ...]]:
        """Every path that ever held a text of a document, by code."""
        found: dict[str, dict[str, None]] = {}
        for path in self.touching:
            if is_document(path):
                for code in self._codes_at.get(path, ()):
                    found.setdefault(code, {})[path] = None
        return {code: tuple(paths) for code, paths in found.items()}

    def _documents_changed(self, commit: Commit) -> Iterator[Change]:
        return (change for change in self.changes[commit.id] if is_document(change.path))

    @cached_property
    def _codes_at(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for one in self.logged:
            for path, blob in one.changes:
                head = self.heads.get(blob or "")
                if head:
                    found.setdefault(path, set()).add(head.code or path.rpartition("/")[2].removesuffix(".md"))
        return {path: frozenset(codes) for path, codes in found.items()}


def chronicle(repository: GitRepository, commit: str, store: SealedStore | None) -> Chronicle:
    """Return what the repository recorded up to a commit; only what is new since the last time is read."""
    if store is None:
        return _read(repository, commit, None, None)
    name, ends = _name(repository, "chronicle", commit), _name(repository, "ends of chronicles")
    kept = store.find(name)
    if isinstance(kept, Chronicle):
        return kept
    lately: list[str] = store.find(ends) or []
    before = next((end for end in lately if _leads_to(repository, end, commit)), None)
    known = store.find(_name(repository, "chronicle", before)) if before else None
    found = _read(repository, commit, before if known else None, known)
    store.keep(name, found)
    store.keep(ends, [commit, *(end for end in lately if end not in {commit, before})][:_LATELY])
    return found


def _name(repository: GitRepository, *about: str) -> str:
    """The name under which something is kept: a clone that is cut off, or other folders, have other histories."""
    facts = (*about, repository.prefix, repository.folder if len(about) == 1 else "", repository.boundary)
    return sha256("\0".join(facts).encode(errors="surrogateescape")).hexdigest()


def _leads_to(repository: GitRepository, earlier: str, commit: str) -> bool:
    """Whether a commit is still there, and an ancestor of another."""
    is_there = repository.commit(earlier) is not None
    return is_there and repository.ask_or_none("merge-base", "--is-ancestor", earlier, commit) is not None


def _read(repository: GitRepository, commit: str, after: str | None, known: Chronicle | None) -> Chronicle:
    logged = tuple(read_log(repository, commit, after))
    heads: dict[str, Head | None] = dict(known.heads) if known else {}
    named: dict[str, frozenset[str]] = dict(known.named) if known else {}
    changed = [(path, blob) for one in logged for path, blob in one.changes if blob]
    documents = dict.fromkeys(blob for path, blob in changed if blob not in heads and is_document(path))
    decisions = dict.fromkeys(blob for path, blob in changed if blob not in named and _DECISION.fullmatch(path))
    for blob, content in contents(repository, documents | decisions):
        if blob in documents:
            heads[blob] = head_of(content)
        if blob in decisions:
            named[blob] = frozenset(code.decode() for code in _CODE.findall(content))
    return Chronicle((*(known.logged if known else ()), *logged), heads, named)


def contents(repository: GitRepository, blobs: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    """Yield contents by their names; raises GitRefused where the repository lacks one that its log names."""
    wanted = list(blobs)
    for blob, held in zip(wanted, repository.objects(wanted), strict=True):
        if held is None:
            raise GitRefused(f"{blob} missing")
        yield blob, held.content
