"""How commits stand to what is checked out: whether history still leads through them.

Reads: the repository around a root folder.
Returns: a standing for each; in a clone that was cut off, what is not in its part of history stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from sotay.errors import ShallowHistory
from sotay.history.commit_standing import CommitStanding
from sotay.sources.git.door import GitRepository, repository_of


def commit_standing(root: Path, commit: str) -> CommitStanding:
    """Return how a commit stands to HEAD; raises NoRepository, ShallowHistory, GitRefused."""
    standing = standings_in(repository_of(root), [commit])[commit]
    if standing is CommitStanding.UNKNOWN:
        raise ShallowHistory((f"phiên bản {commit[:7]}", f"the commit {commit[:7]}"))
    return standing


def standings_in(repository: GitRepository, commits: Collection[str]) -> Mapping[str, CommitStanding]:
    """Return how each of some commits, named in full, stands to HEAD; raises GitRefused."""
    wanted = sorted(set(commits))
    with repository.opened(whole=False) as held:
        kinds = {one: found.kind if found else None for one, found in zip(wanted, held.each(wanted), strict=True)}
    present = [one for one in wanted if kinds[one] == "commit"]
    beside = repository.ask("rev-list", *present, "--not", "HEAD", "--") if present and repository.head else b""
    outside = {line.decode() for line in beside.split()} if repository.head else set(present)
    lost = CommitStanding.UNKNOWN if repository.is_shallow else None
    return {
        one: lost or CommitStanding.ABSENT
        if kinds[one] != "commit"
        else (lost or CommitStanding.LEFT if one in outside else CommitStanding.IN_HISTORY)
        for one in wanted
    }
