"""Mends the files of a province's folder, or shows what would be mended."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sotay.sources.parsed_texts import reading
from sotay.sources.province_files import read_province_files
from sotay.sources.write_texts import Refusal, WrittenText, read_as_written, write_text
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.mend_texts import Mended, mend_texts, to_be_mended


@dataclass(frozen=True)
class MendedFolder:
    """What can be mended under a root folder."""

    root: Path
    files: tuple[Mended, ...]
    """The files that change, or have something that may not be changed; by path."""
    originals: dict[str, WrittenText]
    """Those files as they were read."""
    names: tuple[str, ...]
    """Paths that are not in normal form; a name is for a person to change."""
    unread: dict[str, Refusal]
    """Files that could not be read again."""

    @property
    def changed(self) -> tuple[Mended, ...]:
        """The files that have something to write."""
        return tuple(file for file in self.files if file.is_changed)


def mend_folder(root: Path, within: Collection[str] = ()) -> MendedFolder:
    """Work out what can be mended in all files, or in the given files and folders; nothing is written."""
    files = read_province_files(root)
    province = assemble_province(files.texts, files.undecodable, reading=reading())
    originals: dict[str, WrittenText] = {}
    unread: dict[str, Refusal] = {}
    for path in to_be_mended(province, within):
        try:
            original = read_as_written(root / path)
        except OSError:
            unread[path] = Refusal.FAILED
            continue
        if _reads_as(original, files.texts[path]):
            originals[path] = original
        else:
            unread[path] = Refusal.CHANGED
    mended = mend_texts(province, files.texts, {path: original.text for path, original in originals.items()})
    names = [path for path in sorted(files.texts) if not unicodedata.is_normalized("NFC", path)]
    return MendedFolder(root, mended, originals, tuple(names), unread)


def _reads_as(original: WrittenText, text: str) -> bool:
    try:
        return original.text.replace("\r\n", "\n") == text
    except UnicodeDecodeError:
        return False


def write_mended(folder: MendedFolder) -> dict[str, Refusal]:
    """Write every changed file; return why some could not be written."""
    refused = dict(folder.unread)
    for file in folder.changed:
        refusal = write_text(folder.root / file.path, folder.originals[file.path], file.after)
        if refusal:
            refused[file.path] = refusal
    return refused
