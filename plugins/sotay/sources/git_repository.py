"""What Git knows about a province: the commit it stands at, and the texts of earlier versions.

Reads: the repository that holds a root folder, if there is one.
Returns: values; where there is no repository or no such text, it says so and never invents one.
"""

from __future__ import annotations

import os
from pathlib import Path

# Without this GitPython refuses to be imported where there is no Git; a province can be checked without it.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

from git import Commit, GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, NoSuchPathError, Repo
from git.objects import Blob

from sotay.errors import GitRefused
from sotay.history.fingerprint import fingerprint, named_forms
from sotay.markup.read_document import read_document
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.usecases.ports import EarlierTexts, NoEarlierTexts
from sotay.usecases.publication import Revision


def revision_of(root: Path) -> Revision | None:
    """Return the commit that the working tree stands at, or None where there is none."""
    repository = _open(root)
    if repository is None or not repository.head.is_valid():
        return None
    with repository:
        paths = [str(root / "procedures"), str(root / "sites")]
        try:
            changed = repository.git.status("--porcelain", "--", *paths)
        except GitCommandNotFound:
            return None
        except GitCommandError as error:
            raise GitRefused(str(error.stderr).strip()) from error
        return Revision(repository.head.commit.hexsha[:7], bool(changed))


def open_history(root: Path) -> EarlierTexts:
    """Return the earlier texts that the repository around a root folder holds."""
    repository = _open(root)
    if repository is None or not repository.head.is_valid():
        return NoEarlierTexts()
    return GitTexts(repository, root)


def _open(root: Path) -> Repo | None:
    try:
        return Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        return None


class GitTexts:
    """Finds the text of an earlier version among the commits that touched its file."""

    def __init__(self, repository: Repo, root: Path) -> None:
        self._repository = repository
        top = Path(repository.working_tree_dir or root)
        self._prefix = root.resolve().relative_to(top.resolve()).as_posix().removeprefix(".")

    def find(self, code: str, path: str | None, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None."""
        if path is None:
            return None
        whole = f"{self._prefix}/{path}".lstrip("/")
        seen: set[str] = set()
        for commit in self._repository.iter_commits("HEAD", paths=whole):
            blob = _blob(commit, whole)
            if blob is None or blob.hexsha in seen:
                continue
            seen.add(blob.hexsha)
            document = read_document(path, _text(blob))
            if document.version == version and self._print(document, commit) == fingerprint:
                return document
        return None

    def _print(self, document: DocumentFile, commit: Commit) -> str:
        """The fingerprint that a document had at a commit, with the forms as they were there."""
        wanted = named_forms(document)
        forms: dict[str, str] = {}
        if wanted:
            for item in commit.tree.traverse():
                name = Path(str(item.path)).stem if isinstance(item, Blob) else ""
                if name in wanted and isinstance(item, Blob):
                    forms[name] = fingerprint(read_document(str(item.path), _text(item)), {})
        return fingerprint(document, forms)


def _blob(commit: Commit, path: str) -> Blob | None:
    try:
        found = commit.tree / path
    except KeyError:
        return None
    return found if isinstance(found, Blob) else None


def _text(blob: Blob) -> str:
    raw: bytes = blob.data_stream.read()
    return raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
