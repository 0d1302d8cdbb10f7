"""Files beside the texts: each is hashed once in a stream, and looked into without being trusted.

Reads: any file, on disk or held open; links, devices and giants are not opened.
Returns: an Attachment; what cannot be looked into is damage, never an exception.
"""

from __future__ import annotations

import stat
from hashlib import file_digest
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO

from sotay.model.attachment import Attachment, Damage
from sotay.sources.inside import Inside
from sotay.sources.office_files import (
    COMPOUND,
    OPEN_DOCUMENT,
    OPEN_XML,
    PACKAGE,
    look_into_compound,
    look_into_package,
)
from sotay.sources.pdf_files import look_into_pdf

LARGEST = 50_000_000
"""The most bytes that are read of one file; a form that citizens download has less than one."""
_PROGRAMS = (b"MZ", b"\x7fELF")
_OLD = frozenset({"doc", "dot", "xls", "xlt", "ppt", "pps"})


def read_attachment(path: Path, name: str) -> Attachment:
    """Return what is known of a file; `name` is its path relative to the repository."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            return Attachment(name, 0, "", damage=Damage.LINK)
        if not stat.S_ISREG(status.st_mode):
            return Attachment(name, 0, "", damage=Damage.UNOPENED)
        if status.st_size > LARGEST:
            return Attachment(name, status.st_size, "", damage=Damage.TOO_LARGE)
        with path.open("rb") as file:
            return look_at(file, name, status.st_size)
    except OSError:
        return Attachment(name, 0, "", damage=Damage.UNOPENED)


def look_at(file: BytesIO | BufferedReader, name: str, size: int) -> Attachment:
    """Return what is known of an open file; it must be seekable. Raises OSError where it cannot be read."""
    digest = file_digest(file, "sha256").hexdigest()
    inside = _look(file, Attachment(name, 0, "").ending)
    return Attachment(name, size, f"sha256:{digest}", inside.has_macros, inside.personal, inside.damage)


def _look(file: IO[bytes], ending: str) -> Inside:
    """Look into a file as its ending asks; one of another kind is disguised."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if ending == "pdf":
        return look_into_pdf(file)
    if ending in OPEN_XML | OPEN_DOCUMENT:
        if start.startswith(PACKAGE):
            return look_into_package(file, ending)
        if start == COMPOUND:
            inside = look_into_compound(file)
            return Inside(inside.has_macros, damage=inside.damage or Damage.DISGUISED)
        return Inside(damage=Damage.DISGUISED if start else Damage.BROKEN)
    return _look_into_old(file, start) if ending in _OLD else Inside()


def _look_into_old(file: IO[bytes], start: bytes) -> Inside:
    """Look for macros whatever the form: Office opens a new file under an old name as if nothing were amiss."""
    if start == COMPOUND:
        return Inside(look_into_compound(file).has_macros)
    if start.startswith(PACKAGE):
        return Inside(look_into_package(file, "docx").has_macros)
    return Inside(damage=Damage.DISGUISED if start.startswith(_PROGRAMS) else None)
