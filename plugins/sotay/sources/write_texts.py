"""Puts a mended text in place of a file: in one step, and only if nobody else touched the file meanwhile.

Reads: the file as it stands; a text read from it.
Returns: whether it was written, and if not why not. The mode, the line ends and a byte order mark stay.
"""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Refusal(StrEnum):
    """Why a file was not written."""

    LINK = "link"
    READ_ONLY = "read_only"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A file as it stood when it was read."""

    raw: bytes
    """Its bytes."""

    @property
    def text(self) -> str:
        """Its text with its own line ends, without a byte order mark; raises UnicodeDecodeError."""
        return self.raw.decode("utf-8-sig")

    def encoded(self, text: str) -> bytes:
        """Return another text as the bytes of this file, with a byte order mark if it had one."""
        mark = codecs.BOM_UTF8 if self.raw.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode("utf-8")


def read_as_written(path: Path) -> WrittenText:
    """Read a file with its line ends; raises OSError."""
    return WrittenText(path.read_bytes())


def write_text(path: Path, before: WrittenText, text: str) -> Refusal | None:
    """Write a text in place of what was read before; None if that was done."""
    try:
        if path.is_symlink():
            return Refusal.LINK
        mode = stat.S_IMODE(path.stat().st_mode)
        if not mode & stat.S_IWUSR or not os.access(path, os.W_OK):
            return Refusal.READ_ONLY
        stands, wanted = path.read_bytes(), before.encoded(text)
        if stands not in (before.raw, wanted):
            return Refusal.CHANGED
        if stands != wanted:
            _replace(path, wanted, mode)
    except OSError:
        return Refusal.FAILED
    return None


def _replace(path: Path, content: bytes, mode: int) -> None:
    # What is left by a process that was killed must not pass for a file of the province, and a name may be long.
    descriptor, name = tempfile.mkstemp(prefix=".sotay-", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
