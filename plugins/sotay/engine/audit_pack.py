"""Writes an audit pack: a folder with a manifest, and the same as one file.

Reads: the folder of a province and its repository.
Returns: the pack; nothing is written unless all of it can be.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sotay.engine.prepare import prepare
from sotay.errors import BadInput, UnknownAgency
from sotay.model.finding import Finding
from sotay.model.manifest import MANIFEST_NAME, PackRequest
from sotay.model.release import Edition
from sotay.rendering.audit.files import audit_files, decision_name
from sotay.rendering.findings.json import findings_json
from sotay.rendering.manifest_json import manifest_json
from sotay.sources.audit_folder import archive_of, copy_scan, put_in_place, put_texts, unwritable
from sotay.sources.git.trail import trail_of
from sotay.sources.installed_tools import installed_tools
from sotay.sources.published_files import found_files
from sotay.usecases.audit_pack import AuditPack, AuditRequest, audit_pack
from sotay.usecases.check_report import CheckReport
from sotay.usecases.publication import Publication
from sotay.usecases.release_manifest import release_manifest


@dataclass(frozen=True)
class WrittenPack:
    """A pack as it was written."""

    pack: AuditPack
    folder: Path
    archive: Path
    """The same as one ZIP file, beside the folder."""
    files: int


def asked_for(stated: PackRequest) -> AuditRequest:
    """Return the request that a manifest states."""
    return AuditRequest(stated.agency, stated.first, stated.last, stated.seed, stated.sample)


def _stated(request: AuditRequest) -> PackRequest:
    return PackRequest(
        agency=request.agency, first=request.first, last=request.last, seed=request.seed, sample=request.sample
    )


def write_audit_pack(root: Path, request: AuditRequest, out: Path) -> WrittenPack:
    """Write a pack into a new folder; raises UnknownAgency, BadInput, and what Git has against it."""
    for taken in (path for path in (out, archive_of(out)) if os.path.lexists(path)):
        raise BadInput(
            f"{taken} đã có; hồ sơ đánh giá không ghi đè. Chọn tên khác bằng --out.",
            f"{taken} is there already; an audit pack overwrites nothing. Choose another name by --out.",
        )
    prepared = prepare(root, request.last, edition=Edition.INTERNAL)
    examination, publication = prepared.checked.examination, prepared.publication
    agencies = {files.id: files for files in examination.province.agencies}
    if request.agency not in agencies:
        raise UnknownAgency(request.agency, ", ".join(agencies))
    pack = audit_pack(agencies[request.agency], examination, request, partial(trail_of, root))
    texts = dict(audit_files(pack, {id_: files.agency for id_, files in agencies.items()}, publication.revision))
    texts["kiem-tra.json"] = findings_json(_report(prepared.checked.findings, request, pack), "vi")
    try:
        return _written(root, pack, texts, publication, out)
    except OSError as error:
        raise unwritable(out, error) from error


def _report(findings: Iterable[Finding], request: AuditRequest, pack: AuditPack) -> CheckReport:
    """What is found in the agency's own files, and in the texts that it applies."""
    paths = {version.text.source.path for version in pack.versions if version.text}
    start = f"sites/{request.agency}/"
    concerned = tuple(f for f in findings if f.place.path.startswith(start) or f.place.path in paths)
    return CheckReport(concerned, len(pack.register), tuple(sorted(paths)))


def _written(root: Path, pack: AuditPack, texts: Mapping[str, str], publication: Publication, out: Path) -> WrittenPack:
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sotay-", dir=out.parent) as staging:
        folder = Path(staging) / "pack"
        put_texts(folder, texts)
        for evidence in pack.decisions:
            if evidence.file.value.scan:
                copy_scan(
                    root / evidence.file.source.path, evidence.file.value.scan.file, folder / decision_name(evidence)
                )
        found = found_files(folder)
        manifest = release_manifest(publication, found.files, installed_tools(), _stated(pack.request))
        put_texts(folder, {MANIFEST_NAME: manifest_json(manifest)})
        archive = put_in_place(folder, out)
    return WrittenPack(pack, out, archive, len(found.files) + 1)
