"""The files of a published folder as they lie there, each hashed in a stream; links are not followed.

Reads: everything below a folder. No path that a manifest names is ever opened: what is listed is compared with what
is found, so that a hostile manifest leads nowhere.
Returns: the files, and what lies there that is no file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from sotay.errors import BadInput
from sotay.model.manifest import MANIFEST_NAME, PublishedFile
from sotay.sources.province_files import printable_name

LARGEST_MANIFEST = 100_000_000
"""The most bytes of a manifest that are read; one of two hundred thousand files has a third of that."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A file that was replaced by a link or a pipe since it was listed is not followed and does not hang."""


@dataclass(frozen=True)
class FoundFiles:
    """What lies in a published folder besides its manifest."""

    files: tuple[PublishedFile, ...]
    """Plain files, by path."""
    others: tuple[str, ...] = ()
    """Links, devices, and files that cannot be opened or whose name cannot be shown, by path."""


def found_files(folder: Path) -> FoundFiles:
    """Hash every file below a folder except its manifest; raises BadInput if the folder cannot be listed."""
    files: list[PublishedFile] = []
    others: list[str] = []
    for name in sorted(_names(folder)):
        file = None if printable_name(name) != name or not name.isprintable() else _hashed(folder, name)
        if file:
            files.append(file)
        else:
            others.append(printable_name(name))
    return FoundFiles(tuple(files), tuple(others))


def read_manifest_bytes(folder: Path) -> bytes | None:
    """Return the bytes of a folder's manifest, None if it has none; raises BadInput if that is no ordinary file."""
    path = folder / MANIFEST_NAME
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_MANIFEST:
            raise BadInput(
                f"{path} là liên kết hoặc tệp quá lớn, không phải bản kê của sotay.",
                f"{path} is a link or far too large, and no manifest of sotay.",
            )
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(folder, error) from error


def digest_of(raw: bytes) -> str:
    """Return the SHA-256 of the bytes of a manifest, by which it is known."""
    return f"sha256:{sha256(raw).hexdigest()}"


def _names(folder: Path) -> Iterator[str]:
    """Every path below a folder that is no folder itself, but for the manifest at its root."""
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        try:
            entries = list(os.scandir(folder / inner))
        except OSError as error:
            if not inner:
                raise _unreadable(folder, error) from error
            yield inner
            continue
        for entry in entries:
            name = f"{inner}/{entry.name}" if inner else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)
            elif name != MANIFEST_NAME:
                yield name


def _hashed(folder: Path, name: str) -> PublishedFile | None:
    try:
        with open(os.open(folder / name, os.O_RDONLY | _NO_LINK), "rb") as file:  # noqa: PTH123 - flags of the system
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return PublishedFile(path=name, sha256=f"sha256:{digest}", size=status.st_size)


def _unreadable(folder: Path, error: OSError) -> BadInput:
    return BadInput(
        f"không đọc được thư mục {folder}: {error.strerror}.", f"cannot read the folder {folder}: {error.strerror}."
    )
