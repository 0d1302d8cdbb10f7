"""The findings of a folder, remembered for as long as nothing in it changes: what `sotay check` does.

Reads: every file of the province, the day, what the last commit has otherwise of decisions and agencies, and the
commit itself where Git's history was asked: for a text, or for the commits of recorded releases.
Returns: what a check gives; the same files, day, release and history always give the same. That a signature could not
be checked on this machine is not remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.model.finding import Finding
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.sources.git.recorded import recorded_texts
from sotay.sources.parsed_texts import reading
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.sources.sealed_store import sealed_store
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.recorded_state import recorded_state


@dataclass(frozen=True)
class CheckedFiles:
    """What a check says of the files of a province."""

    findings: tuple[Finding, ...]
    """By path, line and code."""
    documents: int
    """How many controlled documents there are."""
    paths: tuple[str, ...]
    """Every file that was read as a text, by path."""


def check_files(root: Path, day: date) -> CheckedFiles:
    """Check the province under a root folder as of a day, or say what the last check of the same files said."""
    files, store = read_province_files(root), sealed_store()
    recorded = recorded_texts(root, files.texts)
    name = _name(files, day, recorded or {})
    history = HistoryOnDemand(root)
    kept = store.find(name) if store else None
    if store and isinstance(kept, _AskedHistory):
        kept = store.find(_with_history(name, history))
    if isinstance(kept, CheckedFiles):
        return kept
    province = province_of(files)
    signatures = SshSignatures()
    before = assemble_province(recorded, reading=reading()) if recorded else None
    held_against = recorded_state("HEAD", before, province, signatures) if before else None
    result = check_province(province, day, history, held_against, signatures, history)
    checked = CheckedFiles(result.findings, len(province.documents), tuple(source.path for source in province.sources))
    if store and not result.has_unchecked_signatures:
        if history.was_asked:
            store.keep(name, _AskedHistory())
            name = _with_history(name, history)
        store.keep(name, checked)
    return checked


@dataclass(frozen=True)
class _AskedHistory:
    """Kept in the place of findings that depend on Git's history, too."""


def _with_history(name: str, history: HistoryOnDemand) -> str:
    return sha256(f"{name} {history.extent}".encode()).hexdigest()


def _name(files: ProvinceFiles, day: date, recorded: Mapping[str, str]) -> str:
    """The digest of everything that the findings depend on."""
    digest = sha256()
    for part in _parts(files, day, recorded):
        content = part.encode(errors="surrogatepass")
        digest.update(b"%d " % len(content) + content)
    return digest.hexdigest()


def _parts(files: ProvinceFiles, day: date, recorded: Mapping[str, str]) -> Iterator[str]:
    yield from ("check", day.isoformat())
    for path, text in sorted(recorded.items()):
        yield from ("recorded", path, text)
    for path, text in sorted(files.texts.items()):
        yield from ("text", path, text)
    for path, reason in sorted(files.undecodable.items()):
        yield from ("undecodable", path, reason)
    for attachment in sorted(files.attachments, key=lambda attachment: attachment.path):
        yield from ("attachment", repr(astuple(attachment)))
