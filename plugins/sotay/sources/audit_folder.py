"""An audit pack on disk: its texts, the scanned papers of its decisions, and all of it as one ZIP file.

The ZIP file is the same byte for byte wherever and whenever it is made of the same files.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from errno import EEXIST
from os import strerror
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sotay.errors import BadInput

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that the format knows: when a pack was made is no part of it."""
_PLAIN = 0o100644 << 16


def put_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts below a folder, with line feeds for line ends."""
    for name, text in texts.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode(errors="surrogatepass"))


def copy_scan(decision: Path, name: str, beside: Path) -> None:
    """Copy the scanned paper that a decision names beside the decision in the pack; one that is absent is left out."""
    scan = decision.parent / name
    is_own = scan.parent.resolve() == decision.parent.resolve() and not scan.is_symlink()
    if is_own and scan.is_file():
        beside.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(scan, beside.parent / scan.name)


def put_in_place(folder: Path, out: Path) -> Path:
    """Move a finished folder to its place and the ZIP file made of it beside it; returns the latter.

    Raises BadInput if either place is taken or cannot be written; then neither is left there.
    """
    archive, packed = archive_of(out), folder.with_name(f"{folder.name}.zip")
    try:
        _pack(folder, packed, out.name)
        if os.path.lexists(archive) or os.path.lexists(out):
            raise FileExistsError(EEXIST, strerror(EEXIST))
        packed.rename(archive)
        try:
            folder.rename(out)
        except BaseException:
            archive.unlink()
            raise
    except OSError as error:
        raise unwritable(archive, error) from error
    return archive


def archive_of(out: Path) -> Path:
    """Return where the ZIP file of a pack lies."""
    return out.with_name(f"{out.name}.zip")


def unwritable(path: Path, error: OSError) -> BadInput:
    """Return the refusal of a place that cannot be written."""
    return BadInput(f"không ghi được {path}: {error.strerror}.", f"cannot write {path}: {error.strerror}.")


def _pack(folder: Path, archive: Path, name: str) -> None:
    with ZipFile(archive, "x") as packed:
        for path in sorted(file for file in folder.rglob("*") if file.is_file()):
            info = ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", _DAY)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _PLAIN, 3
            packed.writestr(info, path.read_bytes(), compresslevel=9)
