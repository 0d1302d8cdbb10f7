"""A province under Git while a story is told: what is written is recorded on fixed days by fixed people."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sotay.sources.git.repository import open_history
from sotay.usecases.ports import History
from tests.support.builders import Archive

CLERK = "Nguyễn Văn A"


class RecordedProvince:
    """A repository that holds a province, at its top or in a folder of it."""

    def __init__(self, top: Path, within: str = "", form: str = "sha1") -> None:
        self.top = top
        self.root = top / within
        self.archive = Archive()
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", f"--object-format={form}")

    def git(self, *words: str, on: str = "2026-06-15T08:00:00+07:00", by: str = CLERK) -> str:
        """Run Git as a person on a day, whatever the machine's own settings are."""
        return git(self.top, *words, on=on, by=by)

    def write(self) -> RecordedProvince:
        """Put the archive's files where Git sees them, and take away those that it lost."""
        for folder in ("procedures", "sites"):
            for path in sorted((self.root / folder).rglob("*.*")):
                if path.relative_to(self.root).as_posix() not in self.archive.texts and not path.is_symlink():
                    path.unlink()
        for path, text in self.archive.texts.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        return self

    def record(self, subject: str, on: str = "2026-06-15", by: str = CLERK) -> str:
        """Write everything and commit it at eight in the morning; return the commit."""
        self.write()
        return self.record_as_is(subject, on, by)

    def record_as_is(self, subject: str, on: str = "2026-06-15", by: str = CLERK) -> str:
        """Commit what lies in the folder."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, on=f"{on}T08:00:00+07:00", by=by)
        return self.git("rev-parse", "HEAD")

    @contextmanager
    def branch(self, name: str, start: str = "HEAD") -> Iterator[None]:
        """Work on a branch, with an archive of its own, and come back to main."""
        archive, self.archive = self.archive, Archive()
        self.archive.texts = dict(archive.texts)
        self.git("switch", "--quiet", "--create", name, start)
        yield
        self.git("switch", "--quiet", "main")
        self.archive = archive

    def merge(self, name: str, subject: str = "Nhập nhánh", on: str = "2026-06-20") -> str:
        """Merge a branch into main with what the archive says now, whatever Git would make of it."""
        self.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", name)
        return self.record(subject, on)

    def fingerprint(self, code: str) -> str:
        """Return the fingerprint that a document has now."""
        return self.archive.fingerprint(code)

    @property
    def history(self) -> History:
        """The history up to what is checked out."""
        return open_history(self.root)


def git(folder: Path, *words: str, on: str = "2026-06-15T08:00:00+07:00", by: str = CLERK) -> str:
    """Run Git in a folder as a person on a day, whatever the machine's own settings are."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": by,
        "GIT_AUTHOR_EMAIL": "van-thu@sotay.invalid",
        "GIT_COMMITTER_NAME": by,
        "GIT_COMMITTER_EMAIL": "van-thu@sotay.invalid",
        "GIT_AUTHOR_DATE": on,
        "GIT_COMMITTER_DATE": on,
    }
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
