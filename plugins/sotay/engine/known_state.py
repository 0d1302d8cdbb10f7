"""A province as its repository knew it at some moment: the second of the two clocks.

Reads: the working tree, or the tree of a commit; and the history up to it.
Returns: a KnownState; nothing recorded later has a part in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.errors import BadInput
from sotay.sources.git.door import GitRepository, repository_of
from sotay.sources.git.files import files_at
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.sources.git.moments import commit_named, commit_on, common_ancestor
from sotay.sources.git.repository import revision_of
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.usecases.ports import EarlierTexts
from sotay.usecases.publication import Revision

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class KnownState:
    """A province as its repository knew it: the files, the commit, and the history up to it."""

    files: ProvinceFiles
    """Everything that is read of the province."""
    revision: Revision | None
    """The commit; None where there is no Git."""
    history: EarlierTexts
    """Texts of earlier versions, only from commits that lead to this state."""
    is_past: bool
    """Whether it is a recorded state rather than the working tree."""


def known_state(root: Path, known_at: str | None = None) -> KnownState:
    """Return the working tree, or what the repository knew at a revision or by the end of a day in Vietnam.

    A text of the form 2026-07-01 is a day, whatever branches are called. Raises NoRepository, UnknownRevision,
    NothingKnownYet, NotRecorded, ShallowHistory.
    """
    if known_at is None:
        return KnownState(read_province_files(root), revision_of(root), HistoryOnDemand(root), is_past=False)
    repository = repository_of(root)
    if _DAY.fullmatch(known_at):
        day = _day(known_at)
        return _past(repository, commit_on(repository, day), day)
    return _past(repository, commit_named(repository, known_at))


def state_at(root: Path, commit: str) -> KnownState:
    """Return what a commit holds; raises NoRepository, UnknownRevision, NotRecorded."""
    repository = repository_of(root)
    return _past(repository, commit_named(repository, commit))


def merge_base(root: Path, reference: str) -> str:
    """Return the full id of the commit where HEAD and a revision part; raises UnknownRevision and NoCommonHistory."""
    return common_ancestor(repository_of(root), reference)


def _past(repository: GitRepository, commit: str, day: date | None = None) -> KnownState:
    revision = Revision(commit[:7], has_changes=False, full=commit, known_on=day)
    history = HistoryOnDemand(repository.root, commit)
    return KnownState(files_at(repository, commit), revision, history, is_past=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"không có ngày {text}.", f"there is no day {text}.") from None
