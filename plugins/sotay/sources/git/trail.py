"""What the repository recorded of single files: every commit that wrote, changed or deleted them.

Reads: the chronicle of the repository around a root folder.
Returns: touches by path, oldest first; nothing where there is no repository.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sotay.history.timeline import FileTouch
from sotay.sources.git.chronicle import chronicle
from sotay.sources.git.door import find_repository
from sotay.sources.sealed_store import sealed_store


def trail_of(root: Path, paths: Iterable[str], commit: str = "HEAD") -> Mapping[str, tuple[FileTouch, ...]]:
    """Return the commits that touched each file, up to a commit; raises what Git has against being asked."""
    repository = find_repository(root)
    full = repository.commit(commit) if repository else None
    if repository is None or full is None:
        return {}
    recorded = chronicle(repository, full, sealed_store())
    by_id = {one.id: one for one in recorded.commits}
    found: dict[str, tuple[FileTouch, ...]] = {}
    for path in paths:
        touches = []
        for id_ in recorded.touching.get(path, ()):
            blob = next(change.blob for change in recorded.changes[id_] if change.path == path)
            touches.append(FileTouch(by_id[id_], blob))
        found[path] = tuple(touches)
    return found
