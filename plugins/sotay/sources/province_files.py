"""The files of a province's repository: texts by path, and what lies beside them.

Reads: `procedures/` and `sites/` below a root folder.
Returns: texts, the paths of files that are not UTF-8, and what is known of all other files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sotay.errors import NotAProvince
from sotay.model.attachment import Attachment
from sotay.sources.attachments import read_attachment

FOLDERS = ("procedures", "sites")
"""Where everything of a province is."""
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
    attachments: tuple[Attachment, ...] = ()
    """All other files."""


def find_root(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds `sites/province.yml`; raises NotAProvince."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "sites" / "province.yml").is_file():
            return folder
    raise NotAProvince(str(start))


def read_province_files(root: Path) -> ProvinceFiles:
    """Read every Markdown and YAML file of the library and the sites, and look at every other file."""
    texts: dict[str, str] = {}
    undecodable: dict[str, str] = {}
    attachments: list[Attachment] = []
    for path in _paths(root):
        name = printable(path.relative_to(root))
        if not is_text(name) or path.is_dir():
            attachments.append(read_attachment(path, name))
            continue
        try:
            texts[name] = decoded(_bytes(path))
        except UnicodeDecodeError:
            undecodable[name] = "encoding"
        except OSError:
            undecodable[name] = "unopened"
        except _TooLargeError:
            undecodable[name] = "too large"
    return ProvinceFiles(root, texts, undecodable, tuple(attachments))


def decoded(content: bytes) -> str:
    """Return the text of a file, wherever its bytes come from; raises UnicodeDecodeError."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


class _TooLargeError(Exception):
    """A file is no text that a person wrote."""


def _bytes(path: Path) -> bytes:
    """The content of a text; a link could lead out of the repository, and a device would never end."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(path)
    if status.st_size > LARGEST:
        raise _TooLargeError
    return path.read_bytes()


def printable(path: Path) -> str:
    """Return a path with forward slashes; bytes that are no UTF-8 become marks that can be printed."""
    return printable_name(path.as_posix())


def printable_name(path: str) -> str:
    """Return the name of a path in which bytes that are no UTF-8 become marks that can be printed."""
    return os.fsencode(path).decode("utf-8", "replace")


def _paths(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for place, folders, files in os.walk(root / folder):
            links = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118 - names
            folders[:] = sorted(name for name in folders if _is_ours(name) and name not in links)
            yield from (Path(place, name) for name in sorted([*files, *links]) if _is_ours(name))


def is_ours(path: str) -> bool:
    """Return whether a path below the root is one that a walk through the province's folders comes to."""
    first, *rest = path.split("/")
    return first in FOLDERS and bool(rest) and all(_is_ours(name) for name in rest)


def is_text(path: str) -> bool:
    """Return whether a file is read as a text, by its ending."""
    return path.endswith(_ENDINGS)


def _is_ours(name: str) -> bool:
    return name not in _NOT_OURS and not name.startswith(".")
