"""Builds a release: the sites, and the manifest that says what they rest on.

A manifest is only written of a whole release. Building single sites into a release is refused unless they rest on
the same commit and day; the manifest is then brought up to date, so that it never says what is not the case.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sotay.engine.build_sites import PORTAL, AskedState, BuiltSite, build_sites, sites_of
from sotay.engine.prepare import Prepared
from sotay.errors import BuildRefused
from sotay.markup.read_manifest import read_manifest
from sotay.model.manifest import MANIFEST_NAME, Manifest
from sotay.rendering.manifest_json import manifest_json
from sotay.sources.installed_tools import installed_tools
from sotay.sources.published_files import found_files, read_manifest_bytes
from sotay.sources.whole_text import write_text
from sotay.usecases.publication import Publication
from sotay.usecases.release_manifest import release_manifest, text_digest


@dataclass(frozen=True)
class BuiltRelease:
    """What was built."""

    sites: tuple[BuiltSite, ...]
    digest: str | None
    """The SHA-256 of the manifest; None if single sites were built where no release lies."""


def site_names(prepared: Prepared) -> tuple[str, ...]:
    """Return the names of all sites of a province: the portal, then the agencies in their order."""
    return (PORTAL, *(agency.id for agency in prepared.checked.examination.province.agencies))


def build_release(
    prepared: Prepared, names: Sequence[str], out: Path, jobs: int, done: Callable[[BuiltSite], None]
) -> BuiltRelease:
    """Build the named sites, all of them for a release; raises BuildRefused."""
    publication = prepared.publication
    is_whole = set(names) == set(site_names(prepared))
    is_release = is_whole or _goes_into_release(publication, names, out)
    digests: list[str] = []

    def complete(folder: Path) -> None:
        if is_release:
            digests.append(_write_manifest(publication, folder))

    asked = asked_state(publication)
    sites = build_sites(sites_of(prepared.root, names), out, asked, jobs, done, complete)
    return BuiltRelease(sites, digests[0] if digests else None)


def asked_state(publication: Publication) -> AskedState:
    """Return the state that a publication shows, as the sites' own builds are told it."""
    revision = publication.revision
    return AskedState(publication.day, revision.known_on if revision else None, publication.edition)


def _write_manifest(publication: Publication, folder: Path) -> str:
    found = found_files(folder)
    if found.others:
        raise BuildRefused(
            f"không kê được tệp có tên lạ: {', '.join(found.others)}. Đổi tên tệp bằng chữ thường, số, gạch nối.",
            f"files with odd names cannot be listed: {', '.join(found.others)}. Rename them in plain letters.",
        )
    text = manifest_json(release_manifest(publication, found.files, installed_tools()))
    write_text(folder / MANIFEST_NAME, text)
    (folder / MANIFEST_NAME).chmod(0o644)
    return text_digest(text)


def _goes_into_release(publication: Publication, names: Sequence[str], out: Path) -> bool:
    """Whether single sites are built into a release that they belong to; raises BuildRefused if they do not."""
    raw = read_manifest_bytes(out)
    if raw is None:
        return False
    there = read_manifest(raw)
    if PORTAL in names:
        raise _refused(out, "Cổng thay toàn bộ thư mục này", "the portal takes the place of the whole folder")
    if not isinstance(there, Manifest) or _foundation(there) != _foundation(release_manifest(publication, (), ())):
        raise _refused(
            out, "trang mới dựa trên phiên bản, ngày hoặc ấn bản khác",
            "the new site rests on another commit, day or edition",
        )  # fmt: skip
    if there.has_changes or there.generator != installed_tools():
        raise _refused(
            out, "kho có sửa đổi chưa ghi nhận hoặc phần mềm đã đổi",
            "there are changes that no commit holds, or the programs are others",
        )  # fmt: skip
    return True


def _foundation(manifest: Manifest) -> Manifest:
    """What a release rests on, without the files that were made of it."""
    return manifest.model_copy(update={"files": (), "generator": ()})


def _refused(out: Path, why: str, why_en: str) -> BuildRefused:
    return BuildRefused(
        f"{out} là một bản phát hành trọn vẹn, nhưng {why}. Dựng lại tất cả, hoặc chọn thư mục khác bằng --out.",
        f"{out} is a whole release, but {why_en}. Build everything anew, or choose another folder by --out.",
    )
