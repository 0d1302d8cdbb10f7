"""The files of a province as a commit holds them, read like those on disk.

Reads: the tree of one commit.
Returns: ProvinceFiles; links and submodules are not followed, large files are not opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from sotay.errors import GitRefused, NotRecorded
from sotay.model.attachment import Attachment, Damage
from sotay.sources import attachments, province_files
from sotay.sources.attachments import look_at
from sotay.sources.git.door import GitRepository
from sotay.sources.province_files import FOLDERS, ProvinceFiles, decoded, is_ours, is_text, printable_name

_LINK = "120000"


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file in the tree of a commit."""

    path: str
    """Relative to the province's root, with forward slashes."""
    mode: str
    """Git's six digits for what kind of file it is."""
    id: str
    """The name of its content."""
    size: int
    """In bytes."""


def files_at(repository: GitRepository, commit: str) -> ProvinceFiles:
    """Read the province that a commit holds; raises NotRecorded if it holds none."""
    texts: dict[str, str] = {}
    undecodable: dict[str, str] = {}
    found: list[Attachment] = []
    opened: list[TreeFile] = []
    for file in tree_files(repository, commit):
        reason = _unread(file)
        if reason is None:
            opened.append(file)
        elif is_text(file.path):
            undecodable[file.path] = "unopened" if reason is Damage.LINK else "too large"
        else:
            found.append(Attachment(file.path, 0 if reason is Damage.LINK else file.size, "", damage=reason))
    for file, held in zip(opened, repository.objects(file.id for file in opened), strict=True):
        if held is None:
            raise GitRefused(f"{file.path}: {file.id} missing")
        if not is_text(file.path):
            found.append(look_at(BytesIO(held.content), file.path, file.size))
            continue
        try:
            texts[file.path] = decoded(held.content)
        except UnicodeDecodeError:
            undecodable[file.path] = "encoding"
    if "sites/province.yml" not in texts | undecodable:
        raise NotRecorded("sites/province.yml", commit[:7])
    by_path = sorted(found, key=lambda one: one.path)
    return ProvinceFiles(repository.root, texts, undecodable, tuple(by_path))


def tree_files(repository: GitRepository, commit: str) -> Iterator[TreeFile]:
    """Yield the province's files in the tree of a commit; a submodule is another repository's affair."""
    folders = [repository.prefix + folder for folder in FOLDERS]
    listed = repository.ask("ls-tree", "-r", "-z", "--long", "--full-tree", commit, "--", *folders)
    for entry in listed.split(b"\0")[:-1]:
        facts, _, name = entry.partition(b"\t")
        mode, kind, id_, size = facts.decode().split()
        path = printable_name(os.fsdecode(name)).removeprefix(printable_name(repository.prefix))
        if kind == "blob" and is_ours(path):
            yield TreeFile(path, mode, id_, int(size))


def _unread(file: TreeFile) -> Damage | None:
    """Why a file is not read, if so."""
    if file.mode == _LINK:
        return Damage.LINK
    most = province_files.LARGEST if is_text(file.path) else attachments.LARGEST
    return Damage.TOO_LARGE if file.size > most else None
