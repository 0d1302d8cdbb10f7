"""What Git knows about a province: the commit it stands at, and the texts of earlier versions.

Reads: the repository that holds a root folder, if there is one.
Returns: values; where there is no repository or no such text, it says so and never invents one.
"""

from __future__ import annotations

import os
from pathlib import Path

from sotay.errors import GitMissing
from sotay.model.release import RELEASES
from sotay.sources.git.door import GitRepository, find_repository, repository_if_any
from sotay.sources.git.history import GitHistory
from sotay.sources.province_files import FOLDERS, is_ours
from sotay.usecases.ports import History, NoEarlierTexts
from sotay.usecases.publication import Revision

_MADE_OF = (*FOLDERS, "mkdocs.yml")
"""What sites are made of."""
_IGNORED = b"!!"
"""How a status marks what `.gitignore` leaves out; what lies in a folder of the province is published all the same."""


def revision_of(root: Path) -> Revision | None:
    """Return the commit that the working tree stands at, or None where there is none."""
    try:
        repository = find_repository(root)
    except GitMissing:
        return None
    if repository is None or repository.head is None:
        return None
    return Revision(repository.head[:7], _has_changes(repository), repository.head)


def _has_changes(repository: GitRepository) -> bool:
    """Whether anything that a site is made of differs from the commit; a release that was just recorded is no part."""
    # What the user's settings leave out of a status is a change all the same.
    options = ("--porcelain", "-z", "--untracked-files=normal", "--ignored=traditional", "--no-renames")
    entries = repository.ask("status", *options, "--", *_MADE_OF).split(b"\0")[:-1]
    names = [(entry[:2], os.fsdecode(entry[3:]).removeprefix(repository.prefix)) for entry in entries]
    changed = (name for mark, name in names if mark != _IGNORED or is_ours(name.rstrip("/")))
    return any(not name.startswith(f"sites/{RELEASES}/") for name in changed) or _has_hidden(repository)


def _has_hidden(repository: GitRepository) -> bool:
    """Whether Git was told not to look at some file (`assume-unchanged`, `skip-worktree`), so that nobody can tell."""
    listed = repository.ask("ls-files", "-v", "-z", "--", *_MADE_OF).split(b"\0")[:-1]
    return any(entry[:1].islower() or entry[:1] == b"S" for entry in listed)


def open_history(root: Path, commit: str = "HEAD") -> History:
    """Return the earlier texts that the repository around a root folder holds, up to a commit.

    Raises GitMissing where there is a repository and no Git to read it.
    """
    repository = repository_if_any(root)
    full = repository.commit(commit) if repository else None
    return GitHistory(repository, full) if repository and full else NoEarlierTexts()
