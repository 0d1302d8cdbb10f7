"""What the last commit has of the province's settings, calendar, agencies, decisions and records of releases.

Reads: the names of their contents in the commit, and from the commit only the files that are otherwise now.
Contents are compared, not what `git status` says of them: files can be hidden from it.
Returns: texts by path, or None where there is no repository, or nothing differs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import sha1, sha256
from pathlib import Path

from sotay.model.release import RELEASES
from sotay.sources.git.door import GitRepository, repository_if_any
from sotay.sources.province_files import decoded, printable_name

_KEPT = re.compile(rf"sites/(province\.yml|calendar\.yml|{RELEASES}/[^/]+\.yml|[^/]+/(agency|decisions/[^/]+)\.yml)")
"""What is not to be changed behind anybody's back."""
_PLAIN_FILES = frozenset({b"100644", b"100755"})


def recorded_texts(root: Path, texts: Mapping[str, str]) -> Mapping[str, str] | None:
    """Return what HEAD has of such files, if any of them is otherwise in the working tree; raises GitMissing."""
    repository = repository_if_any(root)
    if repository is None or repository.head is None:
        return None
    now = {path: text for path, text in texts.items() if _KEPT.fullmatch(path)}
    named = dict(_named(repository))
    recorded = {path: now[path] for path, id_ in named.items() if path in now and _name_of(now[path], id_) == id_}
    others = {path: id_ for path, id_ in named.items() if path not in recorded}
    for path, held in zip(others, repository.objects(others.values()), strict=True):
        text = _text(held.content) if held else None
        if text is not None:
            recorded[path] = text
    return recorded if recorded != now else None


def _named(repository: GitRepository) -> Iterator[tuple[str, str]]:
    """The kept files in HEAD, each with the name of its content."""
    listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", "HEAD", "--", f"{repository.prefix}sites")
    prefix = printable_name(repository.prefix)
    for entry in listed.split(b"\0")[:-1]:
        facts, _, name = entry.partition(b"\t")
        mode, _, id_ = facts.split()
        path = printable_name(os.fsdecode(name)).removeprefix(prefix)
        if mode in _PLAIN_FILES and _KEPT.fullmatch(path):
            yield path, id_.decode()


def _name_of(text: str, like: str) -> str:
    """The name that Git gives to a text, by the hash that another name was made with."""
    content = text.encode(errors="surrogatepass")
    hashed = sha256 if len(like) == sha256().digest_size * 2 else sha1
    return hashed(b"blob %d\0" % len(content) + content).hexdigest()


def _text(content: bytes) -> str | None:
    """The text of a recorded file; None where it was none, so that nothing can be held against it."""
    try:
        return decoded(content)
    except UnicodeDecodeError:
        return None
