"""Verifies a published folder: its files, its manifest, the decisions and the commit it claims to come from.

Reads: the folder, and the repository if one is at hand.
Returns: a Verification, which also says what was not proven.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sotay.engine.check_folder import read_folder
from sotay.engine.prepare import Prepared, prepare
from sotay.engine.rebuild import rebuild
from sotay.errors import BadInput, BuildRefused, UnknownAgency
from sotay.history.commit_standing import CommitStanding
from sotay.markup.read_manifest import read_manifest
from sotay.model.manifest import MANIFEST_NAME, Manifest, PublishedFile, VersionInForce
from sotay.model.verification import Departure, Deviation, Gap, Proof, Unproven, Verification
from sotay.sources.git.checkout import day_of
from sotay.sources.git.standing import commit_standing
from sotay.sources.installed_tools import installed_tools
from sotay.sources.published_files import FoundFiles, digest_of, found_files, read_manifest_bytes
from sotay.usecases.release_manifest import release_manifest
from sotay.usecases.signature_evidence import SignatureWorth, signature_worths
from sotay.usecases.verify_release import (
    compare_decisions,
    compare_files,
    compare_in_force,
    compare_rebuilt,
    compare_records,
    compare_statements,
    compare_with_today,
    decisions_besides,
    records_of,
)


@dataclass
class _Findings:
    """What has been found so far."""

    deviations: list[Deviation] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    gaps: list[Unproven] = field(default_factory=list)

    def answer(self, proof: Proof, *deviations: Deviation) -> None:
        """Take what one question gave: deviations, or the proof that there are none."""
        self.deviations += deviations
        if not deviations:
            self.proofs.append(proof)


def verify(
    folder: Path, root: Path | None, *, jobs: int = 0, progress: Callable[[], None] = lambda: None
) -> Verification:
    """Verify a published folder against a repository; `jobs` above 0 builds it anew with so many processes.

    Raises BadInput if the folder has no manifest, and what Git has against an answer. `progress` is called before
    building anew.
    """
    raw = read_manifest_bytes(folder)
    if raw is None:
        raise BadInput(
            f"{folder} không có {MANIFEST_NAME}, nên không phải bản phát hành trọn vẹn do “sotay build” dựng.",
            f"{folder} has no {MANIFEST_NAME}, so it is no whole release that “sotay build” made.",
        )
    manifest, digest = read_manifest(raw), digest_of(raw)
    if not isinstance(manifest, Manifest):
        faults = (
            Deviation(Departure.MANIFEST_FAULT, MANIFEST_NAME, {"key": fault.key, "reason": fault.reason})
            for fault in manifest
        )
        return Verification(None, digest, tuple(faults), gaps=(Unproven(Gap.NOTHING_READ),))
    found, findings = found_files(folder), _Findings()
    findings.answer(Proof.FILES, *compare_files(manifest.files, found.files, found.others))
    if root is None:
        findings.gaps.append(Unproven(Gap.NO_REPOSITORY))
    else:
        _against_repository(findings, manifest, digest, root)
        _against_rebuilt(findings, manifest, found, root, jobs, progress)
    return Verification(manifest, digest, tuple(findings.deviations), tuple(findings.proofs), tuple(findings.gaps))


def _against_repository(findings: _Findings, manifest: Manifest, digest: str, root: Path) -> None:
    today = read_folder(root)
    if manifest.commit is None or manifest.has_changes:
        findings.deviations.append(Deviation(Departure.NO_COMMIT, MANIFEST_NAME))
    if manifest.commit is None:
        findings.gaps.append(Unproven(Gap.COMMIT_ABSENT))
    else:
        _against_commit(findings, manifest, manifest.commit, root)
    findings.deviations += compare_with_today(manifest.decisions, today)
    later = decisions_besides(manifest.decisions, today)
    if later:
        findings.gaps.append(Unproven(Gap.NOT_CURRENT, {"count": str(later), "day": manifest.as_of.isoformat()}))
    records = records_of(manifest, today.releases)
    if records:
        findings.answer(Proof.RECORD, *compare_records(digest, records))
    else:
        findings.gaps.append(Unproven(Gap.NOT_RECORDED))


def _against_commit(findings: _Findings, manifest: Manifest, commit: str, root: Path) -> None:
    facts = {"commit": commit[:12]}
    match commit_standing(root, commit):
        case CommitStanding.ABSENT:
            findings.deviations.append(Deviation(Departure.COMMIT_UNKNOWN, MANIFEST_NAME, facts))
            findings.gaps.append(Unproven(Gap.COMMIT_ABSENT))
            return
        case CommitStanding.LEFT:
            findings.deviations.append(Deviation(Departure.HISTORY_REWRITTEN, MANIFEST_NAME, facts))
        case CommitStanding.IN_HISTORY:
            findings.proofs.append(Proof.COMMIT)
    there = prepare(root, manifest.as_of, commit, manifest.edition)
    borne_out = release_manifest(there.publication, (), (), manifest.request)
    findings.deviations += compare_statements(manifest.model_copy(update={"has_changes": False}), borne_out)
    if manifest.known_at and manifest.known_at < day_of(root, commit):
        findings.deviations.append(Deviation(Departure.STATEMENT_DIFFERS, "known_at"))
    findings.answer(Proof.DECISIONS, *compare_decisions(manifest.decisions, borne_out.decisions))

    def with_text(version: VersionInForce) -> bool:
        return there.checked.examination.text_of(version) is not None

    findings.answer(Proof.IN_FORCE, *compare_in_force(manifest.in_force, borne_out.in_force, with_text))
    _signatures(findings, manifest, there)


def _signatures(findings: _Findings, manifest: Manifest, there: Prepared) -> None:
    worths = signature_worths(there.checked.examination)
    listed = {decision.path: decision.number for decision in manifest.decisions if decision.path in worths}
    wrong = [
        Deviation(_WRONG[worths[path]], path, {"number": number})
        for path, number in sorted(listed.items())
        if worths[path] in _WRONG
    ]
    findings.deviations += wrong
    unsigned = [path for path in listed if worths[path] in {SignatureWorth.NONE, SignatureWorth.UNCHECKED}]
    if unsigned:
        counts = {"unsigned": str(len(unsigned)), "all": str(len(listed))}
        findings.gaps.append(Unproven(Gap.NOT_SIGNED, counts))
    elif listed and not wrong:
        findings.proofs.append(Proof.SIGNATURES)


_WRONG = {
    SignatureWorth.NOT_OVER_TEXT: Departure.SIGNATURE_WRONG,
    SignatureWorth.NOT_SIGNERS: Departure.SIGNER_WRONG,
}


def _against_rebuilt(
    findings: _Findings, manifest: Manifest, found: FoundFiles, root: Path, jobs: int, progress: Callable[[], None]
) -> None:
    lacks = {gap.kind for gap in findings.gaps}
    if not jobs or manifest.commit is None or Gap.COMMIT_ABSENT in lacks:
        findings.gaps.append(Unproven(Gap.NOT_REBUILT))
        return
    progress()
    tools = installed_tools()
    if manifest.generator != tools:
        named = ", ".join(f"{tool.name} {tool.version}" for tool in manifest.generator if tool not in tools)
        findings.gaps.append(Unproven(Gap.OTHER_TOOLS, {"tools": named}))
    try:
        anew = rebuild(root, manifest, manifest.commit, jobs)
    except (BuildRefused, BadInput, UnknownAgency) as error:
        findings.deviations.append(Deviation(Departure.NOT_REBUILT, MANIFEST_NAME, {"vi": error.vi, "en": error.en}))
        return
    named_already = {deviation.subject for deviation in findings.deviations}
    different = [
        *compare_rebuilt(found.files, anew.files),
        *([] if _says_the_same(manifest, anew.manifest) else [Deviation(Departure.REBUILT_DIFFERS, MANIFEST_NAME)]),
    ]
    findings.deviations += [deviation for deviation in different if deviation.subject not in named_already]
    if not different:
        findings.proofs.append(Proof.REBUILT)


def _says_the_same(stated: Manifest, anew: Manifest) -> bool:
    """Whether two manifests differ in nothing but the programs; files are looked at one by one."""
    without: dict[str, tuple[PublishedFile, ...]] = {"generator": (), "files": ()}
    return stated.model_copy(update=without) == anew.model_copy(update=without)
