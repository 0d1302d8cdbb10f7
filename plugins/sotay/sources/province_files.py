"""The files of a province's repository, as texts by path.

Reads: `procedures/` and `sites/` below a root folder.
Returns: texts, and the paths of files that are not UTF-8.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sotay.errors import NotAProvince

_FOLDERS = ("procedures", "sites")
_ENDINGS = (".md", ".yml")
LARGEST = 1_000_000
"""The most bytes that are read of one file; a document of a hundred pages has less than half of that."""
_NOT_OURS = frozenset({"site", "node_modules", "mkdocs.yml"})


@dataclass(frozen=True)
class ProvinceFiles:
    """What was found under a root."""

    root: Path
    texts: dict[str, str]
    """By path relative to the root, with forward slashes."""
    undecodable: dict[str, str]
    """Files that cannot be read as text, with the reason."""


def find_root(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds `sites/province.yml`; raises NotAProvince."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "sites" / "province.yml").is_file():
            return folder
    raise NotAProvince(str(start))


def read_province_files(root: Path) -> ProvinceFiles:
    """Read every Markdown and YAML file of the library and the sites."""
    texts: dict[str, str] = {}
    undecodable: dict[str, str] = {}
    for path in _paths(root):
        name = path.relative_to(root).as_posix()
        try:
            raw = _bytes(path)
            texts[name] = raw.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            undecodable[name] = "encoding"
        except OSError:
            undecodable[name] = "unopened"
        except _TooLargeError:
            undecodable[name] = "too large"
    return ProvinceFiles(root, texts, undecodable)


class _TooLargeError(Exception):
    """A file is no text that a person wrote."""


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise _TooLargeError
    return path.read_bytes()


def _paths(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for place, folders, files in os.walk(root / folder):
            folders[:] = sorted(f for f in folders if f not in _NOT_OURS and not f.startswith("."))
            yield from (
                Path(place, file) for file in sorted(files) if file.endswith(_ENDINGS) and file not in _NOT_OURS
            )
