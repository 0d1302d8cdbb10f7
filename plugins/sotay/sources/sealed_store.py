"""Values kept on disk by what they were made from, so that the same work is not done twice.

Reads: the user's cache folder; `SOTAY_CACHE_DIR` names another one, and an empty one keeps nothing.
Returns: exactly what was kept, or nothing. An entry that is damaged, of another release, or not sealed by this
user is as good as none; the folder can be deleted at any time, and any number of processes may share it.
"""

from __future__ import annotations

import hmac
import os
import pickle
import re
import secrets
import stat
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import markdown_it
import mdit_py_plugins
import pydantic
import ruamel.yaml
from platformdirs import user_cache_path

import sotay

_LIBRARIES = (
    markdown_it.__version__,
    mdit_py_plugins.__version__,
    pydantic.VERSION,
    ruamel.yaml.__version__,
)
_SEAL = 32
_KEPT = 30 * 86400
"""Seconds after which an entry is removed; one still needed is simply made anew."""
_SWEPT_EVERY = 86400
_ENTRY = re.compile(r"[0-9a-f]{16}/[0-9a-f]{2}/[0-9a-f]{62}(\.\d+\.[0-9a-f]{8})?")
"""What an entry, or its draft, is called. The folder may be anyone's: nothing else in it is ever removed."""


def sealed_store() -> SealedStore | None:
    """Return the store that the user's settings ask for; None where nothing may be kept."""
    stated = os.environ.get("SOTAY_CACHE_DIR")
    if stated == "":
        return None
    folder = Path(stated) if stated else user_cache_path("sotay", appauthor=False)
    with suppress(RuntimeError):  # a shell leaves "~" as it is in the settings of a CI server
        folder = folder.expanduser()
    return SealedStore(folder)


class SealedStore:
    """Keeps values under the digest of what they were made from, each sealed with a key of the user's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries = folder / _release()
        self._key = _own_key(folder)

    def find(self, name: str) -> Any:
        """Return what was kept under a name of 64 hexadecimal digits, or None."""
        sealed = _contents(self._entry(name)) if self._key else None
        if sealed and hmac.compare_digest(sealed[:_SEAL], self._seal(name, sealed[_SEAL:])):
            return pickle.loads(sealed[_SEAL:])  # noqa: S301 - the seal shows that this user wrote it
        return None

    def keep(self, name: str, value: object) -> None:
        """Keep a value; where that is not possible, nothing happens."""
        if self._key is None:
            return
        content, entry = pickle.dumps(value, protocol=5), self._entry(name)
        with suppress(OSError):
            entry.parent.mkdir(parents=True, exist_ok=True)
            _put(entry, self._seal(name, content) + content)
            _sweep(self._folder)

    def _entry(self, name: str) -> Path:
        return self._entries / name[:2] / name[2:]

    def _seal(self, name: str, content: bytes) -> bytes:
        return hmac.digest(self._key or b"", name.encode() + content, "sha256")


def _release() -> str:
    """A name for everything that decides what a value is: the libraries' versions and our own code."""
    package = Path(sotay.__file__).parent
    parts = [sys.version, *_LIBRARIES]
    for module in sorted(package.rglob("*.py")):
        status = module.stat()
        parts.append(f"{module.relative_to(package)} {status.st_size} {status.st_mtime_ns}")
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _own_key(folder: Path) -> bytes | None:
    """The secret by which this user's entries are known; None where it can be neither read nor made."""
    path = folder / "key"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.path.lexists(path):
            _put(path, secrets.token_bytes(_SEAL))
        if not _is_private(path):
            return None
        key = path.read_bytes()
        return key if len(key) == _SEAL else None
    return None


def _is_private(path: Path) -> bool:
    """Whether only this user can have put a file there, and only this user can read it."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)


def _put(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody ever reads half of it."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    draft.replace(path)


def _contents(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _sweep(folder: Path) -> None:
    """Remove old entries, at most once a day."""
    stamp, now = folder / "swept", time.time()
    if stamp.exists() and now - stamp.stat().st_mtime < _SWEPT_EVERY:
        return
    stamp.touch()
    for entry in folder.glob("*/*/*"):
        with suppress(OSError):
            if _ENTRY.fullmatch(entry.relative_to(folder).as_posix()) and now - entry.lstat().st_mtime > _KEPT:
                entry.unlink()
