"""A commit on disk: a repository of its own in a temporary folder, whose files are that commit's, byte for byte.

Reads: the tree of one commit. Git's own checkout would change line ends by the settings of the machine.
Returns: the province's root in there; the history before the commit is the real one, shared and not copied.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sotay.errors import GitRefused, ShallowHistory
from sotay.sources.clock import VIETNAM
from sotay.sources.git.door import GitRepository, repository_of

_PLAIN_FILES = {"100644", "100755"}
"""Git's modes of files; a link could lead out of the folder, and a submodule is another repository's affair."""


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path]:
    """Yield a folder that holds a commit, until the context ends; raises ShallowHistory, GitRefused, NoRepository."""
    repository = repository_of(root)
    if repository.is_shallow:
        raise ShallowHistory((f"phiên bản {commit[:7]}", f"the commit {commit[:7]}"))
    with tempfile.TemporaryDirectory(prefix="sotay-") as name:
        top = Path(name).resolve() / "kho"
        _share_history(repository, commit, top)
        for path, content in _files(repository, commit):
            target = top / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        sites = top / repository.prefix / "sites"
        # Git keeps no empty folders, and MkDocs wants to find those in which the portal or an agency has no pages.
        for site in (sites / "portal", *(config.parent for config in sites.glob("*/mkdocs.yml"))):
            (site / "docs").mkdir(parents=True, exist_ok=True)
        yield top / repository.prefix


def day_of(root: Path, commit: str) -> date:
    """Return the day in Vietnam on which a commit was made, by its own account; raises GitRefused, NoRepository."""
    seconds = int(repository_of(root).ask("log", "-1", "--format=%ct", commit, "--"))
    return datetime.fromtimestamp(seconds, UTC).astimezone(VIETNAM).date()


def _share_history(repository: GitRepository, commit: str, top: Path) -> None:
    """Make a repository that stands at the commit and borrows its objects."""
    quietly = ("--quiet", "--shared", "--no-checkout", "--no-tags", "--template=")
    repository.ask("clone", *quietly, repository.folder, str(top))
    # What the machine or the tree says of line ends and filters must not make plain files look changed.
    (top / ".git" / "info").mkdir(exist_ok=True)
    (top / ".git" / "info" / "attributes").write_text("* -text -ident -filter\n", encoding="utf-8")
    copy = repository_of(top)
    copy.ask("update-ref", "--no-deref", "HEAD", commit)
    copy.ask("read-tree", commit)


def _files(repository: GitRepository, commit: str) -> Iterator[tuple[str, bytes]]:
    below = ("--", repository.prefix) if repository.prefix else ()
    listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", commit, *below).split(b"\0")[:-1]
    entries = [entry.partition(b"\t") for entry in listed]
    facts = [(facts.decode().split(), os.fsdecode(name)) for facts, _, name in entries]
    plain = [(id_, name) for (mode, _, id_), name in facts if mode in _PLAIN_FILES]
    for (id_, name), held in zip(plain, repository.objects(id_ for id_, _ in plain), strict=True):
        if held is None:
            raise GitRefused(f"{name}: {id_} missing")
        yield name, held.content
