"""The one door to Git: every question goes through here, with the same options and the same errors.

Reads: the repository that holds a folder; nothing is ever written, fetched or run on its behalf.
Returns: bytes as Git prints them; raises GitMissing and GitRefused.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import IO, Self, cast
from weakref import finalize

from sotay.errors import GitMissing, GitRefused, NoRepository

_OPTIONS = (
    "--no-pager",
    "--literal-pathspecs",  # a file may be called “*.md”
    "-c", "core.quotepath=off",  # names as they are; with -z nothing is quoted anyway
    "-c", "diff.renames=false",  # a document is known by its code: what Git takes for a rename does not matter
    "-c", "log.showSignature=false",  # would mix the words of gpg into what is read
    "-c", "log.mailmap=false",  # the author is the one that the commit names
    "-c", "log.follow=false",
    "-c", "log.showRoot=true",  # the first commit changed everything that it has
    "-c", "advice.graftFileDeprecated=false",  # we name a graft file only to have none
    "-c", "core.fsmonitor=false",  # would run a program that the repository names
)  # fmt: skip
_FIXED = {
    "LC_ALL": "C",  # what Git says is looked at below
    "LANGUAGE": "C",
    "GIT_OPTIONAL_LOCKS": "0",  # looking leaves no trace, also in a folder that cannot be written
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a partial clone would fetch what is absent, one by one
    # What was recorded counts, not what somebody laid over it on this machine: neither replacements nor grafts.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}
_OF_ANOTHER = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS", "GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_TRACE",
})  # fmt: skip
"""A hook sets these for the repository that it belongs to, which need not be the one asked about."""


@dataclass(frozen=True, slots=True)
class GitObject:
    """What Git holds under a name: `commit`, `tree`, `blob` or `tag`, and its content."""

    id: str
    kind: str
    content: bytes


@dataclass(frozen=True)
class GitRepository:
    """The repository around the folder of a province."""

    root: Path
    """The province's folder."""
    prefix: str
    """Where the province is within the repository: empty, or a path that ends with a slash."""
    folder: str
    """Where Git keeps the repository itself; shared by all its work trees."""
    boundary: str = ""
    """The commits at which the clone was cut off, so that older ones are unknown; empty for a whole clone."""

    @property
    def is_shallow(self) -> bool:
        """Whether the clone was cut off."""
        return bool(self.boundary)

    def ask(self, *words: str) -> bytes:
        """Return what Git answers; raises GitRefused if it does not."""
        done = _run(self.root, words)
        if done.returncode:
            raise GitRefused(_said(done))
        return done.stdout

    def ask_or_none(self, *words: str) -> bytes | None:
        """Return what Git answers, or None where it says no: with the exit code 1 and no error."""
        done = _run(self.root, words)
        if done.returncode not in {0, 1}:
            raise GitRefused(_said(done))
        return None if done.returncode else done.stdout

    @cached_property
    def head(self) -> str | None:
        """The full id of the commit that is checked out, or None in a repository without a commit."""
        return self.commit("HEAD")

    def commit(self, revision: str) -> str | None:
        """Return the full id of the commit that a branch, tag or id names, or None."""
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        done = _run(self.root, words)
        found = done.stdout.decode().strip()
        # “^main” is everything but main, which is no commit.
        return None if done.returncode or found.startswith("^") else found

    def objects(self, names: Iterable[str]) -> Iterator[GitObject | None]:
        """Yield what Git holds under each name (an id, or `commit:path`), None where there is nothing."""
        wanted = list(names)
        with self.opened() as held:
            yield from held.each(wanted)

    def opened(self, *, whole: bool = True) -> OpenObjects:
        """Return a way to ask for one object after the other; without `whole` their content stays empty."""
        command = _command(self.root, ("cat-file", "--batch" if whole else "--batch-check"))
        return OpenObjects(command, whole=whole)


class OpenObjects:
    """A `git cat-file` that waits for names; it ends when it is closed, or when nobody holds it any more."""

    def __init__(self, command: list[str], *, whole: bool) -> None:
        self._whole = whole
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        try:
            process = subprocess.Popen(  # noqa: S603 - as below
                command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
            )
        except FileNotFoundError as error:
            errors.close()
            raise GitMissing from error
        self._in, self._out, self._errors = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout), errors
        self.close = finalize(self, _end, process, errors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def each(self, names: Sequence[str]) -> Iterator[GitObject | None]:
        """Yield what Git holds under each name; the names go in while the answers come out."""
        writer = Thread(target=self._write, args=(names,), daemon=True)
        writer.start()
        for name in names:
            yield self._answer() if _can_be_asked(name) else None
        writer.join()

    def one(self, name: str) -> GitObject | None:
        """Return what Git holds under a name, or None."""
        if not _can_be_asked(name):
            return None
        self._write((name,))
        return self._answer()

    def _write(self, names: Sequence[str]) -> None:
        with suppress(BrokenPipeError, ValueError):  # closed meanwhile
            self._in.write(b"".join(os.fsencode(name) + b"\n" for name in names if _can_be_asked(name)))
            self._in.flush()

    def _answer(self) -> GitObject | None:
        line = self._out.readline()
        if line.endswith((b" missing\n", b" ambiguous\n")):
            return None
        if not line:  # Git gave up; why, it says in its errors
            self._errors.seek(0)
            raise GitRefused(self._errors.read().decode("utf-8", "replace").strip() or "git cat-file")
        id_, kind, size = line.decode().split()
        content = self._out.read(int(size) + 1)[:-1] if self._whole else b""
        return GitObject(id_, kind, content)


def _can_be_asked(name: str) -> bool:
    """Whether a name is one line: there are no others in Git's protocol, and no document is called so."""
    return "\n" not in name


def _end(process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
    process.kill()
    with errors, suppress(BrokenPipeError), process:
        pass


def find_repository(root: Path) -> GitRepository | None:
    """Return the repository around a folder, or None; raises GitMissing, and GitRefused where Git will not look."""
    asked = ("--show-prefix", "--is-shallow-repository", "--path-format=absolute", "--git-common-dir")
    done = _run(root, ("rev-parse", *asked))
    if done.returncode:
        if b"not a git repository" in done.stderr:
            return None
        raise GitRefused(_said(done))
    prefix, shallow, folder = os.fsdecode(done.stdout).split("\n")[:3]
    boundary = (Path(folder) / "shallow").read_text(encoding="ascii") if shallow == "true" else ""
    return GitRepository(root, prefix, folder, boundary)


def repository_if_any(root: Path) -> GitRepository | None:
    """Return the repository around a folder, or None; raises GitMissing only where there is one to be read."""
    try:
        return find_repository(root)
    except GitMissing:
        if any((folder / ".git").exists() for folder in (root, *root.parents)):
            raise
        return None


def repository_of(root: Path) -> GitRepository:
    """Return the repository around a folder; raises NoRepository where there is none, or none with a commit."""
    repository = find_repository(root)
    if repository is None or repository.head is None:
        raise NoRepository(str(root))
    return repository


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER} | _FIXED


def _command(root: Path, words: Iterable[str]) -> list[str]:
    return ["git", "-C", str(root), *_OPTIONS, *words]


def _run(root: Path, words: Iterable[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - Git, with words of our own and names kept apart from options
            _command(root, words), env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise GitMissing from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip() or f"git: {done.returncode}"
