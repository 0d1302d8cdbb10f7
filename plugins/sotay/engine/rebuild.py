"""Builds the release that a manifest names once more, from its commit alone.

Reads: the commit, the day, and of an audit pack the request in the manifest; nothing else that it says.
Returns: the files that come out, and the manifest that goes with them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sotay.engine.audit_pack import asked_for, write_audit_pack
from sotay.engine.build_release import build_release, site_names
from sotay.engine.prepare import prepare
from sotay.errors import BuildRefused
from sotay.markup.read_manifest import read_manifest
from sotay.model.manifest import Manifest, PublishedFile
from sotay.sources.git.checkout import checked_out
from sotay.sources.published_files import found_files, read_manifest_bytes


@dataclass(frozen=True)
class Rebuilt:
    """What the commit of a release gives."""

    files: tuple[PublishedFile, ...]
    manifest: Manifest


def rebuild(root: Path, manifest: Manifest, commit: str, jobs: int) -> Rebuilt:
    """Make of a commit what a manifest describes: the sites, or an audit pack.

    Raises BuildRefused, UnknownAgency, BadInput, and what Git has against it.
    """
    with checked_out(root, commit) as folder, _somewhere() as out:
        if manifest.request:
            write_audit_pack(folder, asked_for(manifest.request), out)
        else:
            _build(folder, manifest, commit, out, jobs)
        anew = read_manifest(read_manifest_bytes(out) or b"")
        if not isinstance(anew, Manifest):
            raise BuildRefused("bản dựng lại không có bản kê.", "what was built anew has no manifest.")
        return Rebuilt(found_files(out).files, anew)


def _build(folder: Path, manifest: Manifest, commit: str, out: Path, jobs: int) -> None:
    prepared = prepare(folder, manifest.as_of, manifest.known_at, manifest.edition)
    if prepared.obstacles:
        raise BuildRefused(
            f"phiên bản {commit[:7]} còn {len(prepared.obstacles)} lỗi theo quy tắc của phần mềm này.",
            f"the commit {commit[:7]} has {len(prepared.obstacles)} errors by the rules of this program.",
        )
    build_release(prepared, site_names(prepared), out, jobs, lambda _: None)


@contextmanager
def _somewhere() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sotay-") as name:
        yield Path(name) / "site"
