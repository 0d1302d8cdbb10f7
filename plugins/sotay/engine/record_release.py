"""Remembers a release in the repository, so that later it can be seen whether its history was rewritten.

Reads: what was published, and the digest of its manifest.
Returns: the path of the record; a record that stands is never replaced by another.
"""

from __future__ import annotations

from pathlib import Path

from sotay.errors import BuildRefused
from sotay.model.release import RELEASES, Edition, Release
from sotay.rendering.manifest_json import release_yaml
from sotay.sources.whole_text import read_text_or_none, write_text
from sotay.usecases.publication import Publication


def check_recordable(publication: Publication) -> None:
    """Raise BuildRefused unless a commit holds everything that is published."""
    revision = publication.revision
    if revision is None or revision.has_changes:
        raise BuildRefused(
            "chỉ ghi sổ được bản phát hành của một phiên bản đã ghi nhận. Ghi nhận mọi sửa đổi bằng Git rồi dựng lại.",
            "only a release of a commit can be recorded. Commit all changes and build again.",
        )


def record_release(root: Path, publication: Publication, digest: str) -> str:
    """Write the record of a release; raises BuildRefused if the record that stands there says otherwise."""
    revision = publication.revision
    if revision is None:
        raise BuildRefused("kho chưa có phiên bản nào.", "the repository has no commit.")
    release = Release(
        as_of=publication.day,
        edition=publication.edition,
        commit=revision.full,
        known_at=revision.known_on,
        digest=digest,
    )
    path, text = _path(release), release_yaml(release)
    stands = read_text_or_none(root / path)
    if stands not in {None, text}:
        raise BuildRefused(
            f"{path} đã ghi một bản phát hành khác của cùng phiên bản và ngày; sổ phát hành không sửa lại. "
            "Chạy “sotay verify” để xem tệp nào khác, và so phiên bản của phần mềm.",
            f"{path} records another release of the same commit and day; records are not rewritten. "
            "Run “sotay verify” to see which files differ, and compare the versions of the programs.",
        )
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    write_text(root / path, text)
    return path


def _path(release: Release) -> str:
    past = f"-known-{release.known_at}" if release.known_at else ""
    internal = "-internal" if release.edition is Edition.INTERNAL else ""
    return f"sites/{RELEASES}/{release.as_of}-{release.commit[:7]}{past}{internal}.yml"
